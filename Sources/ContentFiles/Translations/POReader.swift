/// Reads a PO file line by line.
struct POReader {
    private let file: String
    private let log: DiagnosticLog
    private var made = POFile(header: nil, entries: [])
    private var draft: Draft
    /// Where a quoted line goes on; nil after a line that could not be understood.
    private var field: Field?

    /// The texts of an entry, by their keywords.
    private enum Field: Hashable {
        case context, source, plural
        case translation(Int)
        case previousContext, previousSource, previousPlural
    }

    /// An entry of which not all lines are read.
    private struct Draft {
        var entry: POEntry
        /// The fields that were there, in their order, without those of `#|`.
        var fields: [Field] = []
        var isObsolete = false
        var isBroken = false
    }

    init(file: String, log: DiagnosticLog) {
        self.file = file
        self.log = log
        draft = Self.draft(file)
    }

    private static func draft(_ file: String) -> Draft {
        Draft(entry: POEntry(context: nil, source: .init(""), translations: [], position: Position(file: file)))
    }

    mutating func read(_ raw: Substring, number: Int) {
        let line = raw.withoutIndent
        let position = Position(file: file, line: number, column: raw[..<line.startIndex].count + 1)
        guard line.utf8.first == UInt8(ascii: "#") else {
            if !line.allSatisfy(\.isWhitespace) { statement(line, at: position, .init()) }
            return
        }
        if line.hasPrefix("#~|") {
            return statement(line.dropFirst(3), at: position.moved(by: 3), .init(isObsolete: true, isPrevious: true))
        }
        if line.hasPrefix("#~") {
            return statement(line.dropFirst(2), at: position.moved(by: 2), .init(isObsolete: true))
        }
        if line.hasPrefix("#|") {
            return statement(line.dropFirst(2), at: position.moved(by: 2), .init(isPrevious: true))
        }
        comment(line.dropFirst())
    }

    /// The file, when all lines are read.
    mutating func finish() -> POFile {
        flush()
        made.closing = draft.entry.comments
        return made
    }
}

// Comments.
extension POReader {
    private mutating func comment(_ line: Substring) {
        if !draft.fields.isEmpty { flush() }
        field = nil
        let text = { (line: Substring) in String(line.first == " " ? line.dropFirst() : line) }
        switch line.first {
        case ".": draft.entry.notes.append(text(line.dropFirst()))
        case ":": draft.entry.references += references(line.dropFirst())
        case ",", "=":
            let flags = line.dropFirst().split(separator: ",").map { $0.filter { !$0.isWhitespace } }
            draft.entry.flags += flags.filter { !$0.isEmpty && !draft.entry.flags.contains($0) }
        default: draft.entry.comments.append(text(line))
        }
    }

    /// The places of a `#:` line, which are separated by spaces; a name with spaces stands between U+2068 and U+2069.
    private func references(_ line: Substring) -> [String] {
        var isInName = false
        return line.split { character in
            if character == "\u{2068}" { isInName = true }
            if character == "\u{2069}" { isInName = false }
            return character.isWhitespace && !isInName
        }.map(String.init)
    }
}

// Keywords and texts.
extension POReader {
    /// What the sign before a statement says.
    private struct Kind {
        var isObsolete = false
        var isPrevious = false
    }

    /// A keyword with its text, or one more piece of the text before.
    private mutating func statement(_ raw: Substring, at start: Position, _ kind: Kind) {
        let line = raw.withoutIndent
        let position = start.moved(by: raw[..<line.startIndex].count)
        if line.utf8.first == UInt8(ascii: "\"") { return append(line, at: position) }
        let keyword = Substring(line.utf8.prefix { !$0.isBlank && $0 != UInt8(ascii: "\"") })
        let rest = line[keyword.endIndex...].withoutIndent
        field = kind.isPrevious ? previous(keyword) : own(keyword, at: position)
        guard field != nil else { return refuse(keyword, at: position) }
        if kind.isObsolete { draft.isObsolete = true }
        let place = position.moved(by: line[..<rest.startIndex].count)
        if case .translation = field {
            draft.entry.translations.append("")
            draft.entry.translationPositions.append(place.moved(by: 1))
        }
        append(rest, at: place)
    }

