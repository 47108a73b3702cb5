/// A gettext PO file: the texts of one language, by their context.
///
/// Format: GNU gettext manual, "The Format of PO Files".
package struct POFile: Hashable, Sendable {
    /// One translated text.
    package struct Entry: Hashable, Sendable {
        /// `flow#step.key`.
        package var context: String = ""
        /// The source text the translation was made from.
        package var source: String = ""
        /// The text to show instead of the source; empty where nobody has translated it yet.
        package var translation: String = ""
        /// Whether the translator's tools marked it as out of date.
        package var isFuzzy = false
        /// Where the entry begins, for messages about its context and source.
        package var position: Position
        /// Where the translated text begins, for messages about what it says.
        package var translationPosition: Position
    }

    /// The entries in the file's order, without the header.
    package let entries: [Entry]

    /// Reads a file; what cannot be read is reported with its line.
    package init(_ content: String, file: String, log: DiagnosticLog) {
        var reader = POReader(file: file, log: log)
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() { reader.read(line, number: number + 1) }
        entries = reader.finish()
    }
}

/// Reads a PO file line by line.
private struct POReader {
    let file: String
    let log: DiagnosticLog
    private var entries: [POFile.Entry] = []
    private var current: POFile.Entry?
    private var field: WritableKeyPath<POFile.Entry, String>?
    private var isFuzzyNext = false

    init(file: String, log: DiagnosticLog) {
        self.file = file
        self.log = log
    }

    mutating func read(_ raw: Substring, number: Int) {
        let line = raw.drop { $0 == " " || $0 == "\t" }
        let position = Position(file: file, line: number)
        if line.isEmpty || line.allSatisfy(\.isWhitespace) { return flush() }
        if line.hasPrefix("#~") { return }
        if line.hasPrefix("#") {
            if line.hasPrefix("#,"), line.contains("fuzzy") { isFuzzyNext = true }
            return
        }
        if line.hasPrefix("\"") { return append(line, at: position) }
        let keyword = line.prefix { $0 != " " && $0 != "\"" }
        let rest = line.dropFirst(keyword.count).drop { $0 == " " }
        begin(String(keyword), rest, at: position)
    }

    private mutating func begin(_ keyword: String, _ rest: Substring, at position: Position) {
        switch keyword {
        case "msgctxt":
            flush()
            start(at: position)
            field = \.context
        case "msgid":
            if current == nil || field != \.context { flush() }
            if current == nil { start(at: position) }
            field = \.source
        case "msgstr":
            current?.translationPosition = position.moved(by: "msgstr \"".count)
            field = \.translation
        default:
            log.error(
                "po", "'\(keyword)' is not used in these translation files", at: position,
                suggestion: "write msgctxt, msgid and msgstr; plural forms are made with plural() in the text")
            field = nil
            return
        }
        append(rest, at: position)
    }

    private mutating func start(at position: Position) {
        current = POFile.Entry(isFuzzy: isFuzzyNext, position: position, translationPosition: position)
        isFuzzyNext = false
    }

    private mutating func append(_ quoted: Substring, at position: Position) {
        guard let field else { return }
        guard let text = unquote(quoted) else {
            return log.error("po", "a text here must stand in double quotes on one line", at: position)
        }
        current?[keyPath: field] += text
    }

    /// The text of one quoted piece with its escapes resolved.
    private func unquote(_ quoted: Substring) -> String? {
        let trimmed = quoted.reversed().drop { $0.isWhitespace }.reversed().map { $0 }
        guard trimmed.count >= 2, trimmed.first == "\"", trimmed.last == "\"" else { return nil }
        var text = ""
        var isEscaped = false
        for character in trimmed.dropFirst().dropLast() {
            if isEscaped {
                text.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                return nil
            } else {
                text.append(character)
            }
        }
        return isEscaped ? nil : text
    }

    private mutating func flush() {
        defer {
            current = nil
            field = nil
        }
        guard let entry = current, !entry.source.isEmpty else { return }
        entries.append(entry)
    }

    mutating func finish() -> [POFile.Entry] {
        flush()
        return entries
    }
}
