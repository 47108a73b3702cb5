#if Postgres
    /// A value of a row, which both engines have alike.
    enum Cell: Hashable, Sendable {
        case integer(Int64)
        case text(String)
        case bytes([UInt8])

        /// Reads a column of the row that a statement stands at; nil for no value.
        init?(_ statement: any Statement, at column: Int32, _ kind: ArgumentKind) {
            guard !statement.isNull(column) else { return nil }
            switch kind {
            case .integer: self = .integer(statement.integer(column))
            case .text: self = .text(statement.text(column))
            case .bytes: self = .bytes(statement.bytes(column))
            }
        }

        func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
            switch self {
            case .integer(let value): try statement.bind(value, at: place)
            case .text(let text): try statement.bind(text, at: place)
            case .bytes(let bytes): try statement.bind(bytes, at: place)
            }
        }
    }

    extension [Cell?] {
        /// A row as `COPY` takes it in binary: how many values, and each behind its length in bytes, -1 for no value. No two
        /// rows of a table look the same. <https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.55.9.4>
        var encoded: [UInt8] {
            var bytes: [UInt8] = []
            bytes.add(Int16(clamping: count))
            for cell in self { bytes.add(cell) }
            return bytes
        }
    }

    extension [UInt8] {
        fileprivate mutating func add(_ cell: Cell?) {
            switch cell {
            case nil: add(Int32(-1))
            case .integer(let value):
                add(Int32(8))
                add(value)
            case .text(let text):
                add(Int32(clamping: text.utf8.count))
                append(contentsOf: text.utf8)
            case .bytes(let bytes):
                add(Int32(clamping: bytes.count))
                append(contentsOf: bytes)
            }
        }

        /// Adds a number, its highest byte first.
        fileprivate mutating func add(_ number: some FixedWidthInteger) {
            Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
        }
    }
#endif
