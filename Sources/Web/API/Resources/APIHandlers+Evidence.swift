import Evidence
import Gateway

/// What people need, counted, as programs read it.
extension APIHandlers {
    /// What is told of a month; of this one where none is named.
    func evidence(_ call: APICall) async throws -> APIAnswer {
        let desk = gateway.evidence
        let month = try call.query.word("month", of: desk.months) ?? desk.months[0]
        return APIAnswer(EvidenceJSON(try await desk.report(of: month), least: desk.least, months: desk.months))
    }

    private struct EvidenceJSON: Encodable {
        let month: String
        let months: [String]
        let least: Int
        let outcomes, places, languages: [Count]

        init(_ report: EvidenceReport, least: Int, months: [String]) {
            month = report.month
            self.months = months
            self.least = least
            outcomes = Count.list(report.outcomes)
            places = Count.list(report.places)
            languages = Count.list(report.languages)
        }
    }

    /// How many conversations of a flow had one outcome, place or language.
    private struct Count: Encodable {
        let flow, value: String
        /// nil where so few are not told.
        let conversations: Int?

        static func list(_ shown: Disclosure?) -> [Count] {
            guard let shown else { return [] }
            return shown.table.rows.enumerated().flatMap { row, flow in
                shown.table.columns.enumerated().map { column, value in
                    Count(flow: flow, value: value, conversations: shown.count(row, column))
                }
            }
        }
    }
}
