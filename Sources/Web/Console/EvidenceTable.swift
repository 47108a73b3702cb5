import Evidence
import Gateway

/// Counts as CSV: the names are the codes that files and tables use, so that programs can join them. What is empty is not
/// asked about; a count that is empty is not told.
struct EvidenceTable {
    let text: String

    private init(_ lines: [[String]]) {
        text = lines.map { SpreadsheetLine($0).text }.joined()
    }

    /// The conversations of a month.
    init(_ report: EvidenceReport) {
        var lines = [["month", "flow", "place", "language", "outcome", "conversations"]]
        for table in report.tables {
            for (row, first) in table.counts.rows.enumerated() {
                for (column, second) in table.counts.columns.enumerated() {
                    let values = Aspect.allCases.map { aspect in
                        aspect == table.rows ? first : aspect == table.columns ? second : ""
                    }
                    lines.append([report.month] + values + [Self.text(table.counts.count(row, column))])
                }
            }
        }
        self.init(lines)
    }

    /// What became of the messages of a month, by channel, with the SMS that they took and what these cost.
    init(_ report: MessageReport, month: String) {
        var lines = [["month", "channel", "kind", "value", "amount"]]
        for (row, channel) in report.fates.rows.enumerated() {
            for (column, state) in report.fates.columns.enumerated() {
                lines.append([month, channel, "messages", state, Self.text(report.fates.count(row, column))])
            }
            lines.append([month, channel, "sms", "", Self.text(report.charges[row].segments)])
            for (currency, amount) in report.charges[row].cost.sorted(by: { $0.key < $1.key }) {
                lines.append([month, channel, "hundredths", currency, "\(amount)"])
            }
        }
        self.init(lines)
    }

    /// How far people came in a flow.
    init(_ figures: FlowFigures, of flow: String, in month: String) {
        var lines = [["month", "flow", "step", "kind", "value", "conversations"]]
        for figure in figures.list {
            lines.append([month, flow, figure.step, figure.kind.rawValue, figure.value, Self.text(figure.count)])
        }
        self.init(lines)
    }

    private static func text(_ count: Int?) -> String { count.map(String.init) ?? "" }
}
