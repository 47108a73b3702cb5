import Conversation
import Delivery
import Expressions
import Logging
import Providers
import Storage
import Synchronization
import Telephony

/// Sends one claimed message, and writes down what came of it.
struct Sending: Sendable {
    /// Seconds after which a claimed message that nothing is heard of may be claimed again.
    let lease: Int64
    /// Seconds that one attempt may take, with all its requests.
    private let time: Int64

    private let parts: GatewayParts
    private let line: ProviderLine
    private let traffic: Traffic
    private let optOuts: OptOuts
    private let machine: OutboxMachine
    private let loops: SharedLoopGuard

    init(_ parts: GatewayParts, line: ProviderLine, traffic: Traffic, optOuts: OptOuts) {
        self.parts = parts
        self.line = line
        self.traffic = traffic
        self.optOuts = optOuts
        machine = OutboxMachine(limits: parts.settings.outbox)
        loops = SharedLoopGuard(parts.settings)
        time = Int64(parts.settings.sendTimeout) * Self.timeouts
        lease = min(Int64(parts.settings.sendLease), time)
    }

    /// An attempt lasts as long as so many requests that take all their time; a message with more of them comes again.
    private static let timeouts: Int64 = 4

    /// Sends a message and keeps what came of it.
    ///
    /// - Returns: How many requests it took.
    func settle(_ row: OutboxRow) async -> Int {
        let trace = row.trace.flatMap(TraceContext.init(kept:)) ?? .begun()
        return await TraceContext.$current.withValue(trace) { await settleTraced(row) }
    }

    private func settleTraced(_ row: OutboxRow) async -> Int {
        let (result, requests) = await send(row)
        note(row, result.action)
        let end = ContinuousClock.now + Duration.seconds(lease) / 2
        while await !keep(result, of: row) {
            try? await Task.sleep(for: Self.pause)
            guard !traffic.isStopping, !Task.isCancelled else { break }
            // By now another gateway may be sending it, and must not be disturbed by when this one would try again.
            guard result.action.isLast || ContinuousClock.now < end else { break }
        }
        return requests
    }

    /// How long it waits for a disk that took nothing. What a provider has taken would go twice if it were not written
    /// down, and meanwhile it keeps its place, so that no more goes than that.
    private static let pause = Duration.seconds(1)

    /// Writes down what came of a message. Returns whether nothing is gained by trying again.
    private func keep(_ result: OutboxResult, of row: OutboxRow) async -> Bool {
        do {
            // First, because a message that is settled does not come again: whoever opted out would be forgotten.
            if result.action == .dead(.optedOut) { try await optOuts.keep(recipientOf: row.id, on: row.channel) }
            try await parts.store.settleOutbox([result])
            FailPoint.afterRecord.pass()
            return true
        } catch {
            parts.logger.error("the outbox cannot be written", metadata: ["error": "\(error)"])
            return ![.busy, .full, .unavailable].contains((error as? StoreFault)?.code)
        }
    }

    private func send(_ row: OutboxRow) async -> (OutboxResult, requests: Int) {
        let began = parts.clock.now
        let message = SendAttempt(row, assurance: parts.channels[row.channel]?.assurance ?? .none, at: began)
        if let refusal = machine.refusal(of: message, at: began) ?? loopRefusal(of: row, at: began) {
            return (OutboxResult(id: row.id, action: refusal, accepted: row.accepted, at: began), 0)
        }
        var progress = SendProgress(accepted: row.accepted)
        let outcome = await attempt(row, until: began + time, &progress)
        let now = parts.clock.now
        parts.pulses.note(outcome, of: row.channel, at: now)
        if case .throttled(let after) = outcome {
            traffic.pause(row.channel, until: now + max(1, after ?? machine.limits.throttlePause))
        }
        let action = machine.receive(outcome, for: message, at: now, jitter: .random(in: 0..<1))
        // It comes again as if it had never been tried.
        if case .hold = action, progress.accepted == 0, let key = loopKey(of: row) { loops.takeBack(key) }
        let result = OutboxResult(
            id: row.id, action: action, accepted: progress.accepted, parts: progress.parts, at: now)
        return (result, progress.requests)
    }

    /// Only a message that was never tried can be one too many.
    private func loopRefusal(of row: OutboxRow, at now: Timestamp) -> OutboxAction? {
        guard let key = loopKey(of: row) else { return nil }
        return loops.admits(key, at: now) ? nil : .dead(.looping)
    }

