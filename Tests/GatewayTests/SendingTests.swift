import Dispatch
import Expressions
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Gateway

/// Messages on their way, while providers, the clock or the end of the gateway get in between.
struct SendingTests {
    @Test func `a message that its provider keeps waiting is not taken for one of two machines`() async throws {
        let turns = Turnstile()
        let town = try await TalkingGateway(
            "china", provider: LoopbackServer { _ in turns.pass() <= 30 ? .answer(status: 429) : .answer() })
        try await town.greet()
        for _ in 0..<30 {
            #expect(await town.gateway.outbox.sendDue() == 1)
            town.clock.move(to: town.clock.now + 6)
        }
        try await town.settle()
        #expect(try await town.states() == [.sent])
    }

    @Test func `a message on its way is not sent once more when its lease ends by a clock that jumps`() async throws {
        let (turns, gate) = (Turnstile(), DispatchSemaphore(value: 0))
        let town = try await TalkingGateway(
            "china",
            provider: LoopbackServer { _ in
                if turns.pass() == 1 { gate.wait() }
                return .answer()
            })
        try await town.greet()
        let outbox = town.gateway.outbox
        async let first = outbox.sendDue()
        for await _ in town.provider.arrivals { break }
        town.clock.move(to: town.clock.now + 300)
        #expect(await outbox.sendDue() == 1)
        gate.signal()
        #expect(await first == 1)
        #expect(town.provider.requests.count == 1)
        #expect(try await town.states() == [.sent])
    }

    @Test func `what was claimed when the gateway stops goes with the next start, as if it had not been tried`()
        async throws
    {
        let town = try await TalkingGateway("china")
        try await town.greet()
        town.gateway.outbox.traffic.stop()
        #expect(await town.gateway.outbox.sendDue() == 1)
        #expect(town.provider.requests.isEmpty)
        let rows = try await town.store.claimOutbox(rooms: ["sms": 9], at: town.clock.now + 1, lease: 60)
        #expect(rows.map(\.attempts) == [0] && rows.allSatisfy { !$0.isAbandoned })
    }
}

/// Counts who passes.
private final class Turnstile: Sendable {
    private let count = Mutex(0)

    /// Returns the place of whoever passes, from 1.
    func pass() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

extension TalkingGateway {
    /// Somebody writes by SMS, and is to get one answer.
    fileprivate func greet() async throws {
        let fields = ["id": "1", "from": "+8613800134567", "to": "10000", "text": "hello"]
        _ = try await post(fields, to: "sms", route: "receive")
    }

    fileprivate func states() async throws -> [MessageState] {
        try await gateway.messages.list(OutboxFilter()).entries.map(\.state)
    }
}
