#if Postgres
    import CPostgres

    /// The arguments of a statement in PostgreSQL's binary format, one behind the other.
    struct PostgresArguments {
        /// The numbers of PostgreSQL's types, which never change.
        /// <https://www.postgresql.org/docs/current/catalog-pg-type.html>
        static let (bytea, bigint, text): (Oid, Oid, Oid) = (17, 20, 25)
        /// The types of arrays of them.
        private static let arrays: [Oid: Oid] = [bytea: 1001, bigint: 1016, text: 1009]

        private(set) var types: [Oid] = []
        private var bytes: [UInt8] = []
        /// Where each begins, and how long it is; nil for no value.
        private var places: [(start: Int, count: Int)?] = []

        mutating func add(_ value: Int64) {
            add(Self.bigint) { bytes in
                withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
            }
        }

        mutating func add(_ text: String) {
            add(Self.text) { $0.append(contentsOf: text.utf8) }
        }

        mutating func add(_ bytes: [UInt8]) {
            add(Self.bytea) { $0.append(contentsOf: bytes) }
        }

        mutating func add(_ array: PostgresArray) {
            add(Self.arrays[array.element] ?? 0) { $0.append(contentsOf: array.encoded) }
        }

        mutating func addNothing(_ kind: ArgumentKind) {
            let type =
                switch kind {
                case .integer: Self.bigint
                case .text: Self.text
                case .bytes: Self.bytea
                }
            types.append(type)
            places.append(nil)
        }

        mutating func removeAll() {
            types.removeAll(keepingCapacity: true)
            bytes.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
        }

        /// How many bytes they take.
        var size: Int { bytes.count }

        /// The bytes of each; nil for no value.
        var values: [ArraySlice<UInt8>?] {
            places.map { place in place.map { bytes[$0.start..<$0.start + $0.count] } }
        }

        /// Calls with what libpq takes: where each argument is, how long it is, and that it is binary.
        func withPointers<Value>(
            _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Value
        ) -> Value {
            // An empty argument must have an address, too: without one it would be no value.
            var bytes = bytes
            bytes.append(0)
            return bytes.withUnsafeBytes { buffer in
                let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                let pointers = places.map { place in place.flatMap { start?.advanced(by: $0.start) } }
                return body(
                    pointers, places.map { Int32(clamping: $0?.count ?? 0) },
                    Array(repeating: 1, count: places.count))
            }
        }

        private mutating func add(_ type: Oid, _ write: (inout [UInt8]) -> Void) {
            let start = bytes.count
            types.append(type)
            write(&bytes)
            places.append((start, bytes.count - start))
        }
    }
#endif
