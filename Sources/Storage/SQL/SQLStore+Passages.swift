package import Conversation
package import Expressions

extension SQLStore {
    /// The texts of the statements that read counts; the tests ask for their query plans.
    enum PassageListSQL {
        private static let columns = "SELECT step, way, target, outcome, sum(count) FROM passages"

        /// Without a language nobody comes from another one.
        private static let filtered = """
             AND day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR revision = ?4)
                AND (?5 IS NULL OR language = ?5) AND (?5 IS NOT NULL OR outcome <> 'language')
            GROUP BY step, way, target, outcome
            """

        static let outOf = columns + " WHERE flow = ?1" + filtered

        static let into = columns + " WHERE target_flow = ?1 AND flow <> ?1" + filtered

        private static let byLanguage = "SELECT language, step, target, outcome, sum(count) FROM passages"

        private static let ofDays = """
             AND day BETWEEN ?2 AND ?3 AND outcome <> 'language' GROUP BY language, step, target, outcome
            """

        static let movesWithin = byLanguage + " WHERE flow = ?1" + ofDays

        static let movesInto = byLanguage + " WHERE target_flow = ?1 AND flow <> ?1" + ofDays

        static let revisions = "SELECT DISTINCT revision FROM passages WHERE flow = '' AND day BETWEEN ? AND ?"

        static let all = [outOf, into, movesWithin, movesInto, revisions]
    }

    package func passages(_ filter: PassageFilter) async throws(StoreFault) -> [PassageCount] {
        let (first, last) = (filter.days.lowerBound.daysSinceEpoch, filter.days.upperBound.daysSinceEpoch)
        return try await read { (database) throws(StoreFault) in
            var counts: [PassageCount] = []
            for sql in [PassageListSQL.outOf, PassageListSQL.into] {
                counts += try Query(database, sql).all(
                    filter.flow, first, last, filter.revision?.hash, filter.language
                ) { PassageCount($0) }
            }
            return counts
        }
    }

    package func moves(
        through flow: String, begunOn days: ClosedRange<CalendarDate>
    ) async throws(StoreFault) -> [MoveCount] {
        let (first, last) = (days.lowerBound.daysSinceEpoch, days.upperBound.daysSinceEpoch)
        return try await read { (database) throws(StoreFault) in
            var counts: [MoveCount] = []
            for sql in [PassageListSQL.movesWithin, PassageListSQL.movesInto] {
                counts += try Query(database, sql).all(flow, first, last) { MoveCount($0) }
            }
            return counts
        }
    }

    package func revisions(begunOn days: ClosedRange<CalendarDate>) async throws(StoreFault) -> Set<RevisionID> {
        let (first, last) = (days.lowerBound.daysSinceEpoch, days.upperBound.daysSinceEpoch)
        let hashes = try await read { (database) throws(StoreFault) in
            try Query(database, PassageListSQL.revisions).all(first, last) { $0.text(0) }
        }
        return Set(hashes.filter { !$0.isEmpty }.map(RevisionID.init))
    }
}

extension PassageCount {
    fileprivate init(_ columns: Columns) {
        let (step, way) = (columns.text(0), columns.text(1))
        self.init(
            step: step.isEmpty ? nil : step, way: way.isEmpty ? nil : way,
            end: End(target: columns.text(2), outcome: columns.text(3)), count: Int(columns.integer(4)))
    }
}

extension PassageCount.End {
    fileprivate init(target: String, outcome: String) {
        let over = Outcome(rawValue: outcome)
        self = if let over { .over(over) } else { target.isEmpty ? .otherLanguage : .step(target) }
    }
}

extension MoveCount {
    fileprivate init(_ columns: Columns) {
        let step = columns.text(1)
        self.init(
            language: columns.text(0), step: step.isEmpty ? nil : step,
            end: PassageCount.End(target: columns.text(2), outcome: columns.text(3)), count: Int(columns.integer(4)))
    }
}
