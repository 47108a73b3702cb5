/// A file of comma-separated values with the place of every field (RFC 4180).
struct CSVFile {
    /// One value as it was written, without its quotes and the space around it.
    struct Field: Hashable {
        let text: String
        let position: Position
    }

    /// The names of the columns.
    let header: [Field]
    /// The rows below, each with as many fields as it has; empty lines are left out.
    let rows: [[Field]]

    /// Reads a file; nil, after an error, when a quote in it never ends or it has no header.
    init?(_ content: String, file: String, log: DiagnosticLog) {
        var reader = CSVReader(content, file: file)
        guard let records = reader.records() else {
            log.error(
                "csv", "a quote that begins here never ends", at: reader.openQuote,
                suggestion: "write two quotes for one inside a text in quotes")
            return nil
        }
        guard let first = records.first else {
            log.error("empty-file", "the file is empty", at: Position(file: file))
            return nil
        }
        header = first
        rows = Array(records.dropFirst())
    }
}

/// Takes a file apart, scalar by scalar, so that columns count as editors count them.
private struct CSVReader {
    private let scalars: [Unicode.Scalar]
    private let file: String
    private var index = 0
    private var line = 1
    private var column = 1
    /// Where the quote stands that was opened last.
    private(set) var openQuote: Position

    init(_ content: String, file: String) {
        let plain = content.unicodeScalars
        scalars = Array(plain.first == "\u{FEFF}" ? plain.dropFirst() : plain[...])
        self.file = file
        openQuote = Position(file: file)
    }

    /// The lines that are not empty; nil when a quote never ends.
    mutating func records() -> [[CSVFile.Field]]? {
        var records: [[CSVFile.Field]] = []
        while index < scalars.count {
            var fields: [CSVFile.Field] = []
            repeat {
                guard let field = field() else { return nil }
                fields.append(field)
            } while take(",")
            if !take("\n") { _ = take("\r") && take("\n") }
            if fields.contains(where: { !$0.text.isEmpty }) { records.append(fields) }
        }
        return records
    }

    private var position: Position { Position(file: file, line: line, column: column) }

    private mutating func field() -> CSVFile.Field? {
        while take(" ") {}
        let start = position
        guard take("\"") else { return CSVFile.Field(text: bare(), position: start) }
        openQuote = start
        var text = String.UnicodeScalarView()
        while index < scalars.count {
            if take("\"") {
                guard take("\"") else {
                    _ = bare()
                    return CSVFile.Field(text: String(text), position: start)
                }
                text.append("\"")
            } else {
                text.append(advance())
            }
        }
        return nil
    }

    /// What stands before the next comma or line end.
    private mutating func bare() -> String {
        var text = String.UnicodeScalarView()
        while index < scalars.count, ![",", "\n", "\r"].contains(scalars[index]) { text.append(advance()) }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard index < scalars.count, scalars[index] == scalar else { return false }
        _ = advance()
        return true
    }

    private mutating func advance() -> Unicode.Scalar {
        let scalar = scalars[index]
        index += 1
        column += 1
        if scalar == "\n" { (line, column) = (line + 1, 1) }
        return scalar
    }
}
