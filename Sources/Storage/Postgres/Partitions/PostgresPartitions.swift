#if Postgres
    import Expressions

    /// Partitions of the tables that grow for ever: made ahead, and begun anew with each period.
    struct PostgresPartitions {
        /// A partition by its bounds.
        struct Partition: Hashable {
            /// What stands behind the table's name in the partition's.
            let suffix: String
            /// The numbers that are in it, without the last.
            let low, high: Int64
        }

        let link: PostgresLink

        /// Makes what is missing: the partition that new rows go to, and one after it.
        func makeAhead() throws(StoreFault) {
            for family in PartitionFamily.allCases { try makeAhead(family) }
        }

        /// Lets new rows go to the next partition where those of the current one began long enough ago, in a transaction in
        /// which nobody else writes.
        ///
        /// - Parameter days: Days of rows that share a partition.
        func turnOver(days: Int, at now: Timestamp) throws(StoreFault) {
            for family in PartitionFamily.allCases {
                guard let moment = family.moment else { continue }
                let partitions = try partitions(of: family)
                let next = try nextNumber(of: family)
                guard let current = partitions.last(where: { $0.low <= next }),
                    let following = partitions.first(where: { $0.low > next })
                else { continue }
                let first = """
                    SELECT \(moment) FROM \(family.table) WHERE id >= \(max(current.low, 1)) ORDER BY id LIMIT 1
                    """
                guard let began = try link.integer(first), began <= (now - Int64(days) * 86_400).milliseconds else {
                    continue
                }
                try link.execute("SELECT setval('\(family.table)_numbers', \(following.low), false)")
                try makeAhead(family)
            }
        }

        /// The partitions of a table in their order, without the one for what has no other.
        func partitions(of family: PartitionFamily) throws(StoreFault) -> [Partition] {
            let rows = try link.execute(
                """
                SELECT substr(relname, \(family.table.count + 2)), substring(bounds FROM 'FROM \\(''([0-9]+)'),
                    substring(bounds FROM 'TO \\(''([0-9]+)')
                FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid,
                    LATERAL pg_get_expr(relpartbound, pg_class.oid) AS bounds
                WHERE inhparent = '\(family.table)'::regclass
                """)
            return (0..<rows.rows).compactMap { row in
                Int64(rows.text(row, 2)).map { high in
                    Partition(suffix: rows.text(row, 0), low: Int64(rows.text(row, 1)) ?? 0, high: high)
                }
            }.sorted { $0.low < $1.low }
        }

        /// The number that a new row gets.
        func nextNumber(of family: PartitionFamily) throws(StoreFault) -> Int64 {
            try link.integer("SELECT last_value + is_called::integer FROM \(family.table)_numbers") ?? 1
        }

        /// What has no partition stays where it is: the next one begins behind it.
        private func makeAhead(_ family: PartitionFamily) throws(StoreFault) {
            let block = family.block
            let stray = try link.integer("SELECT max(id) FROM \(family.table)_rest")
            let free = max(try partitions(of: family).last?.high ?? 0, stray.map { ($0 / block + 1) * block } ?? 0)
            let needed = (try nextNumber(of: family) / block + 2) * block
            for low in stride(from: free, to: needed, by: Int64.Stride(block)) {
                try make("\(low / block)", low..<low + block, family)
            }
        }

        private func make(_ suffix: String, _ numbers: Range<Int64>, _ family: PartitionFamily) throws(StoreFault) {
            let bounds = "FOR VALUES FROM (\(numbers.lowerBound)) TO (\(numbers.upperBound))"
            try link.execute("CREATE TABLE \(family.table)_\(suffix) PARTITION OF \(family.table) \(bounds)")
            guard let child = family.child else { return }
            try link.execute(
                """
                CREATE TABLE \(child.table)_\(suffix) PARTITION OF \(child.table)
                    (\(child.tie)\(suffix)\(family.cascade)) \(bounds)
                """)
        }
    }

    extension PostgresLink {
        /// The first value of a statement's rows, outside the pipeline; nil for none.
        func integer(_ sql: String) throws(StoreFault) -> Int64? {
            let result = try execute(sql)
            return result.rows == 0 ? nil : Int64(result.text(0, 0))
        }
    }
#endif
