package import Expressions
package import Telephony

/// What a provider told us, the same for every provider.
package enum Event: Hashable, Sendable {
    /// A person sent a text.
    case message(Message)
    /// A person dialled, or answered a USSD screen.
    case hop(Hop)
    /// A USSD session is over; no screen can be shown.
    case hangUp(HangUp)
    /// The provider tells what became of a message of ours.
    case report(Report)
    /// A person asked the provider not to be written to.
    case optOut(OptOut)
    /// The provider asks whether we are there, or tells us something we have no use for.
    case ping
}

/// A text from a person.
package struct Message: Hashable, Sendable {
    /// The provider's id of the message.
    package let id: String?
    package let from: Address
    /// The number or short code it was sent to, when the provider tells.
    package let to: Address?
    /// The text, cleaned of control characters.
    package let text: String
    /// When the provider took it; the time of arrival where the provider's cannot be read.
    package let time: Timestamp?
    /// The mobile network, in the provider's own notation.
    package let network: String?
    package let receivedAt: Timestamp
    /// The sender's name, as the provider knows it.
    package let name: String?
    /// Of what message this is a part; nil when it is the whole.
    package let part: Part?

    /// One part of a long message that the provider did not put together. Who has all of them joins their texts by
    /// index; who has waited longer than the lifetime takes what there is.
    package struct Part: Hashable, Sendable {
        /// What the parts of one message share, together with its sender.
        package let key: String
        /// From 1.
        package let index: Int
        package let count: Int
        /// Seconds to wait for the others.
        package let lifetime: Int
    }
}

/// One request of a USSD session: the dialled code or the answer to a screen.
package struct Hop: Hashable, Sendable {
    /// What the person typed, in the provider's way of telling it.
    package enum Input: Hashable, Sendable {
        /// Only the answer to the last screen; nil when the session begins.
        case latest(String?)
        /// Everything typed since the session began, joined by a separator that people may also type: compare it with
        /// the last text of the session instead of splitting it.
        case accumulated(String, separator: String)
    }

    /// Where in its session the hop is, when the provider tells.
    package enum Phase: String, Hashable, Sendable {
        case begin, `continue`, unknown
    }

    /// The provider's id of the session.
    package let session: String
    package let from: Address
    /// The code that was dialled, for example `*384*77#`.
    package let code: String?
    /// What was dialled behind the code, if the hop turns out to begin its session: `1*2` of `*384*77*1*2#`. Nil when
    /// the input itself says so.
    package let dialled: String?
    package let input: Input
    package let phase: Phase
    /// The provider's number of the hop within the session.
    package let sequence: String?
    /// The mobile network, in the provider's own notation.
    package let network: String?
    package let receivedAt: Timestamp
    /// Seconds after the last hop from which on the same id means another session, where ids are used again.
    package let lifetime: Int?
}

/// The end of a USSD session.
package struct HangUp: Hashable, Sendable {
    /// Why it ended.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// We ended it with a last screen.
        case done
        /// The person hung up, or answered too late.
        case abandoned
        /// The provider or we failed.
        case error
    }

    package let session: String
    package let from: Address?
    package let reason: Reason
    /// The provider's own words.
    package let detail: String?
    package let receivedAt: Timestamp
}

/// What became of a message of ours.
package struct Report: Hashable, Sendable {
    /// The outcomes of the command line's `status`.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case accepted, sent, delivered, undelivered, failed, expired
        case optedOut = "opted_out"
        case unknown
    }

    /// Our own id of the message, when the provider gives it back.
    package let ourID: String?
    /// The provider's id of the message.
    package let id: String?
    package let status: Status
    /// The provider's code of the failure.
    package let code: String?
    /// The person the message was for.
    package let person: Address?
    /// When it happened, by the provider's clock; the time of arrival where that cannot be read.
    package let time: Timestamp?
    /// Whether the network says that nobody has the number any more.
    package let isGone: Bool
    package let receivedAt: Timestamp
}

/// A person's wish not to be written to, told by the provider.
package struct OptOut: Hashable, Sendable {
    package let from: Address
    package let to: Address?
    package let receivedAt: Timestamp
}
