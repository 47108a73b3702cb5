import Conversation
package import Evidence
import Expressions
import Storage

/// What people need and where they leave, from counts that lead to nobody; small ones are left out.
package struct EvidenceDesk: Sendable {
    /// How many months the pages look back on.
    package static let months = 12

    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// The least number of conversations that is told.
    package var least: Int { parts.settings.evidenceLeast }

    /// The months by UTC that are over, the last one first, as `2026-11`. The one that runs is not told: of counts that go
    /// up while somebody looks, the difference tells of one conversation.
    package var months: [String] {
        let today = parts.clock.now.date(utcOffset: 0)
        return (1...Self.months).map { back in
            let count = today.year * 12 + today.month - 1 - back
            let (year, month) = (count / 12, count % 12 + 1)
            return "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
        }
    }

    /// What is told of a month, which must be one of `months`.
    package func report(of month: String) async throws -> EvidenceReport {
        let needs = try await parts.store.needs(in: month)
        let outcomes = shown(needs.map { ($0.flow, $0.outcome.rawValue, $0.total) })
        return EvidenceReport(
            month: month, outcomes: outcomes,
            places: shown(needs.map { ($0.flow, $0.place, $0.total) }),
            languages: shown(needs.map { ($0.flow, $0.language, $0.total) }),
            silences: silences(try await parts.store.endings(in: month, by: .expired), outcomes))
    }

    /// How many conversations ended in each of the months that are over, the earliest first; nil where they were too few.
    package func course() async throws -> [(month: String, total: Int?)] {
        let months = months
        let counts = try await parts.store.needsByMonth(from: months.last ?? "")
        let sums = Dictionary(counts.map { ($0.month, $0.total) }, uniquingKeysWith: +)
        return months.reversed().map { month in
            let sum = sums[month] ?? 0
            return (month, sum == 0 || sum >= least ? sum : nil)
        }
    }

    private func shown(_ entries: [(row: String, column: String, count: Int)]) -> Disclosure? {
        Crosstab(entries).merged(least: least).map { Disclosure($0, least: least) }
    }

    /// The steps at which people fell silent, of each flow whose count of them is told: with their sum known, one small
    /// count among them would be known, too.
    private func silences(_ endings: [EndingCount], _ outcomes: Disclosure?) -> [EvidenceReport.Silence] {
        guard let outcomes, let column = outcomes.table.columns.firstIndex(of: Outcome.expired.rawValue) else {
            return []
        }
        return outcomes.table.rows.enumerated().flatMap { row, flow -> [EvidenceReport.Silence] in
            let own = endings.filter { $0.flow == flow }
            guard let sum = outcomes.count(row, column), sum == own.reduce(0, { $0 + $1.total }) else { return [] }
            let isAlone = Grouping.standingAlone(own.map(\.total), least: least)
            let alone = zip(own, isAlone).filter(\.1).map {
                EvidenceReport.Silence(step: $0.0.step, flow: flow, total: $0.0.total)
            }
            let rest = sum - alone.reduce(0) { $0 + $1.total }
            let together = EvidenceReport.Silence(step: Crosstab.together, flow: flow, total: rest)
            return alone.sorted { $0.total > $1.total } + (rest > 0 ? [together] : [])
        }
    }
}

/// What is told of a month.
package struct EvidenceReport: Hashable, Sendable {
    /// A step at which people fell silent.
    package struct Silence: Hashable, Sendable {
        /// The step's address; `Crosstab.together` for those of a flow that stand together.
        package let step: String
        package let flow: String
        package let total: Int
    }

    /// `2026-11`, by UTC.
    package let month: String
    /// Flows by outcomes; nil where the month has too few conversations to tell anything.
    package let outcomes: Disclosure?
    /// Flows by places.
    package let places: Disclosure?
    /// Flows by languages.
    package let languages: Disclosure?
    package let silences: [Silence]

    package init(
        month: String, outcomes: Disclosure?, places: Disclosure? = nil, languages: Disclosure? = nil,
        silences: [Silence] = []
    ) {
        self.month = month
        self.outcomes = outcomes
        self.places = places
        self.languages = languages
        self.silences = silences
    }
}
