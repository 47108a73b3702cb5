import Expressions

/// Where the fields of a table go.
struct ImportLayout {
    /// The columns of the file as it will be.
    let header: [String]
    /// The columns of the file's own header that come in addition.
    let added: Int
    /// For each column of the table its place in `header`; nil where it is left out.
    let targets: [Int?]
    /// How the cells of each column of the table are brought to the directory's form.
    let forms: [CellForm]
    /// Places in `header` with what they have in rows in which the table leaves them empty.
    let fill: [(place: Int, text: String)]
    /// Columns of the table that are left out, with how to take them.
    let leftOut: [(name: String, advice: String)]

    /// - Returns: nil, after errors, when the table's columns do not do.
    init?(
        _ load: DirectoryImport, header names: [CSVReader.Field], sheet: Sheet, _ wishes: DirectoryImport.Wishes,
        _ log: DiagnosticLog
    ) {
        let before = log.all.count
        let matching = ColumnMatching(columns: load.columns, there: load.file.header, map: wishes.map)
        let check = LayoutCheck(load: load, sheet: sheet, matching: matching, log: log)
        check.check(wishes, names)
        let matches = matching.matches(of: names, file: sheet.file)
        check.check(matches, names)
        let given = matches.compactMap(\.target) + wishes.fill.keys.sorted()
        check.checkComplete(given, names)
        guard log.all.count == before else { return nil }
        let header = Self.header(load, given)
        let places = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
        self.header = header
        added = load.file.header.isEmpty ? 0 : header.count - load.file.header.count
        targets = matches.map { $0.target.flatMap { places[$0] } }
        forms = matches.map { CellForm($0.target ?? $0.name, load.columns) }
        fill = wishes.fill.compactMap { name, text in
            places[name].map { ($0, CellForm(name, load.columns).text(text)) }
        }.sorted { $0.place < $1.place }
        leftOut = matches.compactMap { match in match.advice.map { (match.name, $0) } }
    }

    /// The file's columns, and behind them those it does not have; a new file has them in the guide's order.
    private static func header(_ load: DirectoryImport, _ given: [String]) -> [String] {
        let given = Set(given).subtracting(load.file.header)
        let usual = ["id", "code", "parent", "level", "region"] + load.columns.all.filter { $0.contains(":") }
        let known = usual + load.columns.all.filter { !usual.contains($0) }
        let own = given.subtracting(known).sorted()
        return load.file.header + known.filter(given.contains) + own
    }
}

/// Whether the columns of a table do.
private struct LayoutCheck {
    let load: DirectoryImport
    let sheet: Sheet
    let matching: ColumnMatching
    let log: DiagnosticLog

    /// What the operator says of columns is about columns that are there.
    func check(_ wishes: DirectoryImport.Wishes, _ names: [CSVReader.Field]) {
        for name in wishes.map.keys.sorted() where !names.contains(where: { $0.text == name }) {
            let near = nearest(to: name, among: names.map(\.text))
            log.error(
                "csv-column", "the table has no column '\(name)' to map", at: Position(file: sheet.file),
                suggestion: near.map { "did you mean '\($0)'?" }
                    ?? "its columns: \(names.map(\.text).joined(separator: ", "))")
        }
        for name in (Array(wishes.map.values) + wishes.fill.keys).sorted() {
            guard let advice = matching.advice(for: name) else { continue }
            log.error(
                "csv-column", "the directory has no column '\(name)'", at: Position(file: sheet.file),
                suggestion: advice)
        }
    }

    /// No column of the directory is filled twice.
    func check(_ matches: [ColumnMatching.Match], _ names: [CSVReader.Field]) {
        for (index, match) in matches.enumerated() {
            guard let target = match.target, let first = matches[..<index].first(where: { $0.target == target }) else {
                continue
            }
            log.error(
                "csv-column", "'\(first.name)' and '\(match.name)' are both '\(target)'",
                at: Position(file: sheet.file, line: names[index].line, column: names[index].column),
                suggestion: "map one of them to another column, or take it out of the table")
        }
    }

    /// What every row must have is given by the table, by the operator, or by the file for rows that it knows.
    func checkComplete(_ given: [String], _ names: [CSVReader.Field]) {
        let name = load.columns.texts.prefix(1).map { "\($0):\(load.columns.languages[0])" }
        let needed = load.file.header.isEmpty ? load.columns.required + name : [load.key]
        for column in needed where !given.contains(column) {
            let isSame = column != load.key && !column.contains(":")
            log.error(
                "csv-column", "no column of the table is '\(column)'", at: Position(file: sheet.file),
                suggestion: "say which of these it is (\(names.map(\.text).joined(separator: ", "))): "
                    + "--map 'NAME=\(column)'" + (isSame ? ", or for all rows: --set '\(column)=TEXT'" : ""))
        }
    }
}
