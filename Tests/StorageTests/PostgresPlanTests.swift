#if Postgres
    import Sealing
    import Testing

    @testable import Storage

    /// How PostgreSQL finds rows, by the plans of its own for thousands of people.
    @Suite(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
    struct PostgresPlanTests {
        /// What only SQLite is asked, when a copy is restored.
        private static let hot =
            QueryPlanTests.onEveryTurn.filter { !LaterErasureSQL.all.contains($0) }
            + [PostgresSQL.keysThere, PostgresSQL.peopleThere]

        private let place = PostgresPlace()

        /// A connection to a database with many rows.
        private func crowd() async throws -> PostgresLink {
            let store = try SQLStore(postgres: place.settings, keys: MigrationRows.keys)
            await store.close()
            try place.fill()
            return try PostgresLink(place.settings, isPipelined: false)
        }

        /// The plan of a statement, line by line.
        ///
        /// - Parameter isKnown: Whether it is planned for its arguments, or once for all there may be.
        private func plan(of sql: String, on link: PostgresLink, isKnown: Bool = false) throws -> [String] {
            let statement = PostgresDialect.translated(sql)
            let count = (1...20).last { statement.contains("$\($0)") } ?? 0
            try prepare(statement, count, on: link)
            let argument = statement.contains("ANY ($") ? "'{1}'" : "'1'"
            let arguments = Array(repeating: argument, count: count).joined(separator: ", ")
            let rows = try link.execute(
                """
                SET plan_cache_mode = \(isKnown ? "force_custom_plan" : "force_generic_plan");
                EXPLAIN (COSTS OFF) EXECUTE asked \(count == 0 ? "" : "(\(arguments))")
                """)
            return (0..<rows.rows).map { rows.text($0, 0) }
        }

        /// Prepares a statement with types for those arguments of which PostgreSQL sees none by itself.
        private func prepare(_ statement: String, _ count: Int, on link: PostgresLink) throws {
            try link.execute("DEALLOCATE ALL")
            var types = Array(repeating: "unknown", count: count)
            while true {
                do {
                    return try link.prepare(statement, types)
                } catch {
                    guard let place = Self.unseen(error), types.indices.contains(place), types[place] == "unknown"
                    else {
                        break
                    }
                    types[place] = Self.type(ofArgument: place + 1, in: statement)
                }
            }
            var lists: [[String]] = [[]]
            for _ in 0..<min(count, 4) {
                lists = lists.flatMap { list in ["bigint", "text", "bytea"].map { list + [$0] } }
            }
            let found = lists.first { (try? link.prepare(statement, $0)) != nil }
            try #require(found != nil, "\(statement)")
        }

        /// Which argument, counted from 0, PostgreSQL sees no type of.
        private static func unseen(_ fault: any Error) -> Int? {
            guard let fault = fault as? StoreFault,
                let words = fault.message.firstRange(of: "could not determine data type of parameter $")
            else { return nil }
            return Int(fault.message[words.upperBound...].prefix(while: \.isNumber)).map { $0 - 1 }
        }

        /// The type of the column that an argument is compared with.
        private static func type(ofArgument number: Int, in statement: String) -> String {
            let column = statement.firstRange(of: " = $\(number)").map { range in
                statement[..<range.lowerBound].split { !$0.isLetter && $0 != "_" }.last ?? ""
            }
            return switch column ?? "" {
            case "digest", "fingerprint": "bytea"
            case "person", "place": "bigint"
            default: "text"
            }
        }

        @Test func `no statement of a loop reads a table with many rows from its beginning to its end`() async throws {
            let link = try await crowd()
            for sql in Self.hot {
                let whole = try plan(of: sql, on: link).compactMap { line in
                    line.firstRange(of: "Seq Scan on ").map { line[$0.upperBound...].prefix { $0 != " " } }
                }
                #expect(whole.filter { PostgresPlace.crowded.contains(String($0)) } == [], "\(sql)")
            }
        }

        @Test func `an open session is looked for among hers though none was open when planned`() async throws {
            _ = try await crowd()
            try place.run("DELETE FROM timers")
            try place.run("UPDATE sessions SET ended_at = id, outcome = 'finished', state = NULL")
            try place.run("VACUUM ANALYZE sessions")
            let link = try PostgresLink(place.settings, isPipelined: false, findsByKeys: true)
            let found = [
                PostgresSQL.peopleThere, TurnQueries.SQL.knownByAddress, Writer.IdentitySQL.live,
                Writer.IdentitySQL.liveAt, Writer.LaterSQL.knownByReminder, Writer.LaterSQL.knownByMessage,
            ]
            for sql in found {
                let plan = try plan(of: sql, on: link)
                let scan = try #require(plan.firstIndex { $0.contains(" on sessions") }, "\(plan)")
                #expect(plan[scan].contains("Scan using sessions_person"), "\(plan)")
                #expect(plan[scan + 1].contains("Index Cond: ((person = "), "\(plan)")
            }
        }

        @Test func `a whole table that is read is seen`() async throws {
            let link = try await crowd()
            let plan = try plan(of: "SELECT count(*) FROM transcript WHERE step = ?", on: link)
            #expect(plan.contains { $0.contains("Seq Scan on transcript_0") }, "\(plan)")
        }

        @Test func `a message and a line are looked for in the partition of their number alone`() async throws {
            let link = try await crowd()
            let found = [
                Writer.OutboxSQL.claim, Writer.OutboxSQL.renew, Writer.OutboxSQL.postpone, Writer.OutboxSQL.settle,
                Writer.OutboxSQL.recipient, Writer.OutboxSQL.revive, Writer.ReportSQL.message,
                Writer.ReportSQL.statusOfPart, Writer.ReportSQL.keepPart, Writer.ReportSQL.parts,
                Writer.ReportSQL.status, Writer.ReportSQL.prove, Writer.ReportSQL.resurrect, Writer.WordSQL.line,
                SQLStore.OutboxListSQL.trace,
            ]
            for sql in found + Writer.AgingSQL.dropMessage {
                let plan = try plan(of: sql, on: link, isKnown: true)
                #expect(plan.contains { $0.contains("_0") }, "\(sql): \(plan)")
                #expect(!plan.contains { $0.contains("_1 ") || $0.contains("_rest") }, "\(sql): \(plan)")
            }
        }

        @Test func `old lines are read from the oldest partition on, and no more than are asked for`() async throws {
            let link = try await crowd()
            for sql in [Writer.AgingSQL.lines, Writer.AgingSQL.messages, SQLStore.UnreadSQL.lines] {
                let plan = try plan(of: sql, on: link)
                #expect(plan.first == "Limit", "\(plan)")
                #expect(!plan.contains { $0.contains("->  Sort") || $0.contains("Seq Scan on outbox_0") }, "\(plan)")
            }
        }
    }

    extension PostgresLink {
        fileprivate func prepare(_ statement: String, _ types: [String]) throws {
            let list = types.isEmpty ? "" : "(\(types.joined(separator: ", ")))"
            try execute("PREPARE asked \(list) AS \(statement)")
        }
    }
#endif
