#if Postgres
    import CPostgres

    /// A statement of a connection to PostgreSQL. It is prepared anew for arguments of other types.
    final class PostgresStatement: Statement {
        /// The statement as PostgreSQL reads it.
        let sql: String
        /// What it is called on the server, by the types of its arguments.
        var names: [[Oid]: String] = [:]
        private(set) var arguments = PostgresArguments()
        private unowned let link: PostgresLink
        private var result: PostgresResult?
        private var row: Int32 = -1

        init(_ sql: String, of link: PostgresLink) {
            self.sql = sql
            self.link = link
        }

        func bind(_ value: Int64, at place: Int32) { arguments.add(value) }

        func bind(_ text: String, at place: Int32) { arguments.add(text) }

        func bind(_ bytes: [UInt8], at place: Int32) { arguments.add(bytes) }

        func bindNothing(_ kind: ArgumentKind, at place: Int32) { arguments.addNothing(kind) }

        func step() throws(StoreFault) -> Bool {
            let result: PostgresResult
            if let known = self.result {
                result = known
            } else {
                result = try link.result(of: self)
                self.result = result
            }
            row += 1
            return row < result.rows
        }

        /// Does not wait for what comes of it: whatever is asked for next does, and so does the commit.
        func run() throws(StoreFault) { try link.send(self) }

        func reset() {
            arguments.removeAll()
            (result, row) = (nil, -1)
        }

        func isNull(_ column: Int32) -> Bool { result?.isNull(row, column) ?? true }

        func integer(_ column: Int32) -> Int64 { isNull(column) ? 0 : result?.integer(row, column) ?? 0 }

        func text(_ column: Int32) -> String { result?.text(row, column) ?? "" }

        func bytes(_ column: Int32) -> [UInt8] { result?.bytes(row, column) ?? [] }
    }
#endif
