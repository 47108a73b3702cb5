#if Postgres
    import CPostgres

    /// A statement of a connection to PostgreSQL. It is prepared anew for arguments of other types.
    final class PostgresStatement: Statement {
        /// The statement as PostgreSQL reads it.
        let sql: String
        /// What it is called on the server, by the types of its arguments.
        var names: [[Oid]: String] = [:]
        private(set) var arguments = PostgresArguments()
        /// Where its rows wait for others, if they may.
        let pile: PostgresPile?
        /// Which of the tables of piles it may read or write, a bit for each.
        let tables: Int
        /// Whether it may change what messages count as.
        let settles: Bool
        /// Whether it may write what `Memory` remembers of the database.
        let touches: Bool
        /// Whether others may write beside it, as long as they are about other people.
        let hasCompany: Bool
        private unowned let link: PostgresLink
        /// The tables of what is remembered.
        private static let remembered = ["persons", "addresses", "sessions", "cases", "held_messages", "long_messages"]
        /// Whether its rows were asked for already.
        private var isAsked = false
        private var result: PostgresResult?
        private var row: Int32 = -1

        init(_ sql: String, of link: PostgresLink, pile: PostgresPile? = nil, hasCompany: Bool) {
            self.sql = sql
            self.link = link
            self.pile = pile
            self.hasCompany = hasCompany
            settles = sql.hasPrefix("UPDATE outbox")
            touches = !sql.hasPrefix("SELECT") && Self.remembered.contains { sql.contains($0) }
            tables = PostgresPile.tables(in: sql)
        }

        func bind(_ value: Int64, at place: Int32) { arguments.add(value) }

        func bind(_ text: String, at place: Int32) { arguments.add(text) }

        func bind(_ bytes: [UInt8], at place: Int32) { arguments.add(bytes) }

        func bind(_ array: PostgresArray) { arguments.add(array) }

        func bindNothing(_ kind: ArgumentKind, at place: Int32) { arguments.addNothing(kind) }

        /// Asks for its rows and does not wait for them, so that others can be asked for on the same journey.
        func ask() throws(StoreFault) {
            (result, row) = (nil, -1)
            try link.send(self, isAsking: true)
            isAsked = true
        }

        /// Takes what was asked for.
        func take(_ result: PostgresResult) { self.result = result }

        func step() throws(StoreFault) -> Bool {
            if isAsked, result == nil { try link.wait() }
            isAsked = false
            let result = if let known = self.result { known } else { try link.result(of: self) }
            self.result = result
            row += 1
            return row < result.rows
        }

        /// Does not wait for what comes of it: whatever is asked for next does, and so does the commit.
        func run() throws(StoreFault) {
            if let pile { try link.add(arguments, to: pile) } else { try link.send(self) }
        }

        func insert() throws(StoreFault) -> Int64? {
            let result = try link.result(of: self, returning: "id")
            return result.rows == 0 ? nil : result.integer(0, 0)
        }

        func reset() {
            arguments.removeAll()
            (result, row, isAsked) = (nil, -1, false)
        }

        func isNull(_ column: Int32) -> Bool { result?.isNull(row, column) ?? true }

        func integer(_ column: Int32) -> Int64 { isNull(column) ? 0 : result?.integer(row, column) ?? 0 }

        func text(_ column: Int32) -> String { result?.text(row, column) ?? "" }

        func bytes(_ column: Int32) -> [UInt8] { result?.bytes(row, column) ?? [] }
    }
#endif
