import Conversation
import Expressions
import FoundationEssentials
import GRDB
import Sealing
import StorageContract
import TestSupport
import Testing

@testable import Storage

/// What is erased leaves the disk.
struct ErasingTests {
    @Test func `nothing sealed of someone who was erased is in any file of the database`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        try await store.advance(1, saying: "hers", forgetting: false)
        try await store.advance(2, saying: "another's", forgetting: false)
        let (hers, others) = try await (store.sealed(of: 1), store.sealed(of: 2))
        #expect(hers.count > 4 && others.count == hers.count)
        try await store.advance(1, saying: "", forgetting: true)
        #expect(try await store.forgetGuests(at: Timestamp(milliseconds: 2_000), limit: 9) == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let contents = try files.map { try Data(contentsOf: URL(filePath: folder.file($0))) }
        for value in hers { #expect(!contents.contains { $0.firstRange(of: Data(value)) != nil }) }
        for value in others { #expect(contents.contains { $0.firstRange(of: Data(value)) != nil }) }
        await store.close()
    }
}

extension ErasingTests {
    /// It would wait for whoever reads for an hour, and every turn behind it.
    @Test(.timeLimit(.minutes(1))) func `while somebody reads, what was erased keeps no turn waiting`() async throws {
        let folder = try TemporaryFolder()
        var settings = SQLiteSettings()
        settings.lockWait = 3_600
        let store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()), settings: settings)
        try await store.advance(1, saying: "hers", forgetting: false)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: folder.file("waymark.db"), configuration: configuration)
        try reader.inDatabase { database in
            try database.execute(sql: "BEGIN")
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM transcript") == 1)
        }
        try await store.advance(1, saying: "", forgetting: true)
        #expect(try await store.forgetGuests(at: Timestamp(milliseconds: 2_000), limit: 9) == 0)
        try await store.advance(2, saying: "another's", forgetting: false)
        try reader.inDatabase { try $0.execute(sql: "COMMIT") }
        // The next look does what could not be done.
        #expect(try await store.forgetGuests(at: Timestamp(milliseconds: 2_000), limit: 9) == 0)
        #expect(try Data(contentsOf: URL(filePath: folder.file("waymark.db-wal"))).isEmpty)
        await store.close()
    }

    @Test func `what stands for the words of someone who was erased is in no file of the database`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        for (number, text) in [(1, "hers"), (2, "another's")] {
            try await store.advance(number, saying: text, forgetting: false)
        }
        let marks = [UInt8](1...2).map { [UInt8](repeating: 0xA0 + $0, count: 16) }
        let words = zip(try await store.unreadLines(limit: 9).lines, marks).map { line, mark in
            let word = WordDigest(rawValue: mark.prefix(8).reduce(0) { $0 << 8 | Int64($1) })
            return LineWords(line: line, phrases: [Phrase(digest: mark, words: [word])])
        }
        try await store.keepWords(words, form: 1)
        try await store.advance(1, saying: "", forgetting: true)
        #expect(try await store.forgetGuests(at: Timestamp(milliseconds: 2_000), limit: 9) == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let contents = try files.map { try Data(contentsOf: URL(filePath: folder.file($0))) }
        let found = marks.map { mark in contents.contains { $0.firstRange(of: Data(mark.prefix(8))) != nil } }
        #expect(found == [false, true])
        await store.close()
    }
}

extension SQLStore {
    fileprivate func advance(_ number: Int, saying text: String, forgetting forgets: Bool) async throws {
        let key = AddressKey(fingerprint: Array("fingerprint \(number)".utf8), number: "+25471200000\(number)")
        let arrival = Arrival(
            key: Array(repeating: UInt8(number), count: 16), subject: .address(key, channel: "sms"),
            at: Timestamp(milliseconds: forgets ? 2_000 : 1_000))
        _ = try await advance(Arrival(key: forgets ? nil : arrival.key, subject: arrival.subject, at: arrival.at)) {
            var turn = Turn(person: $0.person, session: nil)
            turn.isBeginning = !forgets
            turn.outcome = .finished
            turn.forgets = forgets
            turn.input = text
            turn.person.fields["said"] = .text(text)
            turn.cases = [OpenedCase(number: $0.caseNumber, topic: "help", note: text, step: "main#help")]
            let messages = forgets ? [] : [OutboxDraft(channel: "sms", text: text)]
            return Decision(turn: turn, answer: Array(text.utf8), outgoing: messages)
        }
    }

    /// Every sealed value that is a person's, who must be the store's first, second and so on.
    fileprivate func sealed(of person: Int64) async throws -> [[UInt8]] {
        let statements = [
            "SELECT record FROM persons WHERE id = ?", "SELECT sealed FROM addresses WHERE person = ?",
            "SELECT line FROM transcript WHERE session IN (SELECT id FROM sessions WHERE person = ?)",
            "SELECT message FROM outbox WHERE person = ?", "SELECT words FROM cases WHERE person = ?",
            "SELECT answer FROM inbound_keys WHERE id = ?", "SELECT fingerprint FROM addresses WHERE person = ?",
        ]
        return try await pool.read { database in
            try statements.flatMap { try Data.fetchAll(database, sql: $0, arguments: [person]).map(Array.init) }
        }
    }
}
