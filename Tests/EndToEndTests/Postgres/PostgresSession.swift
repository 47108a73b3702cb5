#if Postgres
    import CPostgres

    /// A connection to a schema behind the gateway's back, by the library that the gateway itself uses.
    final class PostgresSession: Database {
        /// Bytes are told as the characters that they are, so that a text in them can be found; nobody waits for ever.
        private static let ways = """
            SET bytea_output = 'escape'; SET client_min_messages = 'warning'; SET lock_timeout = '20s'
            """

        private let pointer: OpaquePointer?

        init(_ address: String, schema: String) throws {
            pointer = PQconnectdb(address)
            try execute(Self.ways + "; SET search_path TO \"\(schema)\"")
        }

        deinit {
            PQfinish(pointer)
        }

        func rows(_ sql: String) throws -> [[String?]] {
            let result = PQexec(pointer, sql)
            defer { PQclear(result) }
            guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
                throw NeverSeen(what: "a database that takes: \(sql): \(String(cString: PQerrorMessage(pointer)))")
            }
            return (0..<PQntuples(result)).map { row in
                (0..<PQnfields(result)).map { column in
                    if PQgetisnull(result, row, column) == 1 { return nil }
                    return PQgetvalue(result, row, column).map { String(cString: $0) }
                }
            }
        }

        func hold() throws { try execute("BEGIN; LOCK TABLE writers IN EXCLUSIVE MODE") }

        func refuse(writingTo table: String) throws {
            try execute("ALTER TABLE \(table) ADD CONSTRAINT refusal CHECK (false) NOT VALID")
        }

        func take(writingTo table: String) throws { try execute("ALTER TABLE \(table) DROP CONSTRAINT refusal") }
    }
#endif
