#if Postgres
    import Sealing

    /// A connection that reads and writes for one node.
    struct PostgresConnection: Connection {
        let link: PostgresLink
        /// Who writes: each opening of a store is somebody else.
        let writer: String

        func statement(_ sql: String) -> any Statement { link.statement(sql) }

        var changes: Int {
            get throws(StoreFault) { try link.changes }
        }

        /// Of very few it is as fast to ask for each.
        func foresee(
            keys: [[UInt8]], fingerprints: [[UInt8]], _ ring: KeyRing
        ) throws(StoreFault) -> Foresight {
            var foresight = Foresight()
            if keys.count > Self.few {
                let there = try Query(self, PostgresSQL.keysThere).all(Self.list(keys)) { $0.bytes(0) }
                foresight.freshKeys = Set(keys).subtracting(there)
                foresight.sessions = try Query(self, PostgresSQL.sessionNumbers).all(keys.count) { $0.integer(0) }[...]
            }
            if fingerprints.count > Self.few {
                let known = try Query(self, PostgresSQL.peopleThere).all(Self.list(fingerprints)) {
                    (columns) throws(StoreFault) in
                    (
                        fingerprint: columns.bytes(20), address: KnownAddress(columns, ring),
                        person: try KnownPerson(columns, ring)
                    )
                }
                foresight.known = known
                foresight.strangers = Set(fingerprints).subtracting(known.map(\.fingerprint))
            }
            return foresight
        }

        private static let few = 2

        /// Bytes as `PostgresSQL` takes several of them.
        private static func list(_ all: [[UInt8]]) -> String {
            let digits = Array("0123456789abcdef".utf8)
            let parts = all.map { bytes in bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] } }
            return String(decoding: Array(parts.joined(separator: [UInt8(ascii: ",")])), as: UTF8.self)
        }

        /// Whoever writes holds the one row of `writers` till its commit, so changes come one after the other, of however
        /// many nodes. One that was cut off in the midst of its statements would hold it until its machine is asked for:
        /// it is ended, and the row is taken.
        func begin() throws(StoreFault) -> Int64 {
            do {
                return try take()
            } catch {
                guard endsSilent() else { throw error }
                return try take()
            }
        }

        private func take() throws(StoreFault) -> Int64 {
            try Query(self, "BEGIN").run()
            let epoch = try Query(self, PostgresSQL.take).first(writer) { $0.integer(0) }
            guard let epoch else {
                throw StoreFault(.damaged, "the table 'writers' is empty: restore it from a backup")
            }
            return epoch
        }

        /// Ends the connections that hold the row and have been silent for too long. Returns whether there were any.
        private func endsSilent() -> Bool {
            rollBack()
            guard !link.isBroken else { return false }
            let count = try? Query(self, PostgresSQL.endSilent).first { $0.integer(0) }
            try? link.synchronize()
            return (count ?? 0) > 0
        }

        func commit() throws(StoreFault) {
            try Query(self, "COMMIT").run()
            try link.synchronize()
        }

        func rollBack() {
            guard !link.isBroken else { return }
            try? link.synchronize()
            guard link.isInTransaction else { return }
            try? Query(self, "ROLLBACK").run()
            try? link.synchronize()
        }

        /// Reads the state at one moment.
        func reading<Value>(
            _ body: (any Connection) throws(StoreFault) -> Value
        ) throws(StoreFault) -> Value {
            do {
                try Query(self, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").run()
                let value = try body(self)
                try commit()
                return value
            } catch {
                rollBack()
                throw error
            }
        }
    }

    /// The statements that only PostgreSQL is asked.
    enum PostgresSQL {
        private static let several = "(SELECT decode(one, 'hex') FROM unnest(string_to_array(?, ',')) AS one)"

        static let keysThere = "SELECT key FROM inbound_keys WHERE key IN \(several)"

        static let sessionNumbers = """
            SELECT nextval(name) FROM (SELECT pg_get_serial_sequence('sessions', 'id')::regclass AS name OFFSET 0) AS own,
                generate_series(1, ?)
            """

        static let peopleThere = """
            SELECT \(TurnQueries.SQL.known), addresses.fingerprint
            \(TurnQueries.SQL.fromAddresses) WHERE addresses.fingerprint IN \(several)
            """

        /// The number stays the same as long as the same one writes.
        static let take = """
            UPDATE writers SET epoch = CASE WHEN name = ?1 THEN epoch ELSE epoch + 1 END, name = ?1 RETURNING epoch
            """

        /// A server that waits for the next of its statements sets no limit to that; whoever waits for the row does. Others'
        /// activity is seen by the same role. How many were ended.
        /// <https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW>
        static let endSilent = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity JOIN pg_locks USING (pid)
            WHERE relation = 'writers'::regclass AND mode = 'RowExclusiveLock' AND granted AND wait_event = 'ClientRead'
                AND state_change < clock_timestamp() - interval '\(PostgresEngine.writing) seconds'
            """

        /// Pages that were not as they were written, if the cluster was made with checksums.
        /// <https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-DATABASE-VIEW>
        static let failures = """
            SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()
            """
    }
#endif
