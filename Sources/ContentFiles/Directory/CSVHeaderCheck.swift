/// Compares the first line of a file with the columns it may have.
struct CSVHeaderCheck {
    let header: [CSVReader.Field]
    let file: String
    let columns: CSVTable.Columns
    let log: DiagnosticLog

    func check() {
        if header.count == 1, let separator = [";", "\t"].first(where: header[0].text.contains) {
            let name = separator == ";" ? "semicolons" : "tabs"
            return log.error(
                "csv", "the columns are separated by \(name)", at: position(of: header[0]),
                suggestion: "save the file with commas between them")
        }
        for field in header where !columns.all.contains(field.text) {
            let near = nearest(to: field.text, among: columns.all)
            log.error(
                "csv-column", "there is no column '\(field.text)' here", at: position(of: field),
                suggestion: near.map { "did you mean '\($0)'?" } ?? "columns: \(columns.all.joined(separator: ", "))")
        }
        for (index, field) in header.enumerated() where header.prefix(index).contains(where: { $0.text == field.text })
        {
            log.error("csv-column", "the column '\(field.text)' is there twice", at: position(of: field))
        }
        let needed = columns.required + columns.texts.prefix(1).map { "\($0):\(columns.languages[0])" }
        for name in needed where !header.contains(where: { $0.text == name }) {
            log.error(
                "csv-column", "the column '\(name)' is missing", at: Position(file: file),
                suggestion: "add it to the first line")
        }
    }

    private func position(of field: CSVReader.Field) -> Position {
        Position(file: file, line: field.line, column: field.column)
    }
}
