import Expressions
import Foundation
import GRDB
import Sealing
import TestSupport
import Testing

@testable import Storage

struct AuditTests {
    private let folder: TemporaryFolder
    private let store: SQLStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
    }

    private func write(_ count: Int) async throws {
        for number in 1...count {
            try await store.note(
                AuditDraft(.readSession, by: nil, on: "session \(number)"), at: Timestamp(milliseconds: 1))
        }
    }

    @Test(arguments: ["UPDATE audit SET subject = 'session 9' WHERE id = 2", "DELETE FROM audit WHERE id = 3"])
    func `an entry is neither changed nor taken away`(sql: String) async throws {
        try await write(3)
        await #expect(throws: DatabaseError.self) { try await store.pool.write { try $0.execute(sql: sql) } }
        #expect(try await store.verifyAudit().sound == 3)
    }

    @Test(arguments: [
        ("UPDATE audit SET subject = 'session 9' WHERE id = 2", 2), ("UPDATE audit SET at = 2 WHERE id = 2", 2),
        ("UPDATE audit SET act = 'sign-in' WHERE id = 3", 3), ("DELETE FROM audit WHERE id = 1", 2),
        ("DELETE FROM audit WHERE id = 3", 4),
        (
            "INSERT INTO tokens (digest, name, role, made_at) VALUES (x'01', x'01', 'viewer', 1);"
                + "UPDATE audit SET token = 1 WHERE id = 2", 2
        ),
    ])
    func `whoever takes the locks off and changes an entry is noticed`(sql: String, broken: Int64) async throws {
        try await write(5)
        try await store.pool.write { database in
            try database.execute(sql: "DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept; " + sql)
        }
        #expect(try await store.verifyAudit().broken == broken)
    }

    @Test func `a reason lies sealed, and whoever changes it is noticed`() async throws {
        let entry = AuditDraft(.exportPerson, by: nil, on: "person 2", because: "she asked for it")
        try await store.note(entry, at: Timestamp(milliseconds: 1))
        #expect(try await store.audit(before: nil, limit: 9).map(\.reason) == ["she asked for it"])
        #expect(try await store.verifyAudit().broken == nil)
        let words = try await store.pool.read { try Data.fetchOne($0, sql: "SELECT words FROM audit_reasons") }
        #expect(words?.range(of: Data("she asked".utf8)) == nil)
        let other = try store.keys.seal(Array("nobody asked".utf8), as: .note)
        try await store.pool.write { database in
            try database.execute(sql: "UPDATE audit_reasons SET words = ?", arguments: [Data(other)])
        }
        #expect(try await store.verifyAudit().broken == 1)
    }

    @Test func `a log longer than one stretch is walked to its end`() async throws {
        try await store.changes.commit { (writer) throws(StoreFault) in
            for _ in 1...1_001 { try writer.note(AuditDraft(.checkPack, by: nil), at: Timestamp(milliseconds: 1)) }
        }
        let verdict = try await store.verifyAudit()
        #expect(verdict.sound == 1_001 && verdict.broken == nil)
    }
}
