#if Postgres
    import Synchronization

    /// How gateways tell each other whom they wrote about. Each group leaves a row with its transaction, and each reads those of
    /// others that the one before it did not see: those that were at work then, or came later.
    ///
    /// A group reads them when it has the locks of whom it is about. Whoever had them before has left its row with them, so
    /// nothing is missed about them; what is missed about others is read before they are held next.
    struct PostgresGroups {
        /// The oldest transaction that was still at work when others' rows were read last.
        private var horizon: Int64 = 0
        /// What `Elsewhere` calls its version.
        private var version = PostgresGroups.next()
        /// When others were seen to have written.
        private var othersAt: ContinuousClock.Instant?
        /// Rows that were left since one that was alone took all away.
        private var count = 0

        /// Rows that one gateway leaves before all are taken away.
        private static let most = 1_024
        private static let versions = Mutex<Int64>(0)

        /// A number that no connection of this process had: what another one remembered counts for none.
        private static func next() -> Int64 {
            versions.withLock { last in
                last += 1
                return last
            }
        }

        /// Whether so many rows were left that the next one that is alone is to take all away.
        var isFull: Bool { count >= Self.most }

        /// Whether others wrote a moment ago.
        var hasOthers: Bool { othersAt.map { ContinuousClock.now - $0 < .milliseconds(200) } ?? false }

        /// Reads what was asked for by `PostgresSQL.elsewhere`.
        mutating func read(_ rows: PostgresStatement) throws(StoreFault) -> Elsewhere {
            var people: [Int64] = []
            var isAnybody = false
            while try rows.step() {
                if !rows.isNull(0) {
                    horizon = rows.integer(0)
                } else if rows.isNull(1) {
                    isAnybody = true
                } else {
                    people.append(rows.integer(1))
                }
            }
            if isAnybody || !people.isEmpty { othersAt = .now }
            if isAnybody { (version, people) = (Self.next(), []) }
            return Elsewhere(version: version, people: people)
        }

        /// Asks for what others wrote since it was read last.
        func ask(on link: PostgresLink) throws(StoreFault) -> PostgresStatement {
            let rows = link.statement(PostgresSQL.elsewhere)
            rows.reset()
            rows.bind(horizon, at: 1)
            try rows.ask()
            return rows
        }

        /// Leaves whom a transaction wrote about that is about to be kept. One that is alone may take away all that was left:
        /// its own row has everybody be read anew.
        ///
        /// - Parameter held: Nil for one that was alone.
        mutating func leave(_ held: PostgresHeld?, on link: PostgresLink) throws(StoreFault) {
            if let held, held.people.isEmpty { return }
            guard let held else {
                if isFull {
                    try link.statement(PostgresSQL.forgetGroups).run()
                    count = 0
                }
                count += 1
                return try link.statement(PostgresSQL.leaveAnybody).run()
            }
            count += 1
            let row = link.statement(PostgresSQL.leaveGroup)
            defer { row.reset() }
            row.bind(PostgresArray(Array(held.people)))
            try row.run()
        }
    }

    extension PostgresSQL {
        /// Whom others wrote about in transactions since one, after a row with the oldest that is still at work.
        /// <https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT>
        static let elsewhere = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, NULL
            UNION ALL SELECT NULL, person
            FROM groups LEFT JOIN LATERAL unnest(people) AS person ON true
            WHERE transaction >= ? AND process <> pg_backend_pid()
            """

        static let leaveGroup = """
            INSERT INTO groups (transaction, process, people)
            VALUES (pg_current_xact_id()::text::bigint, pg_backend_pid(), ?)
            """

        /// The same, for what may have been about anybody.
        static let leaveAnybody = """
            INSERT INTO groups (transaction, process) VALUES (pg_current_xact_id()::text::bigint, pg_backend_pid())
            """

        static let forgetGroups = "DELETE FROM groups"
    }
#endif
