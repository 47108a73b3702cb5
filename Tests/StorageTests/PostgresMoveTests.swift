#if Postgres
    import Conversation
    import Expressions
    import GRDB
    import Sealing
    import TestSupport
    import Testing

    @testable import Storage

    @Suite(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
    struct PostgresMoveTests {
        private let folder: TemporaryFolder
        private let place = PostgresPlace()
        private let keys = MigrationRows.keys

        init() throws {
            folder = try TemporaryFolder()
        }

        private var path: String { folder.file("waymark.db") }

        /// Somebody in the middle of everything: rows in every table.
        private func fill() throws -> [String: Int] {
            try MigrationRows.make(path, upTo: try #require(Migration.all.last))
        }

        private func move(batch: Int = 2_000) throws -> PostgresMove {
            try PostgresMove(of: path, keys: keys, to: place.settings, batch: batch)
        }

        private func moveAll() throws {
            let move = try move()
            while try move.moveBatch() {}
            try move.finish()
        }

        private func fault(_ body: () throws -> Void) -> String? {
            #expect(throws: StoreFault.self, performing: body)?.message
        }

        @Test func `a move that is cut short after each row goes on, until every row of every table is there`() throws {
            let counts = try fill()
            let total = counts.values.reduce(0, +)
            for moved in 0..<total {
                let move = try move(batch: 1)
                #expect((move.moved, move.total, move.tables) == (moved, total, counts.count))
                #expect(try move.moveBatch())
            }
            let last = try move(batch: 1)
            #expect(try !last.moveBatch())
            try last.finish()
            for (table, count) in counts {
                #expect(try place.run("SELECT count(*) FROM \(table)") == "\(count)", "\(table)")
            }
        }

        @Test func `a batch that the database refuses leaves no row behind, and comes whole the next time`() throws {
            _ = try fill()
            let move = try move()
            try place.run("ALTER TABLE persons ADD CONSTRAINT planted CHECK (id <> 2)")
            let fault = #expect(throws: StoreFault.self) { while try move.moveBatch() {} }
            #expect(fault?.code == .refused)
            #expect(try place.run("SELECT count(*) FROM persons") == "0")
            try place.run("ALTER TABLE persons DROP CONSTRAINT planted")
            try moveAll()
            #expect(try place.run("SELECT count(*) FROM persons") == "3")
        }

        @Test func `walking a table neither reads it whole nor sorts it`() throws {
            _ = try fill()
            let tables = try MoveSource(path, keys: keys).tables
            let queue = try DatabaseQueue(path: path)
            for table in tables {
                let plan = try queue.read { database in
                    try Row.fetchAll(
                        database, sql: "EXPLAIN QUERY PLAN " + table.next,
                        arguments: StatementArguments(Array(repeating: 1, count: table.key.count + 1))
                    ).map { $0["detail"] as String }
                }
                #expect(plan.count == 1 && plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(table.name): \(plan)")
            }
        }

        @Test func `how much is compared grows to its end`() throws {
            _ = try fill()
            let move = try move(batch: 3)
            while try move.moveBatch() {}
            var parts: [Double] = []
            try move.finish { parts.append($0) }
            #expect(parts == parts.sorted() && parts.last == 1 && parts.count > 30)
        }

        @Test(arguments: [
            "UPDATE persons SET record = record || '\\x00' WHERE id = 2", "DELETE FROM persons WHERE id = 2",
            "INSERT INTO persons (id, record, created_at) VALUES (9, '', 1)",
            "UPDATE persons SET erased_at = 0 WHERE id = 2",
        ])
        func `a row that is not as it was is found by its table, and no gateway serves`(sql: String) throws {
            _ = try fill()
            let move = try move()
            while try move.moveBatch() {}
            if sql.hasPrefix("DELETE") { try place.run("UPDATE claims SET other = 1; DELETE FROM guests") }
            try place.run(sql)
            let words = try #require(fault { try move.finish() })
            #expect(words.hasPrefix("not the same in both databases: "), "\(words)")
            #expect(words.contains("'persons' (3 and "), "\(words)")
            #expect(words.contains("'sessions'") == false, "\(words)")
            #expect(fault { _ = try SQLStore(postgres: place.settings, keys: keys) } != nil)
        }

        @Test func `what changes in the source after it was moved is found`() throws {
            _ = try fill()
            let move = try move()
            while try move.moveBatch() {}
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "UPDATE wordings SET text = 'May we keep this?'") }
            #expect(fault { try move.finish() }?.contains("'wordings' (1 and 1 rows)") == true)
        }

        @Test func `a schema that is in use is refused, and so is one that was moved to`() async throws {
            let store = try SQLStore(postgres: place.settings, keys: keys)
            _ = try await store.mark("a mark", [1])
            await store.close()
            _ = try fill()
            let words = """
                the schema '\(place.settings.schema)' of the database is in use already: name a new one by 'store.schema'
                """
            #expect(fault { _ = try move() } == words)
            #expect(try place.run("SELECT count(*) FROM marks") == "1")
            try SQLStore.dropSchema(place.settings)
            try moveAll()
            #expect(fault { _ = try move() } == words)
        }

        @Test func `no gateway serves from what is not moved to its end`() throws {
            _ = try fill()
            #expect(try move().moveBatch())
            #expect(
                fault { _ = try SQLStore(postgres: place.settings, keys: keys) } == """
                    the move to the schema '\(place.settings.schema)' is not over: end it with \
                    'waymark migrate sqlite-to-postgres'
                    """)
        }

        @Test func `a move goes on only from the database that it was begun from`() throws {
            _ = try fill()
            #expect(try move().moveBatch())
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "UPDATE marks SET value = x'02'") }
            #expect(fault { _ = try move() }?.contains("was begun from another database") == true)
        }

        @Test func `no number is given again that a row had, also one that is gone`() async throws {
            _ = try fill()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { database in
                try database.execute(sql: "UPDATE sqlite_sequence SET seq = 41 WHERE name = 'requests'")
                try database.execute(sql: "DELETE FROM held_messages")
            }
            try moveAll()
            func next(_ table: String) throws -> String? {
                try place.run("SELECT nextval(pg_get_serial_sequence('\(table)', 'id'))")
            }
            #expect(try next("requests") == "42")
            #expect(try next("held_messages") == "2")
            #expect(try next("outbox") == "3")
            #expect(try next("sessions") == "3")
        }

        @Test func `conversations and the audit log go on where they were`() async throws {
            let before = try SQLStore(path: path, keys: keys)
            try await talk(before, at: 1)
            try await before.note(AuditDraft(.checkPack, by: nil), at: Timestamp(milliseconds: 1))
            await before.close()
            try moveAll()
            let after = try SQLStore(postgres: place.settings, keys: keys)
            try await talk(after, at: 2)
            try await after.note(AuditDraft(.checkPack, by: nil), at: Timestamp(milliseconds: 2))
            let session = try #require(try await after.recentSessions(limit: 9).first)
            #expect(try await after.transcript(of: session.id).map(\.input) == ["at 1", "at 2"])
            #expect(try await after.messages(to: session.person, limit: 9).map(\.text).sorted() == ["to 1", "to 2"])
            #expect(try await after.verifyAudit().sound == 2)
            #expect(try await after.verifyAudit().broken == nil)
            await after.close()
        }

        /// One turn of somebody, which sends a message.
        private func talk(_ store: SQLStore, at: Int64) async throws {
            let address = AddressKey(fingerprint: [1], number: "+254712000001")
            let arrival = Arrival(
                key: nil, subject: .address(address, channel: "sms"), at: Timestamp(milliseconds: at))
            _ = try await store.advance(arrival) { snapshot in
                let session =
                    snapshot.session
                    ?? Session(
                        revision: RevisionID("r"), language: "en", kind: .sms, startedAt: arrival.at,
                        lastAt: arrival.at,
                        frames: [Frame(id: 0, step: "main#menu")], nextFrame: 1)
                var turn = Turn(person: snapshot.person, session: session)
                turn.isBeginning = snapshot.session == nil
                (turn.input, turn.step) = ("at \(at)", "main#menu")
                return Decision(turn: turn, outgoing: [OutboxDraft(channel: "sms", text: "to \(at)")])
            }
        }
    }
#endif
