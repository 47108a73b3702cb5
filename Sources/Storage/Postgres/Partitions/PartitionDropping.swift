#if Postgres
    import Expressions

    /// Lets whole partitions go, on a connection of its own, so that turns wait for moments only: each is taken out of its
    /// table first, in a transaction, and read, counted and dropped where nobody looks for it any more. One that was taken
    /// out and not dropped, because the gateway died, is dropped the next time.
    struct PartitionDropping {
        /// Milliseconds to wait for those who read the table: meanwhile others wait, too.
        private static let patience = 500
        /// Tries to take a partition out before it is left for the next time.
        private static let tries = 4
        /// Lines whose phrases are looked through in one transaction.
        private static let stretch = 5_000

        /// One gateway at a time, as long as its connection lasts: of others each lets that one do it.
        static let turn = "pg_try_advisory_lock(\(DatabaseOpening.applicationID), hashtext(current_schema()))"

        private let link: PostgresLink
        private let partitions: PostgresPartitions

        init(_ settings: PostgresSettings) throws(StoreFault) {
            link = try PostgresLink(settings, isPipelined: false, idle: PostgresEngine.writing)
            partitions = PostgresPartitions(link: link)
        }

        /// Begins new partitions where it is time, and drops those of which every row is kept long enough.
        func run(_ kept: KeptTexts, days: Int, at now: Timestamp) throws(StoreFault) -> DroppedTexts {
            guard try link.execute("SELECT \(Self.turn)").text(0, 0) == "t" else { return DroppedTexts() }
            defer { _ = try? link.execute("SELECT pg_advisory_unlock_all()") }
            try turnOver(days: days, at: now)
            var dropped = DroppedTexts()
            for family in PartitionFamily.allCases {
                guard let since = family.kept(kept) else { continue }
                for suffix in try takenOut(of: family) { dropped.add(try drop(suffix, family), family) }
                let next = try partitions.nextNumber(of: family)
                for partition in try partitions.partitions(of: family) where partition.high <= next {
                    guard try isOver(partition, family, since), try takeOut(partition, family, since) else { continue }
                    dropped.add(try drop(partition.suffix, family), family)
                }
            }
            return dropped
        }

        /// Where others would wait for it, it waits for the next time: partitions are there ahead.
        private func turnOver(days: Int, at now: Timestamp) throws(StoreFault) {
            _ = try patiently { () throws(StoreFault) in
                try partitions.makeAhead()
                try partitions.turnOver(days: days, at: now)
            }
        }

        /// Whether no row has to stay. It reads up to the first that has to.
        private func isOver(
            _ partition: PostgresPartitions.Partition, _ family: PartitionFamily, _ since: Timestamp
        ) throws(StoreFault) -> Bool {
            let terms = [family.moment.map { "\($0) >= \(since.milliseconds)" }, family.stays].compactMap(\.self)
            let name = "\(family.table)_\(partition.suffix)"
            let stays = terms.map { "SELECT 1 FROM \(name) WHERE \($0)" }.joined(separator: " UNION ALL ")
            return try link.integer("SELECT 1 WHERE EXISTS (\(stays))") == nil
        }

        /// Takes a partition out of its table, with the one that belongs to it. Nothing ties them to what stays any more.
        /// Returns whether that is done: not where a row has to stay after all, or where others would wait for it.
        private func takeOut(
            _ partition: PostgresPartitions.Partition, _ family: PartitionFamily, _ since: Timestamp
        ) throws(StoreFault) -> Bool {
            let tables = [family.child?.table, family.table].compactMap(\.self)
            return try patiently { () throws(StoreFault) in
                for table in tables {
                    try link.execute("LOCK TABLE ONLY \(table), \(table)_\(partition.suffix) IN ACCESS EXCLUSIVE MODE")
                }
                guard try !isNeeded(partition, family, since) else { return false }
                for table in tables {
                    let name = "\(table)_\(partition.suffix)"
                    try link.execute("ALTER TABLE \(table) DETACH PARTITION \(name)")
                    for tie in try ties(of: name) { try link.execute("ALTER TABLE \(name) DROP CONSTRAINT \(tie)") }
                }
                return true
            } ?? false
        }

        /// Whether a row has come to stay since the partition was read: a message that is sent once more, or the one that
        /// keeps the newest number. Both are found by an index.
        private func isNeeded(
            _ partition: PostgresPartitions.Partition, _ family: PartitionFamily, _ since: Timestamp
        ) throws(StoreFault) -> Bool {
            let name = "\(family.table)_\(partition.suffix)"
            let newest = family.moment.map { moment in
                """
                SELECT 1 FROM \(name)
                WHERE id = (SELECT max(id) FROM \(name)) AND \(moment) >= \(since.milliseconds)
                """
            }
            let terms = [newest, family.stays.map { "SELECT 1 FROM \(name) WHERE \($0)" }].compactMap(\.self)
            return try link.integer("SELECT 1 WHERE EXISTS (\(terms.joined(separator: " UNION ALL ")))") != nil
        }

        /// Drops what was taken out. Returns how many rows that were.
        private func drop(_ suffix: String, _ family: PartitionFamily) throws(StoreFault) -> Int {
            if family == .lines { try forgetPhrases(of: "line_phrases_\(suffix)") }
            try link.execute("BEGIN")
            do {
                let count = try link.integer("SELECT count(*) FROM \(family.table)_\(suffix)") ?? 0
                for table in [family.child?.table, family.table].compactMap(\.self) {
                    try link.execute("DROP TABLE \(table)_\(suffix)")
                }
                try link.execute("COMMIT")
                return Int(count)
            } catch {
                if !link.isBroken { _ = try? link.execute("ROLLBACK") }
                throw error
            }
        }

        /// Phrases that nobody said but in lines that go, a stretch of lines at a time: turns come in between.
        private func forgetPhrases(of table: String) throws(StoreFault) {
            var place: Int64 = 0
            while true {
                let last = try link.integer(
                    """
                    SELECT max(line) FROM (
                        SELECT line FROM \(table) WHERE line > \(place) ORDER BY line LIMIT \(Self.stretch)) AS lines
                    """)
                guard let last else { return }
                let result = try patiently { () throws(StoreFault) in
                    try link.execute(
                        """
                        DELETE FROM phrases
                        WHERE id IN (SELECT phrase FROM \(table) WHERE line > \(place) AND line <= \(last))
                            AND NOT EXISTS (SELECT 1 FROM line_phrases WHERE phrase = phrases.id)
                        """)
                }
                guard result != nil else {
                    throw StoreFault(.unavailable, "the database is too busy to drop what is old")
                }
                place = last
            }
        }

        /// The partitions of a table that belong to it no more.
        private func takenOut(of family: PartitionFamily) throws(StoreFault) -> [String] {
            let rows = try link.execute(
                """
                SELECT substr(relname, \(family.table.count + 2)) FROM pg_class
                WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                    AND relname ~ '^\(family.table)_[0-9]+$' AND relkind = 'r' AND NOT relispartition
                ORDER BY relname
                """)
            return (0..<rows.rows).map { rows.text($0, 0) }
        }

        /// The names of a table's foreign keys.
        private func ties(of table: String) throws(StoreFault) -> [String] {
            let rows = try link.execute(
                "SELECT conname FROM pg_constraint WHERE conrelid = '\(table)'::regclass AND contype = 'f'")
            return (0..<rows.rows).map { PostgresLink.quoted(rows.text($0, 0)) }
        }

        /// Does something in a transaction while nobody else writes, and gives up where others would wait for it: then there
        /// is no value.
        private func patiently<Value>(_ body: () throws(StoreFault) -> Value) throws(StoreFault) -> Value? {
            for _ in 0..<Self.tries {
                do {
                    try link.execute(
                        "BEGIN; SET LOCAL lock_timeout = '\(Self.patience)ms'; \(PostgresSQL.takeAlone)")
                    let value = try body()
                    try link.execute("COMMIT")
                    return value
                } catch {
                    guard !link.isBroken else { throw error }
                    _ = try? link.execute("ROLLBACK")
                    guard error.code == .unavailable else { throw error }
                }
            }
            return nil
        }
    }

    extension DroppedTexts {
        fileprivate mutating func add(_ count: Int, _ family: PartitionFamily) {
            switch family {
            case .messages: messages += count
            case .lines: lines += count
            case .audit: break
            }
        }
    }
#endif
