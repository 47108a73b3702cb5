import Directory
import Expressions

/// A CSV file whose columns are known: rows are taken by the names of columns, and what is wrong is said at its field.
struct CSVTable {
    /// One row.
    struct Row {
        let position: Position
        fileprivate let fields: [String: CSVFile.Field]
        fileprivate let table: Columns

        /// The text of a column; nil when it is empty or not there.
        func text(_ name: String) -> String? {
            fields[name].flatMap { $0.text.isEmpty ? nil : $0.text }
        }

        /// Where a column of the row stands.
        func position(of name: String) -> Position { fields[name]?.position ?? position }

        /// The parts of a column, separated by `;`.
        func list(_ name: String) -> [String] {
            (text(name) ?? "").split(separator: ";").map { String($0).trimmingSpace }.filter { !$0.isEmpty }
        }

        /// A text in the languages that have one, the pack's own first.
        func wordings(_ name: String) -> Wordings {
            Wordings(table.languages.compactMap { tag in text("\(name):\(tag)").map { Wordings.Version(tag, $0) } })
        }
    }

    /// Which columns there may be.
    struct Columns {
        /// Columns that must be there and filled.
        let required: [String]
        /// Columns that may be there.
        let optional: [String]
        /// Columns of texts, of which there is one for each language: `name:en`.
        let texts: [String]
        /// The languages of the pack, its own first.
        let languages: [String]

        fileprivate var all: [String] {
            required + optional + texts.flatMap { text in languages.map { "\(text):\($0)" } }
        }
    }

    let rows: [Row]

    /// Reads a file; nil, after an error, when its columns are not those.
    init?(_ content: String, file: String, columns: Columns, log: DiagnosticLog) {
        guard let csv = CSVFile(content, file: file, log: log), Self.check(csv.header, columns, log) else { return nil }
        rows = csv.rows.compactMap { fields in
            let place = fields.first?.position ?? Position(file: file)
            guard fields.count == csv.header.count else {
                log.error(
                    "csv", "this row has \(fields.count) fields, the header \(csv.header.count)", at: place,
                    suggestion: "put a text with a comma in quotes")
                return nil
            }
            let named = Dictionary(zip(csv.header.map(\.text), fields)) { first, _ in first }
            let row = Row(position: Position(file: file, line: place.line), fields: named, table: columns)
            return Self.check(row, columns, log) ? row : nil
        }
    }

    private static func check(_ header: [CSVFile.Field], _ columns: Columns, _ log: DiagnosticLog) -> Bool {
        let before = log.all.count
        for field in header where !columns.all.contains(field.text) {
            let near = nearest(to: field.text, among: columns.all)
            log.error(
                "csv-column", "there is no column '\(field.text)' here", at: field.position,
                suggestion: near.map { "did you mean '\($0)'?" } ?? "columns: \(columns.all.joined(separator: ", "))")
        }
        for (index, field) in header.enumerated() where header.prefix(index).contains(where: { $0.text == field.text })
        {
            log.error("csv-column", "the column '\(field.text)' is there twice", at: field.position)
        }
        let needed = columns.required + columns.texts.prefix(1).map { "\($0):\(columns.languages[0])" }
        for name in needed where !header.contains(where: { $0.text == name }) {
            log.error(
                "csv-column", "the column '\(name)' is missing",
                at: header.first?.position ?? Position(file: ""), suggestion: "add it to the first line")
        }
        return log.all.count == before
    }

    private static func check(_ row: Row, _ columns: Columns, _ log: DiagnosticLog) -> Bool {
        let empty = columns.required.filter { row.text($0) == nil }
        for name in empty { log.error("csv-value", "'\(name)' is empty", at: row.position(of: name)) }
        return empty.isEmpty
    }
}

extension CSVTable.Row {
    /// Degrees north and east; nil where neither is given, and after an error.
    func coordinates(_ log: DiagnosticLog) -> Coordinates? {
        switch (text("lat"), text("lon")) {
        case (nil, nil): return nil
        case (let north?, let east?):
            if let latitude = Double(north), let longitude = Double(east),
                let found = Coordinates(latitude: latitude, longitude: longitude)
            {
                return found
            }
            log.error(
                "csv-value", "'\(north), \(east)' is no place on the globe", at: position(of: "lat"),
                suggestion: "latitude from -90 to 90, longitude from -180 to 180")
        case (_?, nil), (nil, _?):
            log.error("csv-value", "'lat' and 'lon' belong together", at: position(of: "lat"))
        }
        return nil
    }

    /// A day such as 2026-11-24; nil where there is none, and after an error.
    func day(_ name: String, _ log: DiagnosticLog) -> CalendarDate? {
        guard let text = text(name) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        if text.count == 10, parts.count == 3,
            let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        {
            return day
        }
        log.error("csv-value", "'\(text)' is no day such as 2026-11-24", at: position(of: name))
        return nil
    }
}

extension String {
    /// The text without spaces around.
    fileprivate var trimmingSpace: String {
        let tail = drop { $0 == " " }
        guard let last = tail.lastIndex(where: { $0 != " " }) else { return "" }
        return String(tail[...last])
    }
}
