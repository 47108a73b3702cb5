import Directory
import Expressions

/// Tells which offices people do not get to see, or soon will not, because nobody has compared them with their source for
/// long: once for each file, since a file may have thousands of rows.
struct FreshnessCheck {
    /// Staff who look once a month learn of a row before it is hidden.
    private static let notice = 60

    /// A row that was read.
    struct Entry {
        let id: String
        let checked: CalendarDate
        let position: Position
    }

    /// Months for which an office is shown.
    let months: Int
    let today: CalendarDate
    let log: DiagnosticLog

    func check(_ entries: [Entry]) {
        let soon = today.adding(days: Self.notice) ?? today
        let lasts = entries.map { $0.checked.adding(months: months) ?? $0.checked }
        let hidden = zip(entries, lasts).filter { $0.1 < today }
        if let (first, last) = hidden.first {
            report(first, hidden.count, "\(subject(first, hidden.count)) not shown since \(last.iso)")
        }
        let fading = zip(entries, lasts).filter { (today..<soon).contains($0.1) }.sorted { $0.1 < $1.1 }
        if let (first, last) = fading.first {
            report(first, fading.count, "\(subject(first, fading.count)) shown until \(last.iso) only")
        }
        let early = entries.filter { $0.checked > today }
        if let first = early.first {
            log.warning(
                "stale-office", "'\(first.id)' was checked on \(first.checked.iso), a day to come", at: first.position,
                suggestion: "write the day on which somebody compared it with its source")
        }
    }

    private func subject(_ first: Entry, _ count: Int) -> String {
        count == 1 ? "'\(first.id)' is" : "'\(first.id)' and \(count - 1) more are"
    }

    private func report(_ first: Entry, _ count: Int, _ message: String) {
        let rows = count == 1 ? "it" : "them"
        log.warning(
            "stale-office", "\(message): it was checked on \(first.checked.iso), and \(months) months is the limit",
            at: first.position, suggestion: "compare \(rows) with the source and write the day into 'checked'")
    }
}
