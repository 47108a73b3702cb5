package import Conversation
package import Expressions

/// A revision of a pack whose files are kept.
package struct KeptRevision: Hashable, Sendable {
    package let id: RevisionID
    /// The pack's name.
    package let pack: String
    /// When it was published last.
    package let publishedAt: Timestamp

    package init(id: RevisionID, pack: String, publishedAt: Timestamp) {
        self.id = id
        self.pack = pack
        self.publishedAt = publishedAt
    }
}
