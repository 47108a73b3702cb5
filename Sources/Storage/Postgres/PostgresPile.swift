#if Postgres
    import CPostgres

    /// Rows for a table that nothing reads before the end of a group of changes: they are sent as one statement then, which
    /// costs the server far less than one for each. What names the table in between has them written before.
    final class PostgresPile {
        /// Rows, and bytes, after which they wait no longer: so much fits in what sockets hold.
        private static let (mostRows, mostBytes) = (128, 32_768)

        /// The statements whose rows may wait, and the tables that they write.
        private static let kinds = [
            (sql: TurnQueries.SQL.addKey, table: "inbound_keys"), (sql: TurnQueries.SQL.addLine, table: "transcript"),
            (sql: Writer.PassageSQL.several, table: "passages"), (sql: Writer.NeedSQL.several, table: "needs"),
        ]

        /// What writes them all: the same with rows that are made of arrays.
        let statement: PostgresStatement
        /// Its bit in the tables of a statement.
        let table: Int
        private var columns: [PostgresArray] = []
        private(set) var rows = 0
        private var bytes = 0

        private init(_ sql: String, _ table: Int, of link: PostgresLink) {
            let parts = sql.split(separator: "VALUES", maxSplits: 1)
            let rest = parts[1].split(separator: ")", maxSplits: 1, omittingEmptySubsequences: false)[1]
            let arrays = (1...sql.count { $0 == "?" }).map { "$\($0)" }.joined(separator: ", ")
            statement = PostgresStatement(
                "\(parts[0])SELECT * FROM unnest(\(arrays))\(rest)", of: link, hasCompany: true)
            self.table = table
        }

        /// One for each kind, in their order.
        static func all(of link: PostgresLink) -> [PostgresPile] {
            kinds.enumerated().map { PostgresPile($1.sql, 1 << $0, of: link) }
        }

        /// The place of the pile for the rows of a statement; nil where each is wanted at once.
        static func place(of sql: String) -> Int? { kinds.firstIndex { $0.sql == sql } }

        /// Which of the tables a statement may read or write, a bit for each.
        static func tables(in sql: String) -> Int {
            kinds.enumerated().reduce(0) { $0 | (sql.contains($1.element.table) ? 1 << $1.offset : 0) }
        }

        /// Puts a row with them. Returns whether they are to be written now.
        func add(_ row: PostgresArguments) -> Bool {
            if columns.isEmpty { columns = row.types.map(PostgresArray.init) }
            for (place, value) in row.values.enumerated() { columns[place].add(value) }
            rows += 1
            bytes += row.size
            return rows >= Self.mostRows || bytes >= Self.mostBytes
        }

        /// Takes the rows out, as arguments of the statement.
        func take() {
            for column in columns { statement.bind(column) }
            drop()
        }

        func drop() {
            (rows, bytes) = (0, 0)
            columns.removeAll(keepingCapacity: true)
        }
    }

    /// Values of one column in PostgreSQL's binary format of arrays: how many dimensions, whether there are nulls, the type,
    /// how many, the first's number; then each with its length. The layout is that of `array_recv`.
    struct PostgresArray {
        /// The number of the type of one.
        let element: Oid
        private(set) var count: Int32 = 0
        private var hasNull = false
        private var values: [UInt8] = []

        init(of element: Oid) {
            self.element = element
        }

        init(_ values: [Int64]) {
            self.init(of: PostgresArguments.bigint)
            for value in values { withUnsafeBytes(of: value.bigEndian) { add(Array($0)[...]) } }
        }

        init(_ values: [String]) {
            self.init(of: PostgresArguments.text)
            for value in values { add(Array(value.utf8)[...]) }
        }

        /// Of bytes.
        init(_ values: [[UInt8]]) {
            self.init(of: PostgresArguments.bytea)
            for value in values { add(value[...]) }
        }

        mutating func add(_ value: ArraySlice<UInt8>?) {
            count += 1
            append(Int32(clamping: value?.count ?? -1), to: &values)
            if let value { values += value } else { hasNull = true }
        }

        var encoded: [UInt8] {
            var bytes: [UInt8] = []
            for number in [1, hasNull ? 1 : 0, Int32(bitPattern: element), count, 1] { append(number, to: &bytes) }
            return bytes + values
        }

        private func append(_ number: Int32, to bytes: inout [UInt8]) {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }
#endif
