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
            table($0, "byOutcome", corner: "topic", row: topic) { name in texts["outcome.\(name)"] }
        }
        let places = report.places.map { table($0.turned, "byPlace", corner: "place", row: place, column: topic) }
        let languages = report.languages.map { table($0, "byLanguage", corner: "topic", row: topic, column: tongue) }
        return [outcomes, places, languages].compactMap(\.self)
    }

    /// What a flow is about.
    func topic(_ flow: String) -> String {
        flow == Crosstab.together ? texts["together"] : pack.flowTitles[flow] ?? flow
    }

    private func place(_ code: String) -> String {
        code.isEmpty ? texts["placeUnknown"] : pack.directory.region(code)?.label(in: language.rawValue) ?? code
    }

    private func tongue(_ tag: String) -> String { pack.languages.first { $0.tag == tag }?.name ?? tag }

    private func table(
        _ shown: Disclosure, _ title: String, corner: String, row: (String) -> String, column: (String) -> String
    ) -> EvidencePage.Table {
        let (table, sums) = (shown.table, shown.table.rowSums)
        let greatest = max(sums.max() ?? 0, 1)
        let rows = table.rows.indices.sorted { sums[$0] > sums[$1] }.map { index in
            EvidencePage.Table.Row(
                name: name(table.rows[index], row),
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
        var lines = ["month,flow,kind,value,conversations"]
        for (kind, shown) in tables {
            guard let shown else { continue }
            for (row, flow) in shown.table.rows.enumerated() {
                for (column, value) in shown.table.columns.enumerated() {
                    let count = shown.count(row, column).map(String.init) ?? ""
                    lines.append([report.month, flow, kind, value, count].map(Self.field).joined(separator: ","))
                }
            }
        }
        for silence in report.silences {
            lines.append(
                [report.month, silence.flow, "silent at", silence.step, "\(silence.total)"].map(Self.field)
                    .joined(separator: ","))
        }
        text = lines.map { $0 + "\r\n" }.joined()
    }

    /// A field in quotes where it needs them.
    private static func field(_ text: String) -> String {
        guard text.contains(where: { "\",\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
