#if Postgres
    /// Whom a transaction is about that is written beside others: it has a lock for each of them till its end.
    struct PostgresHeld {
        private(set) var people: Set<Int64> = []
        /// Fingerprints of numbers that led to nobody.
        private var strangers: Set<[UInt8]> = []

        /// What a transaction would do must be done by one that is alone.
        static let alone = StoreFault(.refused, "only a transaction that is alone may do this")

        /// Nobody yet.
        init() {}

        /// Asks for a lock for each; nil where there is nobody.
        static func ask(
            _ people: [Int64], _ reach: Reach, on link: PostgresLink
        ) throws(StoreFault) -> PostgresStatement? {
            guard !(people.isEmpty && reach.fingerprints.isEmpty && reach.sessions.isEmpty && reach.providerIDs.isEmpty)
            else { return nil }
            let locks = link.statement(PostgresSQL.hold)
            locks.reset()
            locks.bind(PostgresArray(people))
            locks.bind(PostgresArray(reach.fingerprints))
            locks.bind(PostgresArray(reach.sessions))
            locks.bind(PostgresArray(reach.providerIDs))
            try locks.ask()
            return locks
        }

        /// Waits for the locks that were asked for.
        init(_ locks: PostgresStatement) throws(StoreFault) {
            while try locks.step() {
                if !locks.isNull(0) {
                    self.people.insert(locks.integer(0))
                } else if !locks.isNull(1) {
                    strangers.insert(locks.bytes(1))
                }
            }
        }

        func require(_ person: Int64?, _ fingerprint: [UInt8]?) throws(StoreFault) {
            if let person {
                guard people.contains(person) else { throw Self.alone }
            } else {
                guard let fingerprint, strangers.contains(fingerprint) else { throw Self.alone }
            }
        }
    }

    extension PostgresSQL {
        /// A lock for each person, number that leads to nobody and provider's id, in an order that is the same for all: so
        /// nobody waits for one who waits for her. They are the server's own, by numbers that are made of the schema and of
        /// whom they stand for; two that get the same number by chance wait for each other.
        /// <https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS>
        static let hold = """
            SELECT person, fingerprint, pg_advisory_xact_lock(number) FROM (
                SELECT person, fingerprint,
                       CASE WHEN person IS NULL
                           THEN hashtextextended(coalesce(encode(fingerprint, 'hex'), id), 'writers'::regclass::oid::bigint)
                           ELSE hashint8extended(person, 'writers'::regclass::oid::bigint) END AS number
                FROM (
                    SELECT known AS person, NULL AS fingerprint, NULL AS id FROM unnest(?1) AS known
                    UNION ALL SELECT addresses.person, CASE WHEN addresses.person IS NULL THEN wanted END, NULL
                    FROM unnest(?2) AS wanted LEFT JOIN addresses ON addresses.fingerprint = wanted
                    UNION ALL SELECT sessions.person, NULL, NULL FROM sessions WHERE sessions.id = ANY (?3)
                    UNION ALL SELECT NULL, NULL, given FROM unnest(?4) AS given
                ) AS those ORDER BY number OFFSET 0
            ) AS locks
            """
    }
#endif
