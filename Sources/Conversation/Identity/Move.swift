/// What a turn changes about whose a number is.
package enum Move: Hashable, Sendable {
    /// The number leads to a new person from now on. Who was there keeps her record; it is locked, not lost.
    case newcomer
    /// The number leads to a record that was elsewhere before, and the one that was begun here becomes part of it.
    case claim(Claim)
}