    /// The field of a keyword behind `#|`.
    private mutating func previous(_ keyword: Substring) -> Field? {
        if !draft.fields.isEmpty { flush() }
        let previous = draft.entry.previous ?? .init()
        draft.entry.previous = previous
        switch keyword {
        case "msgctxt":
            draft.entry.previous?.context = ""
            return .previousContext
        case "msgid":
            draft.entry.previous?.source = .init("")
            return .previousSource
        case "msgid_plural" where previous.source != nil:
            draft.entry.previous?.source?.plural = ""
            return .previousPlural
        default: return nil
        }
    }

    /// The field of a keyword, which may begin the next entry; nil when it cannot stand here.
    private mutating func own(_ keyword: Substring, at position: Position) -> Field? {
        if draft.isBroken, draft.fields.isEmpty { draft = Self.draft(file) }  // the next entry is whole
        let last = draft.fields.last
        let field: Field
        switch keyword {
        case "msgctxt":
            if last != nil { flush() }
            draft.entry.context = ""
            field = .context
        case "msgid":
            if last != nil, last != .context { flush() }
            field = .source
        case "msgid_plural" where last == .source:
            draft.entry.source.plural = ""
            field = .plural
        case "msgstr" where last == .source: field = .translation(0)
        case "msgstr[0]" where last == .plural: field = .translation(0)
        default:
            guard case .translation(let form) = last, draft.fields.contains(.plural), keyword == "msgstr[\(form + 1)]"
            else { return nil }
            field = .translation(form + 1)
        }
        if draft.fields.isEmpty { draft.entry.position = position }
        draft.fields.append(field)
        return field
    }

    private mutating func refuse(_ keyword: Substring, at position: Position) {
        let known = ["msgctxt", "msgid", "msgid_plural", "msgstr"]
        let isKnown = known.contains { keyword == $0 } || keyword.hasPrefix("msgstr[")
        let near = isKnown ? nil : nearest(to: String(keyword), among: known).map { "did you mean '\($0)'?" }
        log.error(
            "po", isKnown ? "'\(keyword)' cannot stand here" : "'\(keyword)' is no keyword of translation files",
            at: position,
            suggestion: near
                ?? "an entry is msgctxt, msgid and msgstr; with plural forms msgctxt, msgid, msgid_plural, "
                + "msgstr[0], msgstr[1] and so on")
        draft.isBroken = true
    }

    private mutating func append(_ quoted: Substring, at position: Position) {
        guard let field else {
            if !draft.isBroken { log.error("po", "this text belongs to no keyword", at: position) }
            draft.isBroken = true
            return
        }
        do {
            let text = try POText.read(quoted.unicodeScalars)
            switch field {
            case .context: draft.entry.context?.append(text)
            case .source: draft.entry.source.text += text
            case .plural: draft.entry.source.plural?.append(text)
            case .translation(let form): draft.entry.translations[form] += text
            case .previousContext: draft.entry.previous?.context?.append(text)
            case .previousSource: draft.entry.previous?.source?.text.append(text)
            case .previousPlural: draft.entry.previous?.source?.plural?.append(text)
            }
        } catch {
            log.error("po", error.message, at: position.moved(by: error.offset))
            draft.isBroken = true
        }
    }

    /// Keeps the entry that is read, and begins the next.
    private mutating func flush() {
        guard !draft.fields.isEmpty else { return }
        defer {
            draft = Self.draft(file)
            field = nil
        }
        guard !draft.isBroken else { return }
        guard draft.fields.contains(.translation(0)) else {
            return log.error(
                "po", "the entry has no msgstr", at: draft.entry.position,
                suggestion: "write msgstr \"\" where there is no translation yet")
        }
        if draft.isObsolete {
            made.obsolete.append(draft.entry)
        } else if draft.entry.context == nil, draft.entry.source.text.isEmpty, made.header == nil {
            made.header = draft.entry
        } else {
            made.entries.append(draft.entry)
        }
    }
}

// A large pack has millions of characters in its translations, so that their signs are looked for as bytes.
extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension Substring {
    fileprivate var withoutIndent: Substring { Substring(utf8.drop(while: \.isBlank)) }
}
