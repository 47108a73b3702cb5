import ContentFiles
import Foundation

/// The catalogue of rules, as `check --list` prints it.
enum RuleList {
    /// A line for each rule: its code, its word, how much it matters, and what it reports.
    static func text(for terminal: Terminal) -> String {
        let width = CheckRule.all.map(\.id.count).max() ?? 0
        let lines = CheckRule.all.map { rule in
            let word = rule.id.padding(toLength: width, withPad: " ", startingAt: 0)
            let severity = rule.severity.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)
            return "\(rule.code)  \(terminal.painted(word, .bold))  \(severity)  \(rule.summary)"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension CheckTimings {
    /// A line for each stage, in milliseconds.
    var report: String {
        stages.map { stage in
            let (seconds, attoseconds) = stage.length.components
            let micros = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
            return "\(micros / 1_000).\(String(String(micros % 1_000 + 1_000).dropFirst())) ms  \(stage.name)\n"
        }.joined()
    }
}
