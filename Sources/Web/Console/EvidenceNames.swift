import Conversation
import Directory
import Evidence
import Gateway

/// Tables of evidence in the words of whoever reads them.
struct EvidenceNames {
    /// What stands for a count that is not told.
    static let hidden = "–"

    private let pack: Pack
    private let texts: Texts
    private let language: ConsoleLanguage

    init(_ pack: Pack, _ texts: Texts, _ language: ConsoleLanguage) {
        self.pack = pack
        self.texts = texts
        self.language = language
    }

    /// The tables of a report; none where it tells nothing.
    func tables(_ report: EvidenceReport) -> [EvidencePage.Table] {
        let outcomes = report.outcomes.map {
            table($0, "byOutcome", corner: "topic", row: topic, door: { door($0, in: report.month) }, column: ending)
        }
        let places = report.places.map { table($0.turned, "byPlace", corner: "place", row: place, column: topic) }
        let languages = report.languages.map { table($0, "byLanguage", corner: "topic", row: topic, column: tongue) }
        let endings = report.endings.map {
            table($0, "byEnding", corner: "language", row: tongue, column: ending)
        }
        return [outcomes, places, languages, endings].compactMap(\.self)
    }

    /// What became of messages, with what they cost.
    func table(_ report: MessageReport) -> EvidencePage.Table {
        let plain = table(report.fates, "byChannel", corner: "channel", row: { $0 }, column: { texts["message.\($0)"] })
        let (costs, rows) = (report.costs, report.fates.table.rows)
        let order = Self.order(report.fates)
        let hasCosts = !costs.isEmpty
        return EvidencePage.Table(
            title: plain.title, corner: plain.corner, columns: plain.columns,
            more: [texts["smsSegments"]] + (hasCosts ? [texts["cost"]] : []),
            rows: zip(plain.rows, order).map { row, index in
                let segments = "\(report.segments[rows[index]] ?? 0)"
                let cost = costs[rows[index]].map(Self.money) ?? Self.hidden
                return row.adding([segments] + (hasCosts ? [cost] : []))
            },
            sums: plain.sums, sum: plain.sum,
            moreSums: ["\(report.segments.values.reduce(0, +))"] + (hasCosts ? [Self.money(total(costs))] : []))
    }

    private func total(_ costs: [String: [String: Int]]) -> [String: Int] {
        costs.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// Amounts in hundredths of each currency.
    private static func money(_ amounts: [String: Int]) -> String {
        amounts.sorted { $0.key < $1.key }.map { currency, amount in
            "\(amount / 100)." + (amount % 100 < 10 ? "0" : "") + "\(amount % 100) " + currency
        }.joined(separator: " + ")
    }

    /// The rows, the greatest first.
    private static func order(_ shown: Disclosure) -> [Int] {
        let sums = shown.table.rowSums
        return shown.table.rows.indices.sorted { (sums[$0], $1) > (sums[$1], $0) }
    }

    /// What a flow is about.
    func topic(_ flow: String) -> String {
        flow == Crosstab.together ? texts["together"] : pack.flowTitles[flow] ?? flow
    }

    /// The page of a topic; nil of those that stand together, or that the pack does not have.
    private func door(_ flow: String, in month: String) -> String? {
        pack.toldFlows.contains(flow) ? ConsoleHandlers.address(of: flow, in: month) : nil
    }

    private func place(_ code: String) -> String {
        code.isEmpty ? texts["placeUnknown"] : pack.directory.region(code)?.label(in: language.rawValue) ?? code
    }

    private func ending(_ outcome: String) -> String { texts["outcome.\(outcome)"] }

    private func tongue(_ tag: String) -> String {
        tag.isEmpty ? texts["placeUnknown"] : pack.languages.first { $0.tag == tag }?.name ?? tag
    }

    private func table(
        _ shown: Disclosure, _ title: String, corner: String, row: (String) -> String,
        door: ((String) -> String?)? = nil, column: (String) -> String
    ) -> EvidencePage.Table {
        let (table, sums) = (shown.table, shown.table.rowSums)
        let greatest = max(sums.max() ?? 0, 1)
        let rows = Self.order(shown).map { index in
            EvidencePage.Table.Row(
                name: name(table.rows[index], row), door: door?(table.rows[index]),
                cells: table.columns.indices.map { shown.count(index, $0).map(String.init) ?? Self.hidden },
                sum: String(sums[index]), share: sums[index] * 100 / greatest)
        }
        return EvidencePage.Table(
            title: texts[title], corner: texts[corner], columns: table.columns.map { name($0, column) }, rows: rows,
            sums: table.columnSums.map(String.init), sum: String(table.sum))
    }

    private func name(_ key: String, _ own: (String) -> String) -> String {
        key == Crosstab.together ? texts["together"] : own(key)
    }
}

/// The counts of a month as CSV: the names are the codes that files and tables use, so that programs can join them.
struct EvidenceTable {
    let text: String

    init(_ report: EvidenceReport) {
        let tables = [
            ("outcome", report.outcomes), ("place", report.places), ("language", report.languages),
        ]
        var lines = [["month", "flow", "kind", "value", "conversations"]]
        for (kind, shown) in tables {
            guard let shown else { continue }
            for (row, flow) in shown.table.rows.enumerated() {
                for (column, value) in shown.table.columns.enumerated() {
                    let count = shown.count(row, column).map(String.init) ?? ""
                    lines.append([report.month, flow, kind, value, count])
                }
            }
        }
        text = lines.map { CSVLine($0).text }.joined()
    }

    /// What became of messages, by channel, with the SMS that they took and what these cost.
    init(_ report: MessageReport, month: String) {
        var lines = [["month", "channel", "kind", "value", "amount"]]
        for (row, channel) in report.fates.table.rows.enumerated() {
            for (column, state) in report.fates.table.columns.enumerated() {
                let count = report.fates.count(row, column).map(String.init) ?? ""
                lines.append([month, channel, "messages", state, count])
            }
            lines.append([month, channel, "sms", "", "\(report.segments[channel] ?? 0)"])
            for (currency, amount) in (report.costs[channel] ?? [:]).sorted(by: { $0.key < $1.key }) {
                lines.append([month, channel, "hundredths", currency, "\(amount)"])
            }
        }
        text = lines.map { CSVLine($0).text }.joined()
    }
}
