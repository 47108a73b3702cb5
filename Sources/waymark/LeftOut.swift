import Directory
import Expressions

/// The offices of a directory that people are not shown, for those who start the gateway.
struct LeftOut {
    private let samples: [Service]
    private let stale: [Service]
    private let months: Int

    /// - Parameters:
    ///   - day: Today, where the pack's people are.
    ///   - isLive: Whether some channel has real people at its other end, to whom made-up offices are not shown.
    init(_ directory: Directory, on day: CalendarDate, isLive: Bool) {
        samples = isLive ? directory.services.filter(\.isSample) : []
        stale = directory.services.filter { !$0.isFresh(on: day, months: directory.freshness) }
        months = directory.freshness
    }

    /// One line for each reason, with the offices by kind; none where all are shown.
    var lines: [String] {
        [
            line(samples, "made up, not shown on live channels"),
            line(stale, "not shown, since nobody has checked them for \(months) months"),
        ].compactMap(\.self)
    }

    private func line(_ offices: [Service], _ reason: String) -> String? {
        guard !offices.isEmpty else { return nil }
        let counts = Dictionary(grouping: offices, by: \.kind).mapValues(\.count).sorted { $0.key < $1.key }
        let kinds = counts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(offices.count.counted("office")) \(reason): \(kinds)"
    }
}
