package import Conversation
package import Expressions

/// A consent that was given, refused or taken back.
package struct ConsentRow: Hashable, Sendable {
    /// When it was.
    package let at: Timestamp
    /// What she did, to what, and the words that she read.
    package let note: ConsentNote
    /// Tells the words from all others: their SHA-256; nil where nothing was asked.
    package let digest: [UInt8]?

    package init(at: Timestamp, note: ConsentNote, digest: [UInt8]?) {
        self.at = at
        self.note = note
        self.digest = digest
    }
}
