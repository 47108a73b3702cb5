#if Postgres
    import CPostgres

    /// The rows that a statement gave, in PostgreSQL's binary format.
    final class PostgresResult {
        private let pointer: OpaquePointer

        init(_ pointer: OpaquePointer) {
            self.pointer = pointer
        }

        deinit {
            PQclear(pointer)
        }

        var status: ExecStatusType { PQresultStatus(pointer) }

        var rows: Int32 { PQntuples(pointer) }

        /// How many rows the statement wrote.
        var changes: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

        /// Whether it tells of a failure.
        var isFailure: Bool { status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK }

        /// Whether the server only follows another, so that it keeps nothing: a switch of roles may leave connections open.
        /// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
        var isOfStandby: Bool { state == "25006" }

        /// Five characters that say what failed; nil where nothing did.
        private var state: String? {
            PQresultErrorField(pointer, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
        }

        /// Why the statement failed.
        var fault: StoreFault {
            let words = PQresultErrorField(pointer, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
            return StoreFault(state: state ?? "", words ?? "no message")
        }

        func isNull(_ row: Int32, _ column: Int32) -> Bool { PQgetisnull(pointer, row, column) == 1 }

        /// A whole number of any type that PostgreSQL has for one; truth is 1.
        /// <https://www.postgresql.org/docs/current/catalog-pg-type.html>
        func integer(_ row: Int32, _ column: Int32) -> Int64 {
            let value = value(row, column)
            switch PQftype(pointer, column) {
            case 1700: return Self.numeric(value)
            case 16: return value.first == 1 ? 1 : 0
            case 21: return Int64(Int16(truncatingIfNeeded: Self.bigEndian(value)))
            case 23: return Int64(Int32(truncatingIfNeeded: Self.bigEndian(value)))
            default: return Self.bigEndian(value)
            }
        }

        func bytes(_ row: Int32, _ column: Int32) -> [UInt8] { Array(value(row, column)) }

        func text(_ row: Int32, _ column: Int32) -> String { String(decoding: value(row, column), as: UTF8.self) }

        private func value(_ row: Int32, _ column: Int32) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(
                start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
        }

        private static func bigEndian(_ value: UnsafeRawBufferPointer) -> Int64 {
            value.reduce(0) { $0 << 8 | Int64($1) }
        }

        /// The whole part of a number of any size, which sums are: a header of four numbers of two bytes, how many digits,
        /// the weight of the first, the sign and the decimals, and then the digits to the base of 10,000.
        /// <https://www.postgresql.org/docs/current/datatype-numeric.html>; the layout is that of `numeric_send`.
        private static func numeric(_ value: UnsafeRawBufferPointer) -> Int64 {
            let words = stride(from: 0, to: value.count & ~1, by: 2).map {
                Int64(value[$0]) << 8 | Int64(value[$0 + 1])
            }
            guard words.count >= 4 else { return 0 }
            let weight = Int(Int16(truncatingIfNeeded: words[1]))
            var sum: Int64 = 0
            for place in 0...max(weight, 0) where weight >= 0 {
                let digit = place < Int(words[0]) && place + 4 < words.count ? words[place + 4] : 0
                sum = sum &* 10_000 &+ digit
            }
            return words[2] == 0x4000 ? -sum : sum
        }
    }
#endif
