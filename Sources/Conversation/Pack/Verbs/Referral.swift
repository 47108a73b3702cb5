package import Expressions

/// A case to open.
package struct Referral: Sendable {
    /// The word staff sort cases by, for example `wages`.
    package let topic: String
    /// What staff should know about the case; nil when the topic says enough.
    package let note: LocalizedText?
    /// What she is told, which can name `case.number`; nil when the next step says it.
    package let say: LocalizedText?
    /// The number whose record she asks staff to bring here; nil where the case is about something else.
    package let record: Expression?
    /// Where it goes on, once the case is open.
    package let go: Go

    package init(topic: String, note: LocalizedText?, say: LocalizedText?, record: Expression? = nil, go: Go) {
        self.topic = topic
        self.note = note
        self.say = say
        self.record = record
        self.go = go
    }
}
