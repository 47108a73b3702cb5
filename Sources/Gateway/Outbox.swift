import Delivery
import Expressions
import Logging
import ServiceLifecycle
import Storage

/// Sends what the outbox holds: claims due rows, lets each be sent, and claims more when there is room.
///
/// Each channel has room of its own, so a slow provider, or one that was asked too fast, holds up its own messages
/// only.
struct Outbox: Service {
    /// How long it waits without being woken: for rows that fall due.
    private static let patience = Duration.seconds(1)
    /// How often a lease is renewed before it would end.
    private static let renewals: Int64 = 4

    private let parts: GatewayParts
    private let signal: Signal
    let traffic: Traffic
    private let sending: Sending

    init(_ parts: GatewayParts, line: ProviderLine, optOuts: OptOuts, signal: Signal) {
        self.parts = parts
        self.signal = signal
        traffic = Traffic(Array(parts.channels.values), atOnce: parts.settings.sending, nodes: parts.settings.nodes)
        sending = Sending(parts, line: line, traffic: traffic, optOuts: optOuts)
    }

    /// Runs until the gateway stops, then lets what is on its way end. What was claimed and not settled is claimed
    /// again when its lease is over, by this gateway or another on the same database.
    func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await sendAll() }
                group.addTask { await renewLeases() }
                await group.next()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            traffic.stop()
            signal.send()
        }
    }

    /// How long it leaves everything as it is once the database answers again.
    private static let settling = Duration.seconds(3)

    private func sendAll() async {
        await withDiscardingTaskGroup { group in
            while !traffic.isStopping, !Task.isCancelled {
                guard let rows = await claim() else {
                    await waitForDatabase()
                    continue
                }
                for row in rows where traffic.begin(row) {
                    group.addTask {
                        await settle(row)
                        signal.send()
                    }
                }
                if rows.isEmpty { await signal.wait(atMost: patience()) }
            }
        }
    }

    /// Waits until the database answers again, and until gateways have written down what was taken meanwhile: their leases
    /// ended while nobody could renew them, and what a provider has would go twice.
    private func waitForDatabase() async {
        while !traffic.isStopping, !Task.isCancelled {
            await signal.wait(atMost: Self.patience)
            if (try? await parts.store.check()) != nil { break }
        }
        let end = ContinuousClock.now + Self.settling
        while !traffic.isStopping, !Task.isCancelled, ContinuousClock.now < end {
            await signal.wait(atMost: end - ContinuousClock.now)
        }
    }

    /// Keeps what is on its way from being claimed again, for as long as this gateway lives.
    private func renewLeases() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(sending.lease * 1_000 / Self.renewals))
            let ids = traffic.onTheirWay
            guard !ids.isEmpty, !Task.isCancelled else { continue }
            do {
                try await parts.store.renewLeases(of: Array(ids), until: parts.clock.now + sending.lease)
            } catch {
                parts.logger.error("messages on their way cannot be kept from others", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Sends what is due now and waits for it. Returns how many messages there were.
    func sendDue() async -> Int {
        let rows = await claim() ?? []
        await withDiscardingTaskGroup { group in
            for row in rows where traffic.begin(row) { group.addTask { await settle(row) } }
        }
        return rows.count
    }

    private func settle(_ row: OutboxRow) async {
        let requests = await sending.settle(row)
        traffic.end(row, requests: requests)
    }

    /// What is to be sent now; nil where the database does not answer.
    private func claim() async -> [OutboxRow]? {
        let now = parts.clock.now
        let rooms = traffic.rooms(at: now)
        guard !rooms.isEmpty else { return [] }
        do throws(StoreFault) {
            return try await parts.store.claimOutbox(rooms: rooms, at: now, lease: sending.lease)
        } catch {
            parts.logger.error("the outbox cannot be read", metadata: ["error": "\(error)"])
            return error.code == .busy ? [] : nil
        }
    }

    private func patience() -> Duration {
        let now = parts.clock.now
        guard let opens = traffic.opens(at: now) else { return Self.patience }
        return min(Self.patience, .milliseconds(max(1, opens.milliseconds - now.milliseconds)))
    }
}
