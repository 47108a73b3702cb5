package import Expressions

/// A message as far as the outbox machine judges it.
package struct SendAttempt: Hashable, Sendable {
    /// Attempts before this one.
    package let earlier: Int
    /// When it was written, which the machine's own expiry is counted from where the message names none.
    package let createdAt: Timestamp
    /// When it is no longer worth sending; nil when the machine's own limit counts.
    package let expiresAt: Timestamp?
    /// Whether an attempt began of which nobody knows how it ended: the process died in between.
    package let isAbandoned: Bool
    /// How it can be told whether the provider has it already.
    package let assurance: Assurance
    /// Until when nobody is written to unasked; nil where it may go now.
    package let quietUntil: Timestamp?
    /// Whether nobody asked for it and the conversation has gone on since.
    package let isOvertaken: Bool

    package init(
        earlier: Int, createdAt: Timestamp, expiresAt: Timestamp? = nil, isAbandoned: Bool = false,
        assurance: Assurance = .none, quietUntil: Timestamp? = nil, isOvertaken: Bool = false
    ) {
        self.isOvertaken = isOvertaken
        self.quietUntil = quietUntil
        self.earlier = earlier
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.isAbandoned = isAbandoned
        self.assurance = assurance
    }
}

/// What keeps a message from arriving twice when nobody knows whether an attempt arrived.
package enum Assurance: Hashable, Sendable {
    /// The provider takes a message with the same id of ours once, so it may be sent again at once.
    case idempotent
    /// The provider's reports name our id, so a report tells that it was taken; they are waited for.
    case reports
    /// Nothing.
    case none
}

/// How one attempt to send a message went.
package enum AttemptOutcome: Hashable, Sendable {
    /// The provider took it.
    case accepted
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
    /// There was no time left for all its parts; those that are left go with the next claim.
    case unfinished
}

/// What is to be done with a message.
package enum OutboxAction: Hashable, Sendable {
    /// Nothing more: the provider has it.
    case sent
    /// Try again then; this was an attempt.
    case retry(at: Timestamp)
    /// Try again then unless a report tells before that the provider has it; this was an attempt.
    case unsure(until: Timestamp)
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
    /// The same text went to the same person too often: two machines answer each other.
    case looping
    /// The number may be someone else's by now.
    case unverified
    /// The number leads to someone else.
    case moved
    /// Nobody asked for it, and the conversation has gone on since.
    case overtaken
    /// Its channel is not set up any more.
    case noChannel

    /// A word, and the provider's code after it.
    package var description: String {
        switch self {
        case .refused(let code): code.map { "refused \($0)" } ?? "refused"
        case .exhausted(let code): code.map { "exhausted \($0)" } ?? "exhausted"
        case .expired: "expired"
        case .optedOut: "opted out"
        case .looping: "looping"
        case .unverified: "unverified"
        case .moved: "moved"
        case .overtaken: "overtaken"
        case .noChannel: "no channel"
        }
    }

    /// Whether the provider was asked before it was given up.
    package var isOfAttempt: Bool {
        switch self {
        case .refused, .exhausted: true
        case .expired, .optedOut, .looping, .unverified, .moved, .overtaken, .noChannel: false
        }
    }

    /// Whether messages that were given up for this reason were so by a fault of their channel: they can be tried once
    /// more when it is mended.
    ///
    /// - Parameter description: A reason in words.
    package static func isFaultOfChannel(_ description: String) -> Bool {
        [DeadReason.refused(code: nil), .exhausted(code: nil), .noChannel].contains { reason in
            description == reason.description || description.hasPrefix(reason.description + " ")
        }
    }

    /// Whether she should have had it and did not: staff must look at it.
    package var isFailure: Bool {
        switch self {
        case .refused, .exhausted, .expired, .looping, .noChannel: true
        case .optedOut, .unverified, .moved, .overtaken: false
        }
    }
}
