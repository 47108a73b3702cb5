#if Postgres
    import Conversation
    import Expressions
    import StorageContract
    import Testing

    @testable import Storage

    /// Months of thirty days, counted from 1970.
    @Suite(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
    struct PostgresPartitionTests {
        private let place = PostgresPlace()
        private let keys = MigrationRows.keys

        private static let month: Int64 = 30 * 86_400_000

        private func open(_ change: (inout PostgresSettings) -> Void = { _ in }) throws -> SQLStore {
            var settings = place.settings
            change(&settings)
            return try SQLStore(postgres: settings, keys: keys)
        }

        private func count(_ rows: String) throws -> Int? {
            try place.run("SELECT count(*) FROM \(rows)").flatMap { Int($0) }
        }

        /// What is kept since a month began.
        private func since(_ month: Int64) -> KeptTexts {
            let moment = Timestamp(milliseconds: month * Self.month)
            return KeptTexts(transcripts: moment, messages: moment, cases: moment, claims: moment)
        }

        /// Drops nothing, and begins what it is time to begin.
        private func turnOver(_ store: SQLStore, month: Int64) async throws {
            let at = Timestamp(milliseconds: month * Self.month + 100)
            #expect(try await store.dropPartitions(since(0), at: at).total == 0)
        }

        /// Some lines and messages of a month, each line with a phrase that all months have and one that no other has.
        private func live(_ month: Int64, lines: Int = 7, messages: Int = 5) throws {
            let at = month * Self.month + 1
            try place.run(
                """
                INSERT INTO phrases (digest) VALUES ('common'), ('month \(month)') ON CONFLICT DO NOTHING;
                WITH lines AS (
                    INSERT INTO transcript (person, at, step)
                    SELECT 0, \(at) + line, 'main#menu' FROM generate_series(1, \(lines)) AS line RETURNING id)
                INSERT INTO line_phrases (line, phrase, session)
                SELECT lines.id, phrases.id, 1 FROM lines, phrases
                WHERE digest IN ('common'::bytea, 'month \(month)'::bytea);
                WITH messages AS (
                    INSERT INTO outbox (person, address, channel, created_at, settled_at)
                    SELECT 0, 0, 'sms', \(at) + message, \(at) FROM generate_series(1, \(messages)) AS message
                    RETURNING id)
                INSERT INTO deliveries (outbox, part, channel, status, at)
                SELECT id, 1, 'sms', 'delivered', \(at) FROM messages
                """)
        }

        /// Five months in which people talked.
        private func liveFiveMonths(_ store: SQLStore) async throws {
            for month in Int64(0)..<5 {
                try await turnOver(store, month: month)
                try live(month)
            }
        }

        @Test func `a database of the version before is parted with every row that it has`() async throws {
            try place.run("CREATE SCHEMA \(PostgresLink.quoted(place.settings.schema))")
            try place.run("CREATE TABLE migrations (name TEXT PRIMARY KEY)")
            for migration in PostgresMigration.all.prefix(while: { $0.name != PostgresMigration.partitions.name }) {
                try place.run(migration.sql)
                try place.run("INSERT INTO migrations VALUES ('\(migration.name)')")
            }
            try live(0)
            try place.run(
                """
                UPDATE outbox SET status = 'delivered' WHERE id = 2;
                INSERT INTO audit (at, act, hash) VALUES (1, 'check_pack', 'a'), (2, 'check_pack', 'b');
                INSERT INTO audit_reasons VALUES (2, 'why')
                """)
            let tables = [
                "outbox", "deliveries", "transcript", "line_phrases", "phrases", "audit", "audit_reasons",
                "message_counts",
            ]
            func rows(_ table: String) throws -> String? {
                try place.run("SELECT string_agg(one::text, ' ' ORDER BY one::text) FROM \(table) AS one")
            }
            let before = try tables.map(rows)
            let store = try open()
            #expect(try tables.map(rows) == before)
            #expect(before.allSatisfy { $0 != nil })
            #expect(try count("outbox WHERE tableoid = 'outbox_0'::regclass") == 5)
            try live(0)
            #expect(try place.run("SELECT max(id) FROM outbox") == "10")
            #expect(try place.run("SELECT max(id) FROM transcript") == "14")
            #expect(throws: StoreFault.self) { try place.run("UPDATE audit SET at = 3") }
            #expect(throws: StoreFault.self) { try place.run("DELETE FROM audit_reasons") }
            await store.close()
        }

        @Test func `each month has a partition, and the next one is there already`() async throws {
            let store = try open()
            try await liveFiveMonths(store)
            for month in 0..<5 {
                #expect(try count("transcript_\(month)") == 7)
                #expect(try count("line_phrases_\(month)") == 14)
                #expect(try count("outbox_\(month)") == 5)
                #expect(try count("deliveries_\(month)") == 5)
            }
            #expect(try count("transcript_5") == 0)
            #expect(try count("outbox_5") == 0)
            #expect(try place.run("SELECT to_regclass('outbox_6') IS NULL") == "t")
            await store.close()
        }

        @Test func `a month that is not over goes on in its partition`() async throws {
            let store = try open()
            try live(0)
            let end = Timestamp(milliseconds: Self.month)
            #expect(try await store.dropPartitions(since(0), at: end).total == 0)
            try live(0)
            #expect(try count("transcript_0") == 14)
            await store.close()
        }

        @Test func `months that are over go as a whole, are counted, and younger rows stay`() async throws {
            let store = try open()
            try await liveFiveMonths(store)
            let dropped = try await store.dropPartitions(since(3), at: Timestamp(milliseconds: 5 * Self.month))
            #expect((dropped.lines, dropped.messages, dropped.notes, dropped.claims) == (21, 15, 0, 0))
            for table in ["transcript", "line_phrases", "outbox", "deliveries"] {
                for month in 0..<3 { #expect(try place.run("SELECT to_regclass('\(table)_\(month)')") == "") }
            }
            #expect(try count("transcript WHERE at > \(3 * Self.month)") == 14)
            #expect(try count("transcript") == 14)
            #expect(try count("outbox") == 10)
            #expect(try count("deliveries") == 10)
            let phrases = try place.run(
                "SELECT string_agg(convert_from(digest, 'UTF8'), ', ' ORDER BY id) FROM phrases")
            #expect(phrases == "common, month 3, month 4")
            let now = Timestamp(milliseconds: 5 * Self.month)
            #expect(try await store.dropTexts(since(3), at: now, limit: 9).total == 0)
            await store.close()
        }

        @Test func `old rows of a month that stays go one by one, unless they may wait for it`() async throws {
            let half = Timestamp(milliseconds: 3 * Self.month + 4)
            let kept = KeptTexts(transcripts: half, messages: half, cases: half, claims: half)
            let now = Timestamp(milliseconds: 5 * Self.month)
            let patient = try open { $0.partitions.grace = 30 }
            try await liveFiveMonths(patient)
            #expect(try await patient.dropPartitions(kept, at: now).total == 36)
            #expect(try await patient.dropTexts(kept, at: now, limit: 100).total == 0)
            await patient.close()
            let strict = try open()
            #expect(try await strict.dropPartitions(kept, at: now).total == 0)
            let dropped = try await strict.dropTexts(kept, at: now, limit: 100)
            #expect((dropped.lines, dropped.messages) == (2, 2))
            #expect(try count("transcript_3") == 5)
            await strict.close()
        }

        @Test func `a message that waits keeps its partition, and what is settled beside it goes alone`() async throws {
            let store = try open()
            try await liveFiveMonths(store)
            try place.run("UPDATE outbox SET due_at = 1, settled_at = NULL WHERE id = (SELECT min(id) FROM outbox_1)")
            let now = Timestamp(milliseconds: 5 * Self.month)
            #expect(try await store.dropPartitions(since(3), at: now).messages == 10)
            #expect(try await store.dropTexts(since(3), at: now, limit: 100).messages == 4)
            #expect(try count("outbox_1 WHERE due_at IS NOT NULL") == 1)
            try place.run("UPDATE outbox SET due_at = NULL, settled_at = 1 WHERE due_at IS NOT NULL")
            #expect(try await store.dropPartitions(since(3), at: now).messages == 1)
            #expect(try place.run("SELECT to_regclass('outbox_1')") == "")
            await store.close()
        }

        @Test func `a partition that somebody reads is left, and goes the next time`() async throws {
            let store = try open()
            try await liveFiveMonths(store)
            let now = Timestamp(milliseconds: 5 * Self.month)
            let reader = try PostgresLink(place.settings, isPipelined: false)
            try reader.execute("BEGIN; SELECT count(*) FROM transcript")
            let dropped = try await store.dropPartitions(since(1), at: now)
            #expect((dropped.lines, dropped.messages) == (0, 5))
            try reader.execute("COMMIT")
            #expect(try await store.dropPartitions(since(1), at: now).lines == 7)
            await store.close()
        }

        @Test func `a partition that was taken out when a gateway died is dropped by the next run`() async throws {
            let store = try open()
            try await liveFiveMonths(store)
            try place.run(
                """
                ALTER TABLE line_phrases DETACH PARTITION line_phrases_0;
                ALTER TABLE line_phrases_0 DROP CONSTRAINT line_phrases_phrase_fkey;
                ALTER TABLE transcript DETACH PARTITION transcript_0
                """)
            #expect(try await store.dropPartitions(since(0), at: Timestamp(milliseconds: 5 * Self.month)).lines == 7)
            #expect(try place.run("SELECT to_regclass('transcript_0')") == "")
            #expect(try count("phrases") == 5)
            await store.close()
        }

        @Test func `of several gateways one drops partitions at a time`() async throws {
            let store = try open()
            try await liveFiveMonths(store)
            let now = Timestamp(milliseconds: 5 * Self.month)
            let other = try PostgresLink(place.settings, isPipelined: false)
            #expect(try other.execute("SELECT \(PartitionDropping.turn)").text(0, 0) == "t")
            #expect(try await store.dropPartitions(since(3), at: now).total == 0)
            try other.execute("SELECT pg_advisory_unlock_all()")
            #expect(try await store.dropPartitions(since(3), at: now).total == 36)
            await store.close()
        }

        @Test func `a row that no partition is for is kept, and the next one begins behind it`() async throws {
            let store = try open()
            try place.run("SELECT setval('outbox_numbers', 7000000005)")
            try live(0)
            #expect(try count("outbox_rest") == 5)
            #expect(try count("deliveries_rest") == 5)
            try await turnOver(store, month: 2)
            try live(2)
            #expect(try count("outbox_rest") == 5)
            #expect(try count("outbox_8") == 5)
            #expect(try count("outbox WHERE id = 7000000006") == 1)
            #expect(try await store.dropTexts(since(1), at: Timestamp(milliseconds: 1), limit: 99).messages == 5)
            await store.close()
        }

        @Test func `the audit log goes on in its next partition without a gap, and never goes`() async throws {
            let store = try open()
            try await store.note(AuditDraft(.checkPack, by: nil), at: Timestamp(milliseconds: 1))
            try await turnOver(store, month: 9)
            try await store.note(AuditDraft(.checkPack, by: nil), at: Timestamp(milliseconds: 2))
            #expect(try await store.verifyAudit().sound == 2)
            try place.run("SELECT setval('audit_numbers', 999999)")
            for moment in Int64(3)...4 {
                try await store.note(AuditDraft(.checkPack, by: nil), at: Timestamp(milliseconds: moment))
            }
            _ = try await store.dropPartitions(since(99), at: Timestamp(milliseconds: 99 * Self.month))
            #expect(try count("audit_0") == 2)
            #expect(try count("audit_1") == 2)
            #expect(try count("audit_2") == 0)
            await store.close()
        }

        @Test func `who is erased is erased from every partition`() async throws {
            let store = try open()
            let address = AddressKey(fingerprint: [1], number: "+254712000001")
            for month in Int64(0)..<3 {
                try await turnOver(store, month: month)
                try live(month)
                let at = Timestamp(milliseconds: month * Self.month + 1)
                let arrival = Arrival(key: nil, subject: .address(address, channel: "sms"), at: at)
                _ = try await store.advance(arrival) { snapshot in
                    var turn = Turn(person: snapshot.person, session: nil)
                    (turn.input, turn.step) = ("hello", "main#menu")
                    return Decision(turn: turn, outgoing: [OutboxDraft(channel: "sms", text: "to her")])
                }
            }
            #expect(try count("transcript WHERE person > 0") == 3)
            #expect(try count("outbox WHERE person > 0") == 3)
            let stretch = AgingStretch(
                after: nil, limit: 9, heardSince: Timestamp(milliseconds: 9 * Self.month),
                at: Timestamp(milliseconds: 9 * Self.month))
            try place.run("UPDATE outbox SET due_at = NULL, settled_at = 1 WHERE due_at IS NOT NULL")
            #expect(try await store.agePeople(stretch) { $0 }.erased == 1)
            #expect(try count("transcript WHERE person > 0") == 0)
            #expect(try count("outbox WHERE person > 0 OR message <> ''") == 0)
            await store.close()
        }
    }
#endif
