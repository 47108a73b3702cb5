import Conversation
import Expressions
import FoundationEssentials
import GRDB
import Sealing

@testable import Storage

/// Rows as each version of the schema kept them, by the names of the migrations that brought their tables.
struct MigrationRows {
    /// The key that they are sealed with.
    static let keys = KeyRing(RootKey(secret: FirstFormat.secret))

    private let database: Database

    /// Makes a database as a version left it, with somebody in the middle of everything.
    static func make(_ path: String, upTo version: Migration) throws -> [String: Int] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        for migration in Migration.all {
            try Migration.migrator(keys).migrate(queue, upTo: migration.name)
            try queue.write { try MigrationRows(database: $0).add(migration.name) }
            if migration.name == version.name { break }
        }
        return try queue.write { database in
            try database.execute(sql: "PRAGMA application_id = \(DatabaseOpening.applicationID)")
            return try counts(database)
        }
    }

    /// How many rows each table has.
    static func counts(_ database: Database) throws -> [String: Int] {
        let names = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
                """)
        return try names.reduce(into: [:]) { counts, name in
            counts[name] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(name)") ?? 0
        }
    }

    private func add(_ version: String) throws {
        switch version.prefix(3) {
        case "001": try addConversations()
        case "002": try addLater()
        case "003": try run("INSERT INTO early_reports VALUES (1, 'sms', 'p9', 'delivered', NULL, 1)")
        case "004": try addParts()
        case "005": try addClaims()
        case "008": try run("INSERT INTO pleas VALUES (1, 1, 1, 1, NULL, 7, NULL, NULL)")
        case "010": try addStaff()
        case "011": try run("INSERT INTO held_messages VALUES (1, 1, 'sms', ?, 1, 9)", sealed("held", .held))
        case "012":
            try run("INSERT INTO notes VALUES (1, 7, NULL, 1, 'asha', ?)", sealed("called", .note))
            try run("INSERT INTO tags VALUES (1, 1, x'01', ?)", sealed("urgent", .note))
        case "013":
            try run("INSERT INTO guests VALUES (2, 99)")
            try run("INSERT INTO suppressions VALUES (x'09', 1)")
        case "016":
            try run(
                "INSERT INTO tokens VALUES (1, x'01', ?, 'viewer', 1, 1, NULL, NULL, NULL)", sealed("report", .staff))
        case "018": try run("INSERT INTO audit_reasons VALUES (1, ?)", sealed("she asked", .note))
        case "019":
            try run("INSERT INTO wordings VALUES (1, x'01', 'May we keep it?')")
            try run(
                """
                INSERT INTO consents
                VALUES (1, 1, 1, 'keep', 'given', 'main#menu', 1, 'en', 'r', 'sms', 1)
                """)
        case "021": try run("INSERT INTO passages VALUES ('main', 1, 'r', 'en', '', '', 'main#menu', '', 'main', 3)")
        case "023": try addFinding()
        default: return
        }
    }

    private func addConversations() throws {
        let session = Session(
            revision: RevisionID("r"), language: "en", kind: .sms, startedAt: Timestamp(milliseconds: 1),
            lastAt: Timestamp(milliseconds: 1), frames: [Frame(id: 0, step: "main#menu")], nextFrame: 1)
        try run("INSERT INTO persons (id, record, created_at) VALUES (1, ?, 1)", Person().encoded())
        try run("INSERT INTO persons (id, record, created_at) VALUES (2, ?, 1)", Person().encoded())
        try run(
            "INSERT INTO addresses (id, person, fingerprint, sealed, channel, created_at) VALUES (1, 1, x'01', ?, 'sms', 1)",
            try FirstFormat.sealed("+254712000001", as: FirstFormat.numbers))
        try run(
            "INSERT INTO sessions VALUES (1, 1, 1, 'sms', 'r', 1, 1, NULL, NULL, 'main#menu', 9, ?)", session.encoded())
        try run("INSERT INTO sessions VALUES (2, 1, 1, 'sms', 'r', 1, 1, 2, 'finished', 'main#end', NULL, NULL)")
        try run("INSERT INTO timers VALUES (1, 9)")
        try run(
            "INSERT INTO transcript VALUES (1, 1, NULL, 1, 'wages unpaid', 'Since when?', 'free text', 'main#menu', NULL)"
        )
        try run("INSERT INTO inbound_keys VALUES (1, x'01', 1, ?)", Array("answer".utf8))
        try run("INSERT INTO cases VALUES (7, 1, 1, 'help', 'call after dark', 'main#help', 1, NULL)")
        try run(
            """
            INSERT INTO outbox (id, person, address, channel, text, created_at, due_at)
            VALUES (1, 1, 1, 'sms', 'come tomorrow', 1, 1)
            """)
        try run(
            """
            INSERT INTO outbox (id, person, address, channel, text, created_at, settled_at, provider_id, status)
            VALUES (2, 1, 1, 'sms', 'come today', 1, 2, 'p1', 'delivered')
            """)
        try run("INSERT INTO marks VALUES ('a mark', x'01')")
        try run("INSERT INTO revisions VALUES ('r', 'sample', x'01', 1)")
    }

    private func addLater() throws {
        try run("INSERT INTO reminders VALUES (1, 1, 1, 'sms', 'main#later', 9)")
        try run(
            """
            INSERT INTO requests (session, number, channel, system, path, body, within, step, deadline_at)
            VALUES (1, 1, 'sms', 'jobs', '/jobs?city=Shenzhen', 'private body', 5, 'main#menu', 9)
            """)
    }

    private func addFinding() throws {
        try run("INSERT INTO session_places VALUES (1, 1, 1)")
        try run("INSERT INTO phrases VALUES (1, x'01')")
        try run("INSERT INTO phrase_words VALUES (1, 1)")
        try run("INSERT INTO line_phrases SELECT min(id), 1, 1 FROM transcript")
    }

    private func addParts() throws {
        try run(
            "INSERT INTO long_messages VALUES (1, x'02', 'sms', x'01', ?, 2, 1, 38, 10, 20, NULL)",
            try FirstFormat.sealed("+254712000001", as: FirstFormat.numbers))
        try run(
            "INSERT INTO parts VALUES (1, 1, x'03', ?)", try FirstFormat.sealed("first part", as: FirstFormat.texts))
    }

    private func addClaims() throws {
        try run("INSERT INTO claim_codes VALUES (1, x'05', 1, 9, NULL)")
        try run(
            "INSERT INTO claims VALUES (1, 1, 1, 1, 2, ?, x'', 1, NULL)", Person().encoded())
        try run("UPDATE claims SET other_before = person_before")
        try run("INSERT INTO claim_rows VALUES (1, 'session', 2, 2)")
    }

    private func addStaff() throws {
        try run(
            "INSERT INTO staff (id, fingerprint, record, role, step, joined_at) VALUES (1, x'0A', ?, 'admin', 0, 1)",
            sealed("asha", .staff))
        try run("INSERT INTO recovery_codes VALUES (1, x'01')")
        try run("INSERT INTO invitations VALUES (x'01', 'viewer', NULL, 1, 9)")
        try run("INSERT INTO sign_ins VALUES (x'01', 1, 1, 1, 9)")
        try run("INSERT INTO audit (id, at, staff, act, hash) VALUES (1, 1, 1, 'sign_in', x'00')")
    }

    private func sealed(_ text: String, _ field: SealedField) throws -> [UInt8] {
        try Self.keys.seal(Array(text.utf8), as: field)
    }

    private func run(_ sql: String, _ blob: [UInt8]? = nil) throws {
        try database.execute(sql: sql, arguments: blob.map { [Data($0)] } ?? [])
    }
}
