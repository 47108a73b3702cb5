import Conversation
import Expressions
import Logging
import ServiceLifecycle
import Storage

/// Fires what falls due: sessions that were silent too long end through the same door as every other turn.
struct Timers: Service {
    /// How often it looks; a session that is already over for whoever writes needs no greater hurry.
    private static let interval = Duration.seconds(5)
    /// Timers fired in one go.
    private static let batch = 500

    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// Runs until the gateway stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while try await fire() == Self.batch {}
                    try await forget()
                } catch {
                    parts.logger.error("timers cannot be read or written", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    /// Fires what is due now. Returns how many there were.
    func fire() async throws -> Int {
        let now = parts.clock.now
        let due = try await parts.store.dueTimers(at: now, limit: Self.batch)
        let machine = parts.library.machine
        try await withThrowingTaskGroup(of: Void.self) { group in
            for timer in due {
                group.addTask {
                    let arrival = Arrival(key: nil, subject: .timer(timer), at: now)
                    _ = try await parts.store.advance(arrival) { snapshot in
                        let view = ChannelView(name: "timer", kind: snapshot.session?.kind ?? .sms)
                        let turn = machine.receive(.silence, on: view, snapshot, at: now)
                        return Decision(turn: turn, silenceAt: turn.session.map(machine.expiry))
                    }
                }
            }
            try await group.waitForAll()
        }
        return due.count
    }

    /// Forgets webhooks that were answered so long ago that no provider repeats them.
    private func forget() async throws {
        try await parts.store.forgetInboundKeys(before: parts.clock.now - Int64(parts.settings.repeatDays) * 86_400)
    }
}
