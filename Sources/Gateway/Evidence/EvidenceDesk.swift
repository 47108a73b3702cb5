import Conversation
package import Evidence
package import Expressions
import Providers
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
        EvidenceReport(try await parts.store.needs(in: month), month: month, least: least)
    }

    /// How far conversations that began in a month came in a flow; nil where there were too few to tell anything.
    ///
    /// - Parameter month: One of `months`; its days are those of the pack's place.
    package func figures(of flow: String, in month: String) async throws -> FlowFigures? {
        guard let days = days(of: month) else { return nil }
        let moves = try await parts.store.moves(through: flow, begunOn: days).map { FlowFigures.Move($0, in: flow) }
        return FlowFigures(moves, least: least)
    }

    /// What became of the messages of a month; nil where there were too few to tell anything.
    package func messages(in month: String) async throws -> MessageReport? {
        MessageReport(
            try await parts.store.messageCounts(in: month), prices: parts.channels.compactMapValues(\.segmentPrice),
            least: least)
    }

    /// The days of one of `months`; nil of any other.
    package func days(of month: String) -> ClosedRange<CalendarDate>? {
        guard months.contains(month), let first = CalendarDate(iso: month + "-01"),
            let last = first.adding(months: 1)?.adding(days: -1)
        else { return nil }
        return first...last
    }

    /// Topics by the months that are over, the earliest first; nil where too few conversations ended to tell anything.
    package func course() async throws -> ToldTable? {
        let months = Array(months.reversed())
        let counts = try await parts.store.needsByMonth(from: months.first ?? "").filter { months.contains($0.month) }
        let flows = Set(counts.map(\.flow)).sorted()
        let totals = Dictionary(counts.map { ([$0.flow, $0.month], $0.total) }, uniquingKeysWith: +)
        let table = Crosstab(
            rows: flows, columns: months, counts: flows.map { flow in months.map { totals[[flow, $0]] ?? 0 } })
        return ToldTable(table, least: least, keepsColumns: true)
    }
}

extension FlowFigures.Move {
    /// A move as one of a flow: what lies outside of it is only come from and gone to.
    fileprivate init(_ move: MoveCount, in flow: String) {
        let from = move.step.flatMap { Step.flow(of: $0) == flow ? $0 : nil }
        let end: FlowFigures.End
        switch move.end {
        case .step(let step) where Step.flow(of: step) == flow: end = .step(step)
        case .step, .otherLanguage: end = .elsewhere
        case .over(let outcome): end = .over(outcome.rawValue)
        }
        self.init(from: from, end: end, language: move.language, count: move.count)
    }
}
