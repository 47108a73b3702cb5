import Conversation
import Delivery
import Expressions
import Foundation
import GRDB
import Sealing

/// What people had erased and stopped after a copy was made: so it is in the copy too, before anybody is served from it.
package struct LaterErasures: Sendable {
    /// How many were erased again.
    package let people: Int
    /// How many numbers get no messages again.
    package let numbers: Int

    /// - Parameters:
    ///   - path: The database that was in use after the copy was made; it is only read.
    ///   - store: The copy, opened with the same keys.
    package init(of path: String, to store: SQLStore) async throws(StoreFault) {
        let later = try Later(path, store.keys)
        (people, numbers) = try await store.changes.commit { (writer) throws(StoreFault) in
            var counts = try writer.eraseAgain(later.people, suppressing: later.numbers, of: later.mark)
            for number in later.stopped { counts.numbers += try writer.stopAgain(number, at: later.at) ? 1 : 0 }
            return counts
        }
    }
}

/// Somebody of whom nothing is left but that there was one.
struct ErasedPerson: Sendable {
    let id: Int64
    let createdAt: Int64
    let erasedAt: Int64
}

/// What a later database says of erasures.
private struct Later: Sendable {
    let people: [ErasedPerson]
    /// Keyed HMACs of numbers whose people want no messages.
    let numbers: [[UInt8]]
    /// Keyed HMACs of the numbers of people who are known and want none.
    let stopped: [[UInt8]]
    /// The time of its last conversation.
    let at: Timestamp
    /// Which key its numbers are looked up with.
    let mark: [UInt8]?

    init(_ path: String, _ keys: KeyRing) throws(StoreFault) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            self = try queue.read { try Later($0, keys) }
        } catch {
            let fault = StoreFault(error)
            throw StoreFault(fault.code, "\(path) cannot be read: \(fault.message)")
        }
    }

    private init(_ database: Database, _ keys: KeyRing) throws {
        people = try Row.fetchAll(
            database, sql: "SELECT id, created_at, erased_at FROM persons WHERE erased_at IS NOT NULL"
        ).map { ErasedPerson(id: $0[0], createdAt: $0[1], erasedAt: $0[2]) }
        numbers = try Data.fetchAll(database, sql: "SELECT fingerprint FROM suppressions").map(Array.init)
        stopped = try Query(SQLiteConnection(database), LaterErasureSQL.standing).all { columns in
            let record = try? Person(columns.bytes(2), of: columns.integer(1), keys)
            let gate = columns.optional(4, columns.bytes).flatMap { try? Gate(decoding: keys.open($0, as: .gate)) }
            let isStopped = columns.integer(3) == 1 || record?.isStopped == true || gate?.isStopped == true
            return isStopped ? columns.bytes(0) : nil
        }.compactMap(\.self)
        at = Timestamp(milliseconds: try Int64.fetchOne(database, sql: "SELECT max(last_at) FROM sessions") ?? 0)
        mark = try Data.fetchOne(database, sql: "SELECT value FROM marks WHERE name = 'number key'").map(Array.init)
    }
}

extension Writer {
    /// Erases whom a later database has erased, and suppresses the numbers that it suppresses.
    ///
    /// - Parameter mark: Which key the later database looks numbers up with: under another one it is another gateway's.
    fileprivate mutating func eraseAgain(
        _ people: [ErasedPerson], suppressing numbers: [[UInt8]], of mark: [UInt8]?
    ) throws(StoreFault) -> (people: Int, numbers: Int) {
        guard try query(LaterErasureSQL.mark).first("number key", read: { $0.bytes(0) }) == mark else {
            throw StoreFault(
                .location, "the later database is of another gateway: name the one that this copy was made of")
        }
        var counts = (people: 0, numbers: 0)
        for person in people {
            let known = try query(LaterErasureSQL.known).first(person.id, person.createdAt, read: { $0.integer(0) })
            guard known != nil else { continue }
            try erase(person.id, at: Timestamp(milliseconds: person.erasedAt))
            counts.people += 1
        }
        for number in numbers {
            try query(PartingSQL.suppress).run(number, Int64(0))
            counts.numbers += try changes
        }
        return counts
    }
}

extension Writer {
    /// Lets a number get no messages that a later database lets get none. Returns whether it would have got them.
    fileprivate mutating func stopAgain(_ number: [UInt8], at: Timestamp) throws(StoreFault) -> Bool {
        let keys = keys
        let known = try query(TurnQueries.SQL.knownByAddress).first(number) { (columns) throws(StoreFault) in
            (
                address: columns.integer(0), person: columns.integer(1), record: try KnownPerson(columns, keys).record,
                isShared: columns.integer(12) == 1, isStoppedThere: columns.integer(13) == 1
            )
        }
        guard var known else {
            try query(PartingSQL.suppress).run(number, at)
            return try changes > 0
        }
        if known.isShared {
            // Of a phone that several people use, whoever says it says it for all.
            guard !known.isStoppedThere else { return false }
            try query(LaterErasureSQL.stopNumber).run(known.address)
            memory.forgetPeople()
            for person in try query(SharingSQL.sharers).all(known.address, read: { $0.integer(0) }) {
                try cancelMessages(to: person, at: known.address, .optedOut, at)
            }
            return true
        }
        guard !known.record.isStopped else { return false }
        known.record.isStopped = true
        try turns.changePerson.run(seal(known.record), known.person)
        memory.forget(known.person)
        try cancelMessages(to: known.person, at: at)
        return true
    }
}

/// The texts of the statements by which later erasures are found; the tests ask for their query plans.
enum LaterErasureSQL {
    static let mark = "SELECT value FROM marks WHERE name = ?"

    static let known = "SELECT 1 FROM persons WHERE id = ? AND created_at = ? AND erased_at IS NULL"

    static let standing = """
        SELECT addresses.fingerprint, persons.id, persons.record, addresses.stopped, addresses.gate
        FROM addresses JOIN persons ON persons.id = addresses.person WHERE persons.erased_at IS NULL
        """

    static let stopNumber = "UPDATE addresses SET stopped = 1 WHERE id = ?"

    static let all = [mark, known, stopNumber]
}
