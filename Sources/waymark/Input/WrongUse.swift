/// What keeps a command from starting: a file that is not there, a time that is none. It ends the command with code 2.
struct WrongUse: Error, CustomStringConvertible {
    /// One sentence: what, where, and how to mend it.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
