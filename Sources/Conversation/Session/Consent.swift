/// What became of a consent in a turn, with the words that she agreed to.
package struct ConsentNote: Hashable, Sendable {
    /// What she did.
    package enum Change: String, Hashable, Sendable, CaseIterable {
        /// She said yes.
        case given
        /// She said no, and had not said yes before.
        case refused
        /// She took her yes back.
        case withdrawn
    }

    /// What STOP and START are about.
    package static let messages = "messages"

    /// To what: `person.consent`, the field that holds it, or `messages` for STOP and START.
    package let subject: String
    package let change: Change
    /// The step whose question she answered; empty where nothing was asked.
    package let step: String
    /// The question with its options in her language, as the pack words it, before values stand in it; empty where
    /// nothing was asked.
    package let text: String
    /// The number of the wording that the pack declares.
    package let wording: Int
    /// The language's tag.
    package let language: String
    /// The pack that asked.
    package let revision: RevisionID
    /// The channel's name.
    package let channel: String

    package init(
        subject: String, change: Change, step: String, text: String, wording: Int, language: String,
        revision: RevisionID, channel: String
    ) {
        self.subject = subject
        self.change = change
        self.step = step
        self.text = text
        self.wording = wording
        self.language = language
        self.revision = revision
        self.channel = channel
    }
}
