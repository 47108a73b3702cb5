package import Expressions

/// Decides what becomes of an outgoing message: a function of what was tried before, how this attempt went and the
/// time. A message ends sent or dead, and nothing happens to it after either.
///
/// At least once, not at most once: where nobody knows whether a message arrived, and neither the provider nor its
/// reports can tell, it is tried again, because someone who asked for help is harmed more by silence than by reading
/// the answer twice.
package struct OutboxMachine: Hashable, Sendable {
    /// How long and how often a message is tried; the same for every channel.
    package let limits: OutboxLimits

    package init(limits: OutboxLimits = OutboxLimits()) {
        self.limits = limits
    }

    /// What is to be done instead of sending a message that was claimed; nil when it is to be sent.
    package func refusal(of message: SendAttempt, at now: Timestamp) -> OutboxAction? {
        if now >= expiry(of: message) { return .dead(.expired) }
        if message.earlier >= limits.attempts { return .dead(.exhausted(code: nil)) }
        if message.isOvertaken, !message.isAbandoned { return .dead(.overtaken) }
        if message.isAbandoned && message.assurance == .reports { return awaitReport(of: message, at: now) }
        return message.quietUntil.flatMap { $0 > now ? .hold(until: min($0, expiry(of: message))) : nil }
    }

    /// What is to be done after an attempt.
    ///
    /// - Parameter jitter: Chance, from 0 up to but not including 1.
    package func receive(
        _ outcome: AttemptOutcome, for message: SendAttempt, at now: Timestamp, jitter: Double
    ) -> OutboxAction {
        switch outcome {
        case .accepted: .sent
        case .permanent(let code): .dead(.refused(code: code))
        case .optedOut: .dead(.optedOut)
        case .throttled(let after): hold(message, seconds: after ?? limits.throttlePause, at: now)
        case .account: hold(message, seconds: limits.accountPause, at: now)
        case .unfinished: hold(message, seconds: 1, at: now)
        case .retry(let code, let after):
            retry(message, code: code, notBefore: now + max(0, after ?? 0), at: now, jitter: jitter)
        case .mayHaveArrived where message.assurance == .reports: awaitReport(of: message, at: now)
        case .mayHaveArrived: retry(message, code: nil, notBefore: now, at: now, jitter: jitter)
        }
    }

    private func retry(
        _ message: SendAttempt, code: String?, notBefore: Timestamp, at now: Timestamp, jitter: Double
    ) -> OutboxAction {
        let attempt = message.earlier + 1
        guard attempt < limits.attempts else { return .dead(.exhausted(code: code)) }
        let wait = limits.backoff.milliseconds(after: attempt, jitter: jitter)
        let next = max(notBefore, Timestamp(milliseconds: now.milliseconds + wait))
        return next < expiry(of: message) ? .retry(at: next) : .dead(.expired)
    }

    /// The last attempt, too, is waited for: its report may come.
    private func awaitReport(of message: SendAttempt, at now: Timestamp) -> OutboxAction {
        .unsure(until: max(now + 1, min(now + limits.reportWait, expiry(of: message))))
    }

    /// Waiting is no attempt, so only the expiry ends it.
    private func hold(_ message: SendAttempt, seconds: Int64, at now: Timestamp) -> OutboxAction {
        let expiry = expiry(of: message)
        guard now < expiry else { return .dead(.expired) }
        return .hold(until: min(now + max(1, seconds), expiry))
    }

    private func expiry(of message: SendAttempt) -> Timestamp {
        message.expiresAt ?? message.createdAt + limits.expiry
    }
}

/// How long and how often a message is tried.
package struct OutboxLimits: Hashable, Sendable {
    /// Attempts after which a message is given up.
    package var attempts = 8
    /// The waits between attempts.
    package var backoff = Backoff()
    /// Seconds after which a message that names no end of its own is given up, whatever was tried.
    package var expiry: Int64 = 86_400
    /// Seconds to wait where a provider was asked too fast and does not say how long.
    package var throttlePause: Int64 = 5
    /// Seconds to wait where an account is at fault, so that someone can mend it.
    package var accountPause: Int64 = 300
    /// Seconds that a report has to tell whether an attempt arrived.
    package var reportWait: Int64 = 60

    package init() {}
}
