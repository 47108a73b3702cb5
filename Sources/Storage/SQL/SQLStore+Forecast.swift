package import Conversation
import Expressions
import Sealing

/// What would go, with nothing changed.
extension SQLStore {
    /// The texts of the statements that count it. They read whole tables: somebody asked, and no turn waits for them.
    enum ForecastSQL {
        static let lines = "SELECT count(*), min(at) FROM transcript WHERE at < ?"

        static let messages = """
            SELECT count(*), min(created_at) FROM outbox WHERE due_at IS NULL AND created_at < ?
                AND channel <> ''
            """

        static let cases = """
            SELECT count(*), min(closed_at) FROM cases
            WHERE closed_at IS NOT NULL AND words <> x'' AND closed_at < ?
            """

        static let claims = "SELECT count(*), min(at) FROM claims WHERE at < ?"
    }

    package func forecastAging(
        _ stretch: AgingStretch, _ age: @escaping @Sendable (Person) -> Person
    ) async throws(StoreFault) -> AgingForecast {
        try await read { (database) throws(StoreFault) in
            let people = try Query(database, Writer.AgingSQL.people).aging(stretch, keys)
            let isWaitedFor = try Query(database, Writer.GuestSQL.isWaitedFor)
            var (gone, fields) = (KeptTooLong(), [String: KeptTooLong]())
            for person in people {
                if person.heardAt < stretch.heardSince,
                    try isWaitedFor.first(person.id, stretch.at, read: { $0.integer(0) }) == nil
                {
                    gone.add(since: person.heardAt)
                } else if let record = person.record {
                    for (field, since) in record.lost(by: age(record)) {
                        fields[field, default: KeptTooLong()].add(since: since)
                    }
                }
            }
            let isEnd = people.count < stretch.limit
            let last = isEnd ? nil : people.last.map { PersonID(rawValue: $0.id) }
            return AgingForecast(last: last, people: gone, fields: fields)
        }
    }

    package func forecastTexts(_ kept: KeptTexts) async throws(StoreFault) -> TextForecast {
        try await read { (database) throws(StoreFault) in
            func count(_ sql: String, _ before: Timestamp) throws(StoreFault) -> KeptTooLong {
                let found = try Query(database, sql).first(before) { columns in
                    KeptTooLong(
                        count: Int(columns.integer(0)),
                        oldest: columns.optional(1, columns.integer).map(Timestamp.init(milliseconds:)))
                }
                return found ?? KeptTooLong()
            }
            return TextForecast(
                lines: try count(ForecastSQL.lines, kept.transcripts),
                messages: try count(ForecastSQL.messages, kept.messages),
                notes: try count(ForecastSQL.cases, kept.cases), claims: try count(ForecastSQL.claims, kept.claims))
        }
    }
}

extension Person {
    /// The fields that an older form of the record lacks, each with the day on which it got its value.
    fileprivate func lost(by aged: Person) -> [(field: String, since: Timestamp)] {
        fields.keys.filter { aged.fields[$0] == nil }.compactMap { field in
            given[field].map { (field, Timestamp(date: $0, utcOffset: 0)) }
        }
    }
}
