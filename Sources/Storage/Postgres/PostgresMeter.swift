#if Postgres
    /// Reads what a PostgreSQL server has done so far, for benchmarks.
    package final class PostgresMeter {
        /// What a server has done since it began, and what is in the schema.
        package struct Reading: Sendable {
            /// Bytes of its log, of all its databases.
            package let log: Int
            /// Transactions committed in the database; the server counts them up to a second late.
            package let transactions: Int
        }

        /// What the schema takes on the disk.
        package struct Holdings: Sendable {
            package let people: Int
            package let turns: Int
            /// Bytes of people and their numbers, with indexes.
            package let peopleBytes: Int
            /// Bytes of everything else, with indexes.
            package let otherBytes: Int
        }

        private let link: PostgresLink

        package init(_ settings: PostgresSettings) throws(StoreFault) {
            link = try PostgresLink(settings, isPipelined: false)
        }

        package func reading() throws(StoreFault) -> Reading {
            let row = try link.execute(
                """
                SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint, xact_commit
                FROM pg_stat_database WHERE datname = current_database()
                """)
            return Reading(log: row.number(0), transactions: row.number(1))
        }

        package func holdings() throws(StoreFault) -> Holdings {
            let row = try link.execute(
                """
                SELECT (SELECT count(*) FROM persons WHERE id > 0), (SELECT count(*) FROM transcript),
                       sum(pg_total_relation_size(oid)) FILTER (WHERE hers), sum(pg_total_relation_size(oid)) FILTER (WHERE NOT hers)
                FROM (SELECT oid, relname IN ('persons', 'addresses', 'profiles') AS hers FROM pg_class
                      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r') AS tables
                """)
            return Holdings(
                people: row.number(0), turns: row.number(1), peopleBytes: row.number(2), otherBytes: row.number(3))
        }

        /// The number of the server's process that answers here, on its machine.
        package func process() throws(StoreFault) -> Int {
            try link.execute("SELECT pg_backend_pid()").number(0)
        }

        /// Runs statements without arguments.
        package func run(_ sql: String) throws(StoreFault) {
            try link.execute(sql)
        }
    }

    extension PostgresResult {
        /// A whole number of the first row, as text has it; 0 for none.
        fileprivate func number(_ column: Int32) -> Int { Int(text(0, column)) ?? 0 }
    }
#endif
