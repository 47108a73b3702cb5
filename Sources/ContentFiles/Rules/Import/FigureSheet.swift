/// A table of figures of the law, row by row.
struct FigureSheet {
    /// One row, and why it is none where its fields are not those of the header.
    struct Row {
        let row: CSVTable.Row
        let misfit: Diagnostic?
    }

    /// The columns of such a table.
    static let columns = CSVTable.Columns(
        required: ["rule", "parameter", "from", "value", "law"], optional: ["to", "region", "status", "note"],
        texts: [],
        languages: [])

    private let sheet: Sheet
    private let names: [String]
    private let places: [String: Int]
    private var reader: CSVReader

    /// - Returns: nil, after errors, when the table's columns are not those.
    init?(_ sheet: Sheet, log: DiagnosticLog) {
        let before = log.all.count
        reader = sheet.reader(log)
        guard let header = sheet.header(&reader, log) else { return nil }
        let matching = ColumnMatching(columns: Self.columns, there: [], map: [:])
        let named = zip(header, matching.matches(of: header, file: sheet.file)).map { field, match in
            CSVReader.Field(text: match.target ?? field.text, line: field.line, column: field.column)
        }
        CSVHeaderCheck(header: named, file: sheet.file, columns: Self.columns, log: log).check()
        guard log.all.count == before else { return nil }
        self.sheet = sheet
        names = named.map(\.text)
        places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The next row, its cells in the form that files have; nil at the end.
    mutating func next() -> Row? {
        guard let cells = reader.next() else { return nil }
        let position = Position(file: sheet.file, line: cells.first?.line ?? 1)
        let misfit = sheet.misfit(cells, header: names.count)
        let fields = misfit == nil ? zip(names, cells).map { Self.formed($0, $1) } : []
        return Row(
            row: CSVTable.Row(
                position: position, fields: fields, columns: Self.columns, places: misfit == nil ? places : [:]),
            misfit: misfit)
    }

    private static func formed(_ name: String, _ cell: CSVReader.Field) -> CSVReader.Field {
        CSVReader.Field(text: CellForm(name, columns).text(cell.text), line: cell.line, column: cell.column)
    }
}
