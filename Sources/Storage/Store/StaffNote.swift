package import Expressions

/// What a member of staff wrote about a case or a conversation.
package struct StaffNote: Hashable, Sendable {
    package let at: Timestamp
    /// The id of the account, never a name.
    package let author: String
    package let text: String

    package init(at: Timestamp, author: String, text: String) {
        self.at = at
        self.author = author
        self.text = text
    }
}

/// What staff write down about a conversation.
package enum SessionRemark: Hashable, Sendable {
    case note(String)
    /// Puts a word on it by which it is found.
    case tag(SessionTag)
    /// Takes the word away.
    case untag(SessionTag)
}

/// A word by which staff find conversations.
package struct SessionTag: Hashable, Sendable {
    /// A keyed digest of the word.
    package let digest: [UInt8]
    package let word: String

    package init(digest: [UInt8], word: String) {
        self.digest = digest
        self.word = word
    }
}
