import Delivery
import Expressions
import HTTPClient
import Logging
import Providers
import ServiceLifecycle
import Storage
import Synchronization
import Telephony

/// Sends what the outbox holds: claims due rows, asks the provider, and writes down what came of it.
///
/// As many messages are on their way as the settings allow; each that ends makes room for the next, so a slow provider
/// holds up its own messages only as far as it fills that room.
struct Outbox: Service {
    /// How often it looks without being woken: for rows that fell due, or that an earlier start left.
    private static let patience = Duration.seconds(1)

    private let parts: GatewayParts
    private let client: HTTPClient
    private let signal: Signal
    private let tokens: AccessTokens
    private let machine = OutboxMachine()

    init(_ parts: GatewayParts, client: HTTPClient, signal: Signal) {
        self.parts = parts
        self.client = client
        tokens = AccessTokens(client: client, clock: parts.clock)
        self.signal = signal
    }

    /// Runs until the gateway stops, then lets what is on its way end. What was claimed and not settled is claimed
    /// again when its lease is over.
    func run() async throws {
        let progress = Progress()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                while !progress.isStopping, !Task.isCancelled {
                    let rows = await claim(parts.settings.sending - progress.onTheirWay)
                    for row in rows {
                        progress.begin()
                        group.addTask {
                            await settle(row)
                            progress.end()
                            signal.send()
                        }
                    }
                    if rows.isEmpty { await signal.wait(atMost: Self.patience) }
                }
            }
        } onGracefulShutdown: {
            progress.stop()
            signal.send()
        }
    }

    /// What is happening, shared by the loop and the messages on their way.
    private final class Progress: Sendable {
        private let state = Mutex((onTheirWay: 0, isStopping: false))

        var onTheirWay: Int { state.withLock { $0.onTheirWay } }
        var isStopping: Bool { state.withLock { $0.isStopping } }

        func begin() { state.withLock { $0.onTheirWay += 1 } }
        func end() { state.withLock { $0.onTheirWay -= 1 } }
        func stop() { state.withLock { $0.isStopping = true } }
    }

    private func claim(_ room: Int) async -> [OutboxRow] {
        guard room > 0 else { return [] }
        do {
            return try await parts.store.claimOutbox(
                channels: parts.channels.keys.sorted(), at: parts.clock.now,
                lease: Int64(parts.settings.sendTimeout * 2),
                limit: room)
        } catch {
            parts.logger.error("the outbox cannot be read", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// Sends one message and keeps what came of it.
    private func settle(_ row: OutboxRow) async {
        let result = await send(row)
        do {
            try await parts.store.settleOutbox([result])
        } catch {
            parts.logger.error("the outbox cannot be written", metadata: ["error": "\(error)"])
        }
    }

    private func send(_ row: OutboxRow) async -> OutboxResult {
        let message = SendAttempt(earlier: row.attempts, createdAt: row.createdAt, expiresAt: row.expiresAt)
        if let refusal = machine.refusal(of: message, at: parts.clock.now) {
            return result(row, refusal)
        }
        let outcome = await attempt(row)
        return result(row, machine.receive(outcome, for: message, at: parts.clock.now, jitter: .random(in: 0..<1)))
    }

    /// One attempt: every request that the message takes, until one is not accepted.
    private func attempt(_ row: OutboxRow) async -> AttemptOutcome {
        guard let channel = parts.channels[row.channel] else { return .account(code: "no channel") }
        guard let to = try? parts.vault.open(row.sealed) else { return .permanent(code: "sealed with another key") }
        let message = OutgoingMessage(id: String(row.id.rawValue), to: to, text: row.text)
        let token: AccessToken?
        switch await tokens.token(for: channel) {
        case .success(let own): token = own
        case .failure(let refused): return AttemptOutcome(refused.outcome)
        }
        var outcome = AttemptOutcome.permanent(code: "nothing to send")
        for request in channel.requests(for: message, at: parts.clock.now, nonce: .nonce, token: token?.value) {
            outcome = await ask(request, of: channel)
            guard case .accepted = outcome else { return outcome }
        }
        return outcome
    }

    private func ask(_ request: ProviderRequest, of channel: Channel) async -> AttemptOutcome {
        do {
            let response = try await client.send(
                OutgoingRequest(request, timeout: .seconds(parts.settings.sendTimeout)))
            if channel.dropsToken(after: response.status) { await tokens.drop(channel) }
            return AttemptOutcome(
                channel.outcome(
                    of: response.status, headers: response.providerHeaders, body: response.body, to: request))
        } catch {
            parts.logger.notice(
                "a provider did not answer", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            return error.mayHaveArrived ? .mayHaveArrived : .retry(code: nil, after: nil)
        }
    }

    /// What is written down, and counted.
    private func result(_ row: OutboxRow, _ action: OutboxAction) -> OutboxResult {
        let channel = "channel=\"\(row.channel)\""
        switch action {
        case .sent: parts.counters.add(.sent, channel)
        case .retry, .hold: parts.counters.add(.sendRetries, channel)
        case .dead(let reason):
            parts.counters.add(.dead, channel)
            parts.logger.error(
                "a message will not be sent",
                metadata: ["channel": "\(row.channel)", "message": "\(row.id.rawValue)", "reason": "\(reason)"])
        }
        return OutboxResult(id: row.id, action: action, at: parts.clock.now)
    }
}

extension AttemptOutcome {
    /// What a provider's answer means for the outbox.
    fileprivate init(_ outcome: SendOutcome) {
        switch outcome {
        case .accepted(let id): self = .accepted(id: id)
        case .permanent(let code): self = .permanent(code: code)
        case .retry(let code, let after): self = .retry(code: code, after: after.map(Int64.init))
        case .throttled(let after): self = .throttled(after: after.map(Int64.init))
        case .optedOut: self = .optedOut
        case .account(let code): self = .account(code: code)
        case .unknown: self = .mayHaveArrived
        }
    }
}
