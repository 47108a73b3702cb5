#if Postgres
    import CPostgres
    import Glibc

    extension PostgresLink {
        /// A connection. What the address says counts before what stands here, but for the encoding. Without limits on
        /// silence, whoever waits for an answer waits for minutes where the network is cut.
        /// <https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-KEEPALIVES>
        static func connected(_ settings: PostgresSettings) throws(StoreFault) -> OpaquePointer {
            let silence = settings.silence
            let parameters = [
                ("connect_timeout", "\(settings.connectWait)"), ("application_name", "waymark"),
                ("tcp_user_timeout", "\(silence * 1_000)"), ("keepalives_idle", "\(silence / 2)"),
                ("keepalives_interval", "1"), ("keepalives_count", "\(silence / 2)"),
                ("dbname", settings.address), ("client_encoding", "UTF8"),
            ]
            let keys = parameters.map { strdup($0.0) }
            let values = parameters.map { strdup($0.1) }
            defer { for word in keys + values { free(word) } }
            let connection = PQconnectdbParams(
                keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
            guard let connection else { throw StoreFault(.unavailable, "there is no memory for a connection") }
            guard PQstatus(connection) == CONNECTION_OK else {
                defer { PQfinish(connection) }
                throw StoreFault.unreachable(String(cString: PQerrorMessage(connection)))
            }
            return connection
        }

        /// A name as SQL quotes it.
        static func quoted(_ name: String) -> String {
            "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
    }
#endif
