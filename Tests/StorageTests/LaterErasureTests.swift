import Conversation
import Expressions
import GRDB
import Sealing
import TestSupport
import Testing

@testable import Storage

/// A copy that is put back must not bring back whom people had erased since.
struct LaterErasureTests {
    private let folder: TemporaryFolder
    private let keys = KeyRing(.random())

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `who was erased after the copy was made is erased from it, and nobody else`() async throws {
        let store = try open("waymark.db")
        try await store.advance(1, stopping: false)
        try await store.advance(2, stopping: false)
        try await store.advance(3, stopping: false)
        try DatabaseCopy(folder.file("copy.db")).write(from: folder.file("waymark.db"))
        try await store.forget(1)
        try await store.advance(2, stopping: true)
        try await store.forget(2)
        try await store.advance(4, stopping: false)
        try await store.forget(4)

        let copy = try open("copy.db")
        #expect(try await copy.counts().persons == 3)
        let erasures = try await LaterErasures(of: folder.file("waymark.db"), to: copy)
        #expect(erasures.people == 2 && erasures.numbers == 1)
        #expect(try await copy.counts().persons == 1)
        let again = try await LaterErasures(of: folder.file("waymark.db"), to: copy)
        #expect(again.people == 0 && again.numbers == 0)
        #expect(try await copy.isStopped(2))
        #expect(try await !copy.isStopped(1))
        await copy.close()
        await store.close()
        try DatabaseCopy(folder.file("copy.db")).check()
    }

    @Test func `who wanted no more messages after the copy was made gets none from it`() async throws {
        let store = try open("waymark.db")
        for number in 1...2 { try await store.advance(number, stopping: false) }
        try DatabaseCopy(folder.file("copy.db")).write(from: folder.file("waymark.db"))
        try await store.advance(1, stopping: true)
        try await store.advance(3, stopping: true)
        let copy = try open("copy.db")
        #expect(try await LaterErasures(of: folder.file("waymark.db"), to: copy).numbers == 2)
        #expect(try await LaterErasures(of: folder.file("waymark.db"), to: copy).numbers == 0)
        let stopped = [try await copy.isStopped(1), try await copy.isStopped(2), try await copy.isStopped(3)]
        #expect(stopped == [true, false, true])
        await copy.close()
        await store.close()
    }

    @Test func `on a phone that several people use, nobody gets messages when one of them wanted none`() async throws {
        let store = try open("waymark.db")
        try await store.share(1, stopping: false)
        try DatabaseCopy(folder.file("copy.db")).write(from: folder.file("waymark.db"))
        try await store.share(1, stopping: true)
        let copy = try open("copy.db")
        #expect(try await LaterErasures(of: folder.file("waymark.db"), to: copy).numbers == 1)
        #expect(try await LaterErasures(of: folder.file("waymark.db"), to: copy).numbers == 0)
        let settlement = try await copy.advance(arrival(1, at: 3_000)) { snapshot in
            let flags = [snapshot.address.isStopped, snapshot.person.isStopped].map { UInt8($0 ? 1 : 0) }
            return Decision(turn: Turn(person: snapshot.person, session: nil), answer: flags)
        }
        #expect(settlement.answer == [1, 0])
        await copy.close()
        await store.close()
    }

    @Test func `a copy gives no number again that a message or a request may have had since`() async throws {
        let store = try open("waymark.db")
        try await store.leapNumbers()
        _ = try await store.advance(arrival(1, at: 1_000)) { snapshot in
            Decision(
                turn: Turn(person: snapshot.person, session: nil), outgoing: [OutboxDraft(channel: "sms", text: "one")])
        }
        let row = try #require(
            try await store.claimOutbox(rooms: ["sms": 1], at: Timestamp(milliseconds: 2_000), lease: 9).first)
        #expect(row.id.rawValue > 1_000_000_000)
        #expect(try await store.outbox(OutboxFilter(), after: nil, limit: 9).map(\.id) == [row.id])
        var sent = OutboxFilter()
        sent.stage = .sent
        #expect(try await store.outbox(sent, after: nil, limit: 9).isEmpty)
        await store.close()
    }

    @Test func `the erasures of another gateway are none of this one`() async throws {
        let store = try open("waymark.db")
        _ = try await store.mark("number key", [1])
        await store.close()
        let other = try open("other.db")
        _ = try await other.mark("number key", [2])
        let fault = await #expect(throws: StoreFault.self) {
            try await LaterErasures(of: folder.file("waymark.db"), to: other)
        }
        #expect(fault?.message.contains("another gateway") == true)
        await other.close()
    }

    private func arrival(_ number: Int, at: Int64) -> Arrival { SQLStore.arrival(number, at: at) }

    private func open(_ name: String) throws -> SQLStore {
        try SQLStore(path: folder.file(name), keys: keys)
    }
}

extension SQLStore {
    fileprivate func advance(_ number: Int, stopping: Bool) async throws {
        _ = try await advance(Self.arrival(number, at: 1_000)) { snapshot in
            var turn = Turn(person: snapshot.person, session: nil)
            turn.isBeginning = true
            turn.outcome = .finished
            turn.person.isStopped = stopping
            turn.input = "hello"
            return Decision(turn: turn)
        }
    }

    /// Somebody speaks on a phone that several people use.
    fileprivate func share(_ number: Int, stopping: Bool) async throws {
        _ = try await advance(Self.arrival(number, at: 1_000)) { snapshot in
            var turn = Turn(person: snapshot.person, session: nil)
            turn.isBeginning = true
            turn.outcome = .finished
            turn.address = AddressState(isShared: true, isStopped: stopping)
            return Decision(turn: turn)
        }
    }

    fileprivate func forget(_ number: Int) async throws {
        _ = try await advance(Self.arrival(number, at: 2_000)) { snapshot in
            var turn = Turn(person: snapshot.person, session: nil)
            turn.forgets = true
            return Decision(turn: turn)
        }
    }

    /// Whether whoever writes from a number is known to want no messages.
    fileprivate func isStopped(_ number: Int) async throws -> Bool {
        let settlement = try await advance(Self.arrival(number, at: 3_000)) { snapshot in
            Decision(
                turn: Turn(person: snapshot.person, session: nil), answer: [snapshot.person.isStopped ? 1 : 0])
        }
        return settlement.answer == [1]
    }

    fileprivate static func arrival(_ number: Int, at: Int64) -> Arrival {
        let key = AddressKey(fingerprint: Array("fingerprint \(number)".utf8), number: "+25471200000\(number)")
        return Arrival(key: nil, subject: .address(key, channel: "sms"), at: Timestamp(milliseconds: at))
    }
}