    private func loopKey(of row: OutboxRow) -> [UInt8]? {
        guard row.attempts == 0, row.accepted == 0, !row.isAbandoned, let content = row.content else { return nil }
        return parts.vault.digest("\(row.person.rawValue)|\(content.text)")
    }

    /// One attempt: every request that the message takes, without those that were taken before, until one is not.
    private func attempt(
        _ row: OutboxRow, until end: Timestamp, _ progress: inout SendProgress
    ) async -> AttemptOutcome {
        guard let channel = parts.channels[row.channel] else { return .account(code: "no channel") }
        guard let content = row.content, let to = try? Address.parse(content.number, in: nil) else {
            return .permanent(code: "cannot be opened")
        }
        let message = OutgoingMessage(id: parts.references.text(row.id), to: to, text: content.text)
        let requests: [ProviderRequest]
        switch await line.requests(for: message, on: channel) {
        case .success(let own): requests = own
        case .failure(let refused): return AttemptOutcome(refused.outcome)
        }
        guard !requests.isEmpty else { return .permanent(code: "nothing to send") }
        for request in requests.dropFirst(row.accepted) {
            guard !traffic.isStopping, parts.clock.now + Int64(parts.settings.sendTimeout) <= end else {
                return .unfinished
            }
            FailPoint.beforeSend.pass()
            let outcome = await line.ask(
                request, of: channel, within: .seconds(parts.settings.sendTimeout))
            FailPoint.afterSend.pass()
            progress.requests += 1
            guard case .accepted(let id) = outcome else { return AttemptOutcome(outcome) }
            progress.accept(request.part, id)
        }
        return .accepted
    }

    private func note(_ row: OutboxRow, _ action: OutboxAction) {
        let channel = "channel=\"\(row.channel)\""
        parts.logger.debug(
            "a message was dealt with",
            metadata: ["channel": "\(row.channel)", "message": "\(row.id.rawValue)", "action": "\(action.word)"])
        switch action {
        case .sent: parts.counters.add(.sent, channel)
        case .retry, .unsure, .hold: parts.counters.add(.sendRetries, channel)
        case .dead(let reason):
            parts.counters.add(.dead, channel)
            parts.logger.error(
                "a message will not be sent",
                metadata: ["channel": "\(row.channel)", "message": "\(row.id.rawValue)", "reason": "\(reason)"])
        }
    }
}

/// What a provider took of a message in one attempt.
private struct SendProgress {
    /// Requests taken, those of earlier attempts among them.
    var accepted: Int
    /// Requests made in this attempt.
    var requests = 0
    private(set) var parts: [AcceptedPart] = []

    init(accepted: Int) {
        self.accepted = accepted
    }

    /// Of several requests for one part the last that has an id names it.
    mutating func accept(_ number: Int, _ id: String?) {
        accepted += 1
        guard parts.last?.number == number else { return parts.append(AcceptedPart(number: number, providerID: id)) }
        if let id { parts[parts.count - 1] = AcceptedPart(number: number, providerID: id) }
    }
}

extension OutboxAction {
    /// Whether nothing comes after it.
    fileprivate var isLast: Bool {
        switch self {
        case .sent, .dead: true
        case .retry, .unsure, .hold: false
        }
    }

    /// What it is in one word.
    fileprivate var word: String {
        switch self {
        case .sent: "sent"
        case .retry: "retry"
        case .unsure: "unsure"
        case .hold: "hold"
        case .dead: "dead"
        }
    }
}

extension SendAttempt {
    fileprivate init(_ row: OutboxRow, assurance: Assurance, at now: Timestamp) {
        self.init(
            earlier: row.attempts, createdAt: row.createdAt, expiresAt: row.expiresAt, isAbandoned: row.isAbandoned,
            assurance: assurance, quietUntil: row.quiet?.end(after: now),
            isOvertaken: row.isOvertaken)
    }
}

extension Channel {
    /// What keeps its messages from arriving twice.
    fileprivate var assurance: Assurance {
        if sendsOnce { return .idempotent }
        return reportsNameMessages ? .reports : .none
    }
}

extension AttemptOutcome {
    /// What a provider's answer means for the outbox.
    fileprivate init(_ outcome: SendOutcome) {
        switch outcome {
        case .accepted: self = .accepted
        case .permanent(let code): self = .permanent(code: code)
        case .retry(let code, let after): self = .retry(code: code, after: after.map(Int64.init))
        case .throttled(let after): self = .throttled(after: after.map(Int64.init))
        case .optedOut: self = .optedOut
        case .account(let code): self = .account(code: code)
        case .unknown: self = .mayHaveArrived
        }
    }
}
