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
        report.tables.map { table in
            self.table(
                table.counts, texts["by.\(table.rows.rawValue).\(table.columns.rawValue)"],
                corner: texts[table.rows == .flow ? "topic" : table.rows.rawValue], row: { name($0, of: table.rows) },
                door: { table.rows == .flow ? door($0, in: report.month) : nil },
                column: { name($0, of: table.columns) })
        }
    }

    /// What became of messages, with what they cost.
    func table(_ report: MessageReport) -> EvidencePage.Table {
        var table = table(
            report.fates, texts["byChannel"], corner: texts["channel"], row: { $0 }, column: { texts["message.\($0)"] })
        let hasCost = (report.charges + [report.total]).contains { !$0.cost.isEmpty }
        table.more = [texts["smsSegments"]] + (hasCost ? [texts["cost"]] : [])
        table.rows = zip(table.rows, Self.order(report.fates)).map { row, index in
            row.adding(cells(report.charges[index], hasCost))
        }
        table.moreSums = cells(report.total, hasCost)
        return table
    }

    /// Topics by month, without the months, which the chart above them has.
    func topics(_ course: ToldTable) -> [EvidencePage.Table.Row] {
        rows(course, row: { name($0, of: .flow) }, door: { _ in nil })
    }

    private func cells(_ charge: MessageReport.Charge, _ hasCost: Bool) -> [String] {
        let cost = charge.cost.isEmpty ? Self.hidden : Self.money(charge.cost)
        return [Self.shown(charge.segments)] + (hasCost ? [cost] : [])
    }

    /// Amounts in hundredths of each currency.
    private static func money(_ amounts: [String: Int]) -> String {
        amounts.sorted { $0.key < $1.key }.map { currency, amount in
            "\(amount / 100)." + (amount % 100 < 10 ? "0" : "") + "\(amount % 100) " + currency
        }.joined(separator: " + ")
    }

    /// The rows, the greatest first.
    private static func order(_ told: ToldTable) -> [Int] {
        let sums = told.rowSums.map { $0 ?? 0 }
        return told.rows.indices.sorted { (sums[$0], $1) > (sums[$1], $0) }
    }

    /// A count, or what stands for one that is not told.
    static func shown(_ count: Int?) -> String { count.map(String.init) ?? hidden }

    /// What a value of an aspect is called.
    private func name(_ value: String, of aspect: Aspect) -> String {
        guard value != Crosstab.together else { return texts["together"] }
        return switch aspect {
        case .flow: pack.title(ofFlow: value, in: language.rawValue)
        case .place:
            value.isEmpty ? texts["placeUnknown"] : pack.directory.region(value)?.label(in: language.rawValue) ?? value
        case .language: tongue(value)
        case .outcome: texts["outcome.\(value)"]
        }
    }

    /// The name of a language.
    func tongue(_ tag: String) -> String {
        tag.isEmpty ? texts["placeUnknown"] : pack.languages.first { $0.tag == tag }?.name ?? tag
    }

    /// The page of a topic; nil of those that stand together, or that the pack does not have.
    private func door(_ flow: String, in month: String) -> String? {
        pack.toldFlows.contains(flow) ? ConsoleHandlers.address(of: flow, in: month) : nil
    }

    private func table(
        _ told: ToldTable, _ title: String, corner: String, row: (String) -> String,
        door: (String) -> String? = { _ in nil }, column: (String) -> String
    ) -> EvidencePage.Table {
        EvidencePage.Table(
            title: title, corner: corner,
            columns: told.columns.map { $0 == Crosstab.together ? texts["together"] : column($0) },
            rows: rows(told, row: { $0 == Crosstab.together ? texts["together"] : row($0) }, door: door),
            sums: told.columnSums.map(Self.shown), sum: Self.shown(told.sum))
    }

    private func rows(
        _ told: ToldTable, row: (String) -> String, door: (String) -> String?
    ) -> [EvidencePage.Table.Row] {
        let sums = told.rowSums
        let greatest = max(sums.compactMap(\.self).max() ?? 0, 1)
        return Self.order(told).map { index in
            EvidencePage.Table.Row(
                name: row(told.rows[index]), door: door(told.rows[index]),
                cells: told.columns.indices.map { Self.shown(told.count(index, $0)) }, sum: Self.shown(sums[index]),
                share: (sums[index] ?? 0) * 100 / greatest)
        }
    }
}
