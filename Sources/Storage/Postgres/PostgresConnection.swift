#if Postgres
    import Glibc
    import Sealing

    /// A connection that reads and writes for one node.
    struct PostgresConnection: Connection {
        let link: PostgresLink

        func statement(_ sql: String) -> any Statement { link.statement(sql) }

        var changes: Int {
            get throws(StoreFault) { try link.changes }
        }

        func ask(_ sql: String) throws(StoreFault) { try link.statement(sql).ask() }

        /// Of very few it is as fast to ask for each.
        func foresee(
            keys: [[UInt8]], fingerprints: [[UInt8]], _ ring: KeyRing
        ) throws(StoreFault) -> Foresight {
            var foresight = Foresight()
            guard keys.count > Self.few else { return foresight }
            let keysThere = link.statement(PostgresSQL.keysThere)
            let peopleThere = link.statement(PostgresSQL.peopleThere)
            defer {
                keysThere.reset()
                peopleThere.reset()
            }
            keysThere.bind(PostgresArray(keys))
            try keysThere.ask()
            if !fingerprints.isEmpty {
                peopleThere.bind(PostgresArray(fingerprints))
                try peopleThere.ask()
            }
            try fillNumbers(sessions: keys.count, people: fingerprints.count)
            foresight.numbers = link.numbers
            foresight.freshKeys = Set(keys)
            while try keysThere.step() { foresight.freshKeys.remove(keysThere.bytes(0)) }
            guard !fingerprints.isEmpty else { return foresight }
            foresight.strangers = Set(fingerprints)
            let columns = Columns(peopleThere)
            while try peopleThere.step() {
                let fingerprint = columns.bytes(21)
                foresight.strangers.remove(fingerprint)
                foresight.known.append(
                    (fingerprint, KnownAddress(columns, ring), try KnownPerson(columns, ring)))
            }
            return foresight
        }

        /// Takes numbers for some groups to come, where there are fewer than one may need.
        private func fillNumbers(sessions: Int, people: Int) throws(StoreFault) {
            let numbers = link.numbers
            guard numbers.sessions.count < sessions || numbers.people.count < people else { return }
            let taken = try Query(self, PostgresSQL.numbers)
                .all(sessions * Self.groups, people * Self.groups) { (table: $0.text(0), number: $0.integer(1)) }
            for one in taken {
                switch one.table {
                case "sessions": numbers.sessions.append(one.number)
                case "persons": numbers.people.append(one.number)
                default: numbers.addresses.append(one.number)
                }
            }
        }

        /// Arrivals that are so few, and groups that numbers are taken for.
        private static let (few, groups) = (2, 4)

        var hasCompany: Bool { true }

        /// The server does as much for a small group as for a large one, and works for others meanwhile.
        func gather(_ pause: Duration) {
            if link.groups.hasOthers { poll(nil, 0, Int32(pause / .milliseconds(1))) }
        }

        /// Whoever writes alone, of however many nodes, holds the table `writers` till its commit; those who write beside each
        /// other hold it together. One that was cut off in the midst of its statements would hold it until its machine is
        /// asked for: it is ended, and the table is taken.
        func begin(_ company: Company) throws(StoreFault) {
            do {
                try take(company)
            } catch {
                guard endsSilent() else { throw error }
                try take(company)
            }
        }

        private func take(_ company: Company) throws(StoreFault) {
            link.held = company == .beside ? PostgresHeld() : nil
            try Query(self, PostgresSQL.begin).run()
            try Query(self, company == .beside ? PostgresSQL.takeBeside : PostgresSQL.takeAlone).run()
            try link.wait()
        }

        func hold(_ people: [Int64], _ reach: Reach?) throws(StoreFault) -> Elsewhere {
            do {
                return try take(people, reach)
            } catch {
                guard let reach, endsSilent() else { throw error }
                try take(.beside)
                return try take(people, reach)
            }
        }

        /// What others wrote is asked for on the same journey; the server sees to it when the locks are there.
        private func take(_ people: [Int64], _ reach: Reach?) throws(StoreFault) -> Elsewhere {
            let locks = try reach.map { (reach) throws(StoreFault) in
                try PostgresHeld.ask(people, reach, on: link)
            }
            let others = try link.groups.ask(on: link)
            if let locks = locks ?? nil { link.held = try PostgresHeld(locks) }
            return try link.groups.read(others)
        }

        func require(_ person: Int64?, _ fingerprint: [UInt8]?) throws(StoreFault) {
            try link.held?.require(person, fingerprint)
        }

        func requireAlone() throws(StoreFault) {
            guard link.held == nil else { throw PostgresHeld.alone }
        }

        /// Ends the connections that hold the table and have been silent for too long. Returns whether there were any.
        private func endsSilent() -> Bool {
            rollBack()
            guard !link.isBroken else { return false }
            let count = try? Query(self, PostgresSQL.endSilent).first { $0.integer(0) }
            try? link.synchronize()
            return (count ?? 0) > 0
        }

        func commit() throws(StoreFault) {
            try link.writePiles()
            if link.hasSettled { try Query(self, PostgresSQL.countMessages).run() }
            if link.hasTouched || link.held == nil && link.groups.isFull { try link.groups.leave(link.held, on: link) }
            try Query(self, PostgresSQL.commit).run()
            try link.synchronize()
            leave()
        }

        private func leave() {
            (link.held, link.hasSettled, link.hasTouched) = (nil, false, false)
        }

        func rollBack() {
            link.dropPiles()
            leave()
            guard !link.isBroken else { return }
            try? link.synchronize()
            guard link.isInTransaction else { return }
            try? Query(self, PostgresSQL.rollBack).run()
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
        static let keysThere = "SELECT key FROM inbound_keys WHERE key = ANY (?)"

        /// The next numbers of tables: so many of sessions, and so many of what each new person needs.
        static let numbers = """
            SELECT name, nextval(numbers) FROM (
                SELECT name, pg_get_serial_sequence(name, 'id')::regclass AS numbers, count
                FROM (VALUES ('sessions', ?1), ('persons', ?2), ('addresses', ?2)) AS wanted (name, count) OFFSET 0
            ) AS own, generate_series(1, own.count)
            """

        static let peopleThere = """
            SELECT \(TurnQueries.SQL.known), addresses.fingerprint
            \(TurnQueries.SQL.fromAddresses) WHERE addresses.fingerprint = ANY (?)
            """

        static let (begin, commit, rollBack) = ("BEGIN", "COMMIT", "ROLLBACK")

        /// One waits for all others, as those do for it; whoever comes later waits behind it.
        /// <https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES>
        static let takeAlone = "LOCK TABLE writers IN EXCLUSIVE MODE"
        static let takeBeside = "LOCK TABLE writers IN SHARE MODE"

        /// A server that waits for the next of its statements sets no limit to that; whoever waits for the table does. Others'
        /// activity is seen by the same role. How many were ended.
        /// <https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW>
        static let endSilent = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity JOIN pg_locks USING (pid)
            WHERE relation = 'writers'::regclass AND granted AND wait_event = 'ClientRead'
                AND state_change < clock_timestamp() - interval '\(PostgresEngine.writing) seconds'
            """

        /// Has what a transaction changes of the counts of messages wait for its end.
        static let gatherCounts = "SELECT set_config('waymark.counts', ' ', true)"

        /// Adds what waits, in an order that is the same for all.
        static let countMessages = """
            INSERT INTO message_counts AS known (month, channel, fate, total, segments)
            SELECT change ->> 0, change ->> 1, change ->> 2, sum((change ->> 3)::bigint), sum((change ->> 4)::bigint)
            FROM jsonb_array_elements(('[' || current_setting('waymark.counts') || 'null]')::jsonb) AS change
            WHERE change <> 'null' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            ON CONFLICT (month, channel, fate)
            DO UPDATE SET total = known.total + excluded.total, segments = known.segments + excluded.segments
            """

        /// Pages that were not as they were written, if the cluster was made with checksums.
        /// <https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-DATABASE-VIEW>
        static let failures = """
            SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()
            """
    }
#endif
