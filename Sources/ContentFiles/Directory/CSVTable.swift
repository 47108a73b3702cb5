import Directory
import Expressions

/// A CSV file whose columns are known, row by row: what is wrong is said at its field, and rows that cannot be used are
/// left out.
struct CSVTable: Sequence, IteratorProtocol {
    /// One row: values are taken by the names of their columns.
    struct Row {
        let position: Position
        let fields: [CSVReader.Field]
        let columns: Columns
        /// Where each column's field is in `fields`, by its name.
        let places: [String: Int]

        /// The text of a column; nil when it is empty or not there.
        func text(_ name: String) -> String? {
            places[name].flatMap { fields[$0].text.isEmpty ? nil : fields[$0].text }
        }

        /// Where a column of the row stands.
        func position(of name: String) -> Position {
            guard let field = places[name].map({ fields[$0] }) else { return position }
            return Position(file: position.file, line: field.line, column: field.column)
        }

        /// The parts of a column, separated by `;`.
        func list(_ name: String) -> [String] {
            (text(name) ?? "").split(separator: ";").map { String($0).trimmingSpace }.filter { !$0.isEmpty }
        }

        /// A text in the languages that have one, the pack's own first.
        func wordings(_ name: String) -> Wordings {
            Wordings(columns.languages.compactMap { tag in text("\(name):\(tag)").map { Wordings.Version(tag, $0) } })
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
        /// Names that columns of the pack's own may not have; nil where it may have no columns of its own.
        var reserved: Set<String>?

        /// The names of all of them.
        var all: [String] {
            required + optional + texts.flatMap { text in languages.map { "\(text):\($0)" } }
        }
    }

    /// The columns of the pack's own.
    let own: [OwnColumn]

    private let file: String
    private let columns: Columns
    private let log: DiagnosticLog
    private let places: [String: Int]
    private let width: Int
    private var reader: CSVReader

    /// The table of a file; nil, after an error, when its columns are not those.
    init?(_ content: String, file: String, columns: Columns, log: DiagnosticLog) {
        let before = log.all.count
        reader = CSVReader(content, file: file, log: log)
        guard let header = reader.next() else {
            if log.all.count == before { log.error("empty-file", "the file is empty", at: Position(file: file)) }
            return nil
        }
        let check = CSVHeaderCheck(header: header, file: file, columns: columns, log: log)
        check.check()
        guard log.all.count == before else { return nil }
        own = check.own
        (self.file, self.columns, self.log, width) = (file, columns, log, header.count)
        places = Dictionary(header.enumerated().map { ($1.text, $0) }) { first, _ in first }
    }

    /// The next row in which what must be filled is filled.
    mutating func next() -> Row? {
        while let fields = reader.next() {
            let place = Position(file: file, line: fields.first?.line ?? 1)
            guard fields.count == width else {
                log.error(
                    "csv", "this row has \(fields.count) fields, the header \(width)", at: place,
                    suggestion: "put a text with a comma in quotes")
                continue
            }
            let row = Row(position: place, fields: fields, columns: columns, places: places)
            if row.isComplete(log) { return row }
        }
        return nil
    }
}

extension CSVTable.Row {
    /// Whether everything is filled that must be; what is not is reported.
    func isComplete(_ log: DiagnosticLog) -> Bool {
        let empty = columns.required.filter { text($0) == nil }
        for name in empty { log.error("csv-value", "'\(name)' is empty", at: position(of: name)) }
        return empty.isEmpty
    }

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
