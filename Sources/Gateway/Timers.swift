import Conversation
import Expressions
import Logging
import Providers
import ServiceLifecycle
import Storage

/// Fires what falls due: sessions that were silent too long, reminders, long messages whose parts do not all come, and SMS
/// that were held, through the same door as every other turn.
struct Timers: Service {
    /// How often it looks, unless it is woken; a session that is already over for whoever writes needs no greater hurry.
    private static let interval = Duration.seconds(5)
    /// Timers fired in one go.
    private static let batch = 500
    /// Webhooks forgotten in one transaction, so that nobody's turn waits for long.
    private static let forgotten = 5_000

    private let parts: GatewayParts
    private let joining: PartJoining
    private let holding: Holding
    /// Tells that something is due now.
    private let signal: Signal
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(
        _ parts: GatewayParts, joining: PartJoining, holding: Holding, signal: Signal,
        wake: @escaping @Sendable () -> Void
    ) {
        self.parts = parts
        self.joining = joining
        self.holding = holding
        self.signal = signal
        self.wake = wake
    }

    /// Runs until the gateway stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var retention = Retention(parts)
            var changes = RuleChanges(parts)
            var stranded = Stranded(parts)
            while !Task.isCancelled {
                await attempt { while try await holding.takeDue(limit: Self.batch) > 0 {} }
                await attempt { while try await fire() > 0 {} }
                await attempt { try await changes.step() }
                await attempt { while try await remind() > 0 {} }
                await attempt { while try await joining.takeDue(limit: Self.batch) > 0 {} }
                await attempt { try await forgetGuests() }
                await attempt { try await stranded.step() }
                await attempt { try await forget() }
                await attempt { try await retention.step() }
                await signal.wait(atMost: Self.interval)
            }
        }
    }

    /// Does one kind of work; where the database refuses it, the other kinds are done all the same.
    private func attempt(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            guard !Task.isCancelled else { return }
            parts.logger.error("timers cannot be read or written", metadata: ["error": "\(error)"])
        }
    }

    /// Fires what is due now. Returns how many that were.
    func fire() async throws -> Int {
        let now = parts.clock.now
        let machine = parts.library.machine
        return await parts.each(try await parts.store.dueTimers(at: now, limit: Self.batch), "silences") { timer in
            let arrival = Arrival(key: nil, subject: .timer(timer), at: now)
            FailPoint.beforeTimer.pass()
            let settlement = try await parts.store.advance(arrival) { snapshot in
                let view = ChannelView(name: "timer", kind: snapshot.session?.kind ?? .sms)
                let turn = machine.receive(.silence, on: view, snapshot, at: now)
                return Decision(turn: turn, silenceAt: turn.session.map(machine.expiry))
                    .completed(machine, parts.vault)
            }
            FailPoint.afterTimer.pass()
            parts.counters.note(settlement.flags, of: machine.packs.current)
        }
    }

    /// Fires the reminders that are due now. Returns how many that were.
    func remind() async throws -> Int {
        let now = parts.clock.now
        return await parts.each(try await parts.store.dueReminders(at: now, limit: Self.batch), "reminders") { row in
            try await remind(row, at: now)
        }
    }

    private func remind(_ row: ReminderRow, at now: Timestamp) async throws {
        let machine = parts.library.machine
        let arrival = Arrival(key: nil, subject: .reminder(row.id), at: now)
        guard let channel = parts.channels[row.channel] ?? parts.messageChannel.flatMap({ parts.channels[$0] }) else {
            parts.logger.error("a reminder has no channel any more", metadata: ["channel": "\(row.channel)"])
            _ = try await parts.store.advance(arrival) { Decision(turn: Turn(person: $0.person, session: $0.session)) }
            return
        }
        let drafting = Drafting(
            channel: channel, messageChannel: parts.messageChannel, exchange: nil,
            expiry: now + Int64(parts.settings.messageExpiry), now: now, arrivalKey: nil, vault: parts.vault)
        let dice = Dice.roll()
        FailPoint.beforeTimer.pass()
        let settlement = try await parts.store.advance(arrival) { snapshot in
            let turn = machine.receive(.reminder(row.reminder), on: drafting.view, snapshot.rolling(dice), at: now)
            return drafting.decision(turn, machine: machine)
        }
        FailPoint.afterTimer.pass()
        parts.counters.add(.reminders, "channel=\"\(channel.id)\"")
        parts.counters.note(settlement.flags, of: machine.packs.current)
        if settlement.hasOutgoing { wake() }
    }

    private func forgetGuests() async throws {
        while try await parts.store.forgetGuests(at: parts.clock.now, limit: Self.batch) == Self.batch {}
    }

    /// Forgets webhooks that were answered so long ago that no provider repeats them.
    private func forget() async throws {
        let before = parts.clock.now - Int64(parts.settings.repeatDays) * 86_400
        while try await parts.store.forgetInbound(before: before, limit: Self.forgotten) == Self.forgotten {}
    }
}
