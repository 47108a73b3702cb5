import Conversation
import Expressions
import GRDB
import Sealing
import TestSupport
import Testing

@testable import Storage

struct LongMessageTests {
    private let folder: TemporaryFolder
    private let store: SQLStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
    }

    @Test func `of a message that was taken neither text nor sender is left`() async throws {
        try await keep("m", 1, of: 2, at: 1_000)
        #expect(try await texts() == 1)
        try await keep("m", 2, of: 2, at: 1_000)
        #expect(try await texts() == 0)
        let senders = "SELECT count(*) FROM long_messages WHERE fingerprint IS NOT NULL OR sealed IS NOT NULL"
        #expect(try await count(senders) == 0)
        #expect(try await count("SELECT sum(bytes) FROM long_messages") == 0)
    }

    @Test func `what is left of a message goes with its parts when the next one is taken after its time`() async throws
    {
        for index in 1...2 { try await keep("m", index, of: 2, at: 1_000) }
        for index in 1...2 { try await keep("n", index, of: 2, at: 10_999) }
        #expect(try await count("SELECT count(*) FROM long_messages") == 2)
        for index in 1...2 { try await keep("o", index, of: 2, at: 11_000) }
        #expect(try await count("SELECT count(*) FROM long_messages") == 2)
        #expect(try await count("SELECT count(*) FROM parts") == 4)
    }

    @Test func `a turn that is refused leaves its message open and its parts where they are`() async throws {
        try await keep("m", 1, of: 2, at: 1_000)
        await #expect(throws: StoreFault.self) {
            try await keep("m", 2, of: 2, at: 1_000) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                turn.cases = [1, 1].map { OpenedCase(number: $0, topic: "", note: "", step: "") }
                return Decision(turn: turn)
            }
        }
        #expect(try await texts() == 1)
        #expect(try await keep("m", 2, of: 2, at: 1_000) != .waits)
        #expect(try await texts() == 0)
    }

    @discardableResult
    private func keep(
        _ name: String, _ index: Int, of count: Int, at: Int64,
        _ decide: @escaping @Sendable (Snapshot) -> Decision = { Decision(turn: Turn(person: $0.person, session: nil)) }
    ) async throws -> PartSettlement {
        let part = PartDraft(
            message: Array(name.utf8), index: index, count: count, digest: [UInt8(index)], text: "part", lifetime: 10)
        let arrival = Arrival(
            key: nil, subject: .address(AddressKey(fingerprint: [1], number: "+254712000001"), channel: "sms"),
            at: Timestamp(milliseconds: at))
        return try await store.keepPart(part, of: arrival, limits: PartLimits()) { snapshot, _ in decide(snapshot) }
    }

    private func texts() async throws -> Int? {
        try await count("SELECT count(*) FROM parts WHERE sealed IS NOT NULL")
    }

    private func count(_ sql: String) async throws -> Int? {
        try await store.pool.read { try Int.fetchOne($0, sql: sql) }
    }
}
