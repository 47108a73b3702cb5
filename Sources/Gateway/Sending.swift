import Delivery
import Expressions
import HTTPClient
import Logging
import Providers
import Storage
import Synchronization
import Telephony

/// Sends one claimed message, and writes down what came of it.
struct Sending: Sendable {
    /// Seconds after which a claimed message that nothing is heard of may be claimed again.
    let lease: Int64

    private let parts: GatewayParts
    private let client: HTTPClient
    private let tokens: AccessTokens
    private let traffic: Traffic
    private let optOuts: OptOuts
    private let machine: OutboxMachine
    private let loops: SharedLoopGuard

    init(_ parts: GatewayParts, client: HTTPClient, traffic: Traffic, optOuts: OptOuts) {
        self.parts = parts
        self.client = client
        self.traffic = traffic
        self.optOuts = optOuts
        tokens = AccessTokens(client: client, clock: parts.clock)
        machine = OutboxMachine(limits: parts.settings.outbox)
        loops = SharedLoopGuard(parts.settings)
        lease = Int64(parts.settings.sendTimeout) * Self.leasedTimeouts
    }

    /// A lease lasts as long as so many requests that take all their time; a message with more of them is claimed again.
    private static let leasedTimeouts: Int64 = 4

    /// Sends a message and keeps what came of it.
    ///
    /// - Returns: How many requests it took.
    func settle(_ row: OutboxRow) async -> Int {
        let (result, requests) = await send(row)
        note(row, result.action)
        do {
            try await parts.store.settleOutbox([result])
            if result.action == .dead(.optedOut) { try await optOuts.keep(recipientOf: row.id, on: row.channel) }
        } catch {
            parts.logger.error("the outbox cannot be written", metadata: ["error": "\(error)"])
        }
        return requests
    }

    private func send(_ row: OutboxRow) async -> (OutboxResult, requests: Int) {
        let began = parts.clock.now
        let message = SendAttempt(row, assurance: parts.channels[row.channel]?.assurance ?? .none)
        if let refusal = machine.refusal(of: message, at: began) ?? loopRefusal(of: row, at: began) {
            return (OutboxResult(id: row.id, action: refusal, accepted: row.accepted, at: began), 0)
        }
        var progress = SendProgress(accepted: row.accepted)
        let outcome = await attempt(row, until: began + lease, &progress)
        let now = parts.clock.now
        if case .throttled(let after) = outcome {
            traffic.pause(row.channel, until: now + max(1, after ?? machine.limits.throttlePause))
        }
        let action = machine.receive(outcome, for: message, at: now, jitter: .random(in: 0..<1))
        let result = OutboxResult(
            id: row.id, action: action, accepted: progress.accepted, parts: progress.parts, at: now)
        return (result, progress.requests)
    }

    /// Only a message that was never tried can be one too many.
    private func loopRefusal(of row: OutboxRow, at now: Timestamp) -> OutboxAction? {
        guard row.attempts == 0, row.accepted == 0, !row.isAbandoned else { return nil }
        return loops.admits(parts.vault.digest("\(row.person.rawValue)|\(row.text)"), at: now) ? nil : .dead(.looping)
    }

    /// One attempt: every request that the message takes, without those that were taken before, until one is not.
    private func attempt(
        _ row: OutboxRow, until end: Timestamp, _ progress: inout SendProgress
    ) async -> AttemptOutcome {
        guard let channel = parts.channels[row.channel] else { return .account(code: "no channel") }
        guard let to = try? parts.vault.open(row.sealed) else { return .permanent(code: "sealed with another key") }
        let message = OutgoingMessage(id: parts.references.text(row.id), to: to, text: row.text)
        let token: AccessToken?
        switch await tokens.token(for: channel) {
        case .success(let own): token = own
        case .failure(let refused): return AttemptOutcome(refused.outcome)
        }
        let requests = channel.requests(for: message, at: parts.clock.now, nonce: .nonce, token: token?.value)
        guard !requests.isEmpty else { return .permanent(code: "nothing to send") }
        for request in requests.dropFirst(row.accepted) {
            guard parts.clock.now + Int64(parts.settings.sendTimeout) <= end else { return .unfinished }
            let outcome = await ask(request, of: channel)
            progress.requests += 1
            guard case .accepted(let id) = outcome else { return AttemptOutcome(outcome) }
            progress.accept(request.part, id)
        }
        return .accepted
    }

    private func ask(_ request: ProviderRequest, of channel: Channel) async -> SendOutcome {
        do {
            let response = try await client.send(
                OutgoingRequest(request, timeout: .seconds(parts.settings.sendTimeout)))
            if channel.dropsToken(after: response.status) { await tokens.drop(channel) }
            return channel.outcome(
                of: response.status, headers: response.providerHeaders, body: response.body, to: request,
                at: parts.clock.now)
        } catch {
            parts.logger.notice(
                "a provider did not answer", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            return error.mayHaveArrived ? .unknown : .retry(code: nil, after: nil)
        }
    }

    private func note(_ row: OutboxRow, _ action: OutboxAction) {
        let channel = "channel=\"\(row.channel)\""
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

extension SendAttempt {
    fileprivate init(_ row: OutboxRow, assurance: Assurance) {
        self.init(
            earlier: row.attempts, createdAt: row.createdAt, expiresAt: row.expiresAt, isAbandoned: row.isAbandoned,
            assurance: assurance)
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
