#if Postgres
    import CPostgres

    extension PostgresLink {
        /// Eleven bytes that mark the format, no flags, and no more of a header.
        private static let copyHeader =
            Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [UInt8](repeating: 0, count: 8)
        private static let copyEnd: [UInt8] = [0xFF, 0xFF]

        /// Adds rows, all of them or none, outside the pipeline.
        ///
        /// - Parameters:
        ///   - rows: Each as `COPY` takes it in binary.
        ///   - sql: The statement that copies them from here.
        func copy(_ rows: [[UInt8]], by sql: String) throws(StoreFault) {
            guard let begun = PQexec(pointer, sql).map(PostgresResult.init) else { throw unreachable }
            guard begun.status == PGRES_COPY_IN else { throw isBroken ? unreachable : begun.fault }
            for bytes in [Self.copyHeader] + rows + [Self.copyEnd] {
                let isTaken = bytes.withUnsafeBytes { bytes in
                    PQputCopyData(
                        pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
                }
                guard isTaken == 1 else { throw unreachable }
            }
            guard PQputCopyEnd(pointer, nil) == 1 else { throw unreachable }
            var fault: StoreFault?
            while let result = PQgetResult(pointer).map(PostgresResult.init) {
                guard result.status != PGRES_COMMAND_OK else { continue }
                fault = fault ?? (isBroken ? unreachable : result.fault)
            }
            if let fault { throw fault }
        }

        private var unreachable: StoreFault { .unreachable(String(cString: PQerrorMessage(pointer))) }
    }
#endif
