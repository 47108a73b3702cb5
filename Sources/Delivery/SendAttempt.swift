package import Expressions

/// A message as far as the outbox machine judges it.
package struct SendAttempt: Hashable, Sendable {
    /// Attempts before this one.
    package let earlier: Int
    /// When it was written, which the machine's own expiry is counted from.
    package let createdAt: Timestamp
    /// When it is no longer worth sending; nil when only the machine's own limit counts.
    package let expiresAt: Timestamp?

    package init(earlier: Int, createdAt: Timestamp, expiresAt: Timestamp? = nil) {
        self.earlier = earlier
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// How one attempt to send a message went.
package enum AttemptOutcome: Hashable, Sendable {
    /// The provider took it; its id of the message, when it gives one.
    case accepted(id: String?)
    /// This message will never go; the provider's code.
    case permanent(code: String?)
    /// Worth another try, not before some seconds when the provider says so.
    case retry(code: String?, after: Int64?)
    /// Too fast; not before some seconds when the provider says so.
    case throttled(after: Int64?)
    /// The person does not want our messages.
    case optedOut
    /// The account or its settings are at fault, not the message.
    case account(code: String?)
    /// Nobody can say whether the provider took it; trying again may deliver it twice, not trying may lose it.
    case mayHaveArrived
}

/// What is to be done with a message.
package enum OutboxAction: Hashable, Sendable {
    /// Nothing more: the provider has it.
    case sent(providerID: String?)
    /// Try again then; this was an attempt.
    case retry(at: Timestamp)
    /// Try again then; this was no attempt.
    case hold(until: Timestamp)
    /// Give it up.
    case dead(DeadReason)
}

/// Why a message was given up.
package enum DeadReason: Hashable, Sendable, CustomStringConvertible {
    /// The provider will never take it; its code.
    case refused(code: String?)
    /// Every attempt failed; the last one's code.
    case exhausted(code: String?)
    /// It is no longer worth sending.
    case expired
    /// The person does not want our messages.
    case optedOut

    /// A word, and the provider's code after it.
    package var description: String {
        switch self {
        case .refused(let code): code.map { "refused \($0)" } ?? "refused"
        case .exhausted(let code): code.map { "exhausted \($0)" } ?? "exhausted"
        case .expired: "expired"
        case .optedOut: "opted out"
        }
    }
}
