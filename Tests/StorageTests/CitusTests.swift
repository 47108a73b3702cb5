#if Postgres
    import Foundation
    import Testing

    @testable import Storage

    /// What a database that is spread over machines by person, as Citus does it, would ask of the schema and the statements.
    /// `Docs/citus.md` says what holds and what does not; `UPDATE_GOLDEN=1` writes its list anew.
    @Suite(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
    struct CitusTests {
        private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Docs/citus.md")

        /// Tables of one person each, that would be spread by her number.
        private static let people: Set = [
            "addresses", "cases", "claim_codes", "claim_rows", "claims", "consents", "deliveries", "guests",
            "held_messages",
            "line_phrases", "notes", "outbox", "persons", "pleas", "profiles", "reminders", "requests",
            "session_places",
            "sessions", "tags", "timers", "transcript",
        ]

        /// Tables that would be whole on each machine: small, read by all, seldom written.
        private static let everywhere: Set = [
            "invitations", "marks", "migrations", "recovery_codes", "revisions", "sign_ins", "staff", "tokens",
            "wordings",
        ]

        /// Tables that would stay on one machine: nobody's, or found by what is no person's number.
        private static let central: Set = [
            "audit", "audit_reasons", "early_reports", "groups", "inbound_keys", "long_messages", "message_counts",
            "needs", "parts",
            "passages", "phrase_words", "phrases", "suppressions", "word_place", "writers",
        ]

        private let place = PostgresPlace()

        @Test func `what spreads by person, and what does not, is as the page says`() async throws {
            let store = try SQLStore(postgres: place.settings, keys: MigrationRows.keys)
            await store.close()
            let block = try (tables() + [""] + Self.statements).joined(separator: "\n")
            let page = try String(contentsOf: Self.page, encoding: .utf8)
            let parts = page.split(separator: "```text\n", omittingEmptySubsequences: false)
            try #require(parts.count == 2)
            let rest = try #require(parts[1].firstRange(of: "\n```"))
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try (parts[0] + "```text\n" + block + parts[1][rest.lowerBound...])
                    .write(to: Self.page, atomically: true, encoding: .utf8)
            } else {
                #expect(parts[1][..<rest.lowerBound] == block)
            }
        }

        @Test func `each table has its place`() async throws {
            let store = try SQLStore(postgres: place.settings, keys: MigrationRows.keys)
            await store.close()
            let names = Set(try rows("SELECT relname, '' FROM tables").map(\.0))
            #expect(Self.people.union(Self.everywhere).union(Self.central) == names)
            #expect(Self.people.count + Self.everywhere.count + Self.central.count == names.count)
        }

        /// Two columns of a query that may name `tables`, those that are no partitions.
        private func rows(_ sql: String) throws -> [(String, String)] {
            let result = try PostgresLink(place.settings, isPipelined: false).execute(
                """
                WITH tables AS (
                    SELECT oid, relname FROM pg_class
                    WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                        AND relkind IN ('r', 'p') AND NOT relispartition)
                \(sql)
                """)
            return (0..<result.rows).map { (result.text($0, 0), result.text($0, 1)) }
        }

        /// Each table of people: its column, and the unique keys without it.
        private func tables() throws -> [String] {
            let columns = try rows(
                """
                SELECT relname, attname || CASE WHEN attnotnull THEN '' ELSE ' or none' END
                FROM tables JOIN pg_attribute ON attrelid = tables.oid
                WHERE attname = CASE relname WHEN 'persons' THEN 'id' ELSE 'person' END
                """)
            let keys = try rows(
                """
                SELECT relname, indexrelid::regclass::text || ' ' || coalesce((
                    SELECT 'has it' FROM pg_attribute
                    WHERE attrelid = indrelid AND attnum = ANY (indkey)
                        AND attname = CASE relname WHEN 'persons' THEN 'id' ELSE 'person' END), 'lacks it')
                FROM tables JOIN pg_index ON indrelid = tables.oid WHERE indisunique ORDER BY 1, 2
                """)
            let column = Dictionary(columns) { first, _ in first }
            return Self.people.sorted().map { name in
                guard let column = column[name] else { return "\(name): no column of the person" }
                let lacking = keys.filter { $0.0 == name && $0.1.hasSuffix(" lacks it") }
                    .map { $0.1.split(separator: ".").last.map { String($0.dropLast(9)) } ?? "" }
                let end = lacking.isEmpty ? "every key has it" : "not in \(lacking.joined(separator: ", "))"
                return "\(name): \(column), \(end)"
            }
        }

        /// The statements that write the tables of people and do not say whose rows, or move them to somebody else.
        private static let statements: [String] = QueryPlanTests.onEveryTurn
            .filter { !LaterErasureSQL.all.contains($0) }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .compactMap { sql in verdict(of: sql).map { "\($0): \(sql)" } }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }

        private static func verdict(of sql: String) -> String? {
            let words = sql.split(separator: " ")
            let table = String(words.first == "UPDATE" ? words[1] : words.count > 2 ? words[2] : "")
            guard ["UPDATE", "INSERT", "DELETE"].contains(words.first), people.contains(table) else { return nil }
            let key = table == "persons" ? "id" : "person"
            guard words.first != "INSERT" else {
                let columns = sql.prefix { $0 != ")" }.split { !$0.isLetter && $0 != "_" }.dropFirst(3)
                // A new person is given her number by the table.
                return table == "persons" || columns.contains(Substring(key)) ? nil : "no key"
            }
            let parts = outside(sql).split(separator: " WHERE ", maxSplits: 1)
            if words.first == "UPDATE", table != "persons", parts[0].contains(" person = ") { return "moves" }
            return parts.count > 1 && " \(parts[1])".contains(" \(key) = ") ? nil : "no key"
        }

        /// A statement without what stands in parentheses.
        private static func outside(_ sql: String) -> String {
            var depth = 0
            return String(
                sql.filter { character in
                    if character == "(" { depth += 1 }
                    defer { if character == ")" { depth -= 1 } }
                    return depth == 0
                })
        }
    }
#endif
