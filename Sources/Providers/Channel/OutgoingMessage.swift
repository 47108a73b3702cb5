package import Telephony

/// A text for a person, to be sent by a request to the provider.
package struct OutgoingMessage: Hashable, Sendable {
    /// Our id, which delivery reports may give back.
    package let id: String
    package let to: Address
    /// The sender, when it is not the channel's own address.
    package let from: Address?
    package let text: String
    /// The USSD session whose screen it is, where a provider takes screens by requests of ours.
    package let session: String?
    /// Whether the session is over with it.
    package let ends: Bool

    package init(
        id: String, to: Address, from: Address? = nil, text: String, session: String? = nil, ends: Bool = false
    ) {
        self.session = session
        self.ends = ends
        self.id = id
        self.to = to
        self.from = from
        self.text = text
    }

    /// Our id of a part, by its number from 1.
    func partID(_ number: Int) -> String { number == 1 ? id : "\(id).\(number)" }

    /// The id of a message and the number of its part, from what a report gives back.
    package static func reference(_ text: String) -> (id: String, part: Int) {
        guard let point = text.lastIndex(of: "."), let number = Int(text[text.index(after: point)...]), number > 1
        else {
            return (text, 1)
        }
        return (String(text[..<point]), number)
    }
}

/// What a provider's answer to our request means.
package enum SendOutcome: Hashable, Sendable {
    /// Taken; the provider's id of the message, when it gives one.
    case accepted(id: String?)
    /// This message will never go; the provider's code.
    case permanent(code: String?)
    /// Worth another try, not before some seconds when the provider says so.
    case retry(code: String?, after: Int?)
    /// Too fast: the channel waits, and the message has lost no attempt.
    case throttled(after: Int?)
    /// The person does not want our messages.
    case optedOut
    /// The account or its settings are at fault: no message of this channel will go.
    case account(code: String?)
    /// Nobody can say whether the provider took it.
    case unknown
}
