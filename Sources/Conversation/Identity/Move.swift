/// What a turn changes about whose a number is.
package enum Move: Hashable, Sendable {
    /// The number leads to a new person from now on. Who was there keeps her record; it is locked, not lost.
    case newcomer
    /// Someone new begins on a number that several people use, beside those who are there.
    case sharer
    /// The number leads to another of the people who use it, by the keeper's number for her record.
    case choice(Int64)
    /// The number leads to a record that was elsewhere before, and the one that was begun here becomes part of it.
    case claim(Claim)
}
