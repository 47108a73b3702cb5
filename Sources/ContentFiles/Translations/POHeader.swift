import Expressions

/// What the first entry of a translation file says about the file, a field a line: `Language: zh_Hans`.
struct POHeader {
    /// The fields by name, in the file's order; a line that is no field has no name.
    private(set) var fields: [(name: String, value: String)]
    private let isThere: Bool

    init(_ entry: POEntry?) {
        isThere = entry != nil
        fields = (entry?.translations.first ?? "").split(separator: "\n").map { line in
            guard let colon = line.firstIndex(of: ":") else { return ("", String(line)) }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return (String(line[..<colon]), String(value))
        }
    }

    /// The value of a field, whatever the case of its name.
    subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Writes a field at its place, or behind the others.
    mutating func set(_ name: String, _ value: String) {
        if let index = fields.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
            fields[index].value = value
        } else {
            fields.append((name, value))
        }
    }

    /// Puts the fields that are named in their order, and the others behind them as they are.
    mutating func sort(by names: [String]) {
        let places = Dictionary(
            names.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        fields = fields.enumerated().sorted { left, right in
            let known = [left, right].map { places[$0.element.name.lowercased()] ?? names.count }
            return (known[0], left.offset) < (known[1], right.offset)
        }.map(\.element)
    }

    /// The header as the entry's translation.
    var text: String {
        fields.map { ($0.name.isEmpty ? $0.value : "\($0.name): \($0.value)") + "\n" }.joined()
    }

    /// The rule of `Plural-Forms`, when there is one that can be read.
    var pluralRule: PluralRule? { self["Plural-Forms"].flatMap { try? PluralRule(header: $0) } }

    /// The character set, in lower case; nil when none is stated.
    var charset: String? {
        guard let type = self["Content-Type"], let range = type.lowercased().firstRange(of: "charset=") else {
            return nil
        }
        let charset = type.lowercased()[range.upperBound...].prefix { $0 != ";" && !$0.isWhitespace }
        return charset.isEmpty || charset == "charset" ? nil : String(charset)
    }

    /// Reports what keeps translators' tools from reading the file as it is meant.
    func check(_ position: Position, _ log: DiagnosticLog) {
        guard isThere else {
            return log.warning(
                "po-header", "the file has no header, so translators' tools have to guess its encoding", at: position,
                suggestion: "'waymark translate merge' writes it")
        }
        switch charset {
        case "utf-8", "utf8": break
        case nil:
            log.warning(
                "po-header", "the header does not say the encoding", at: position,
                suggestion: "'waymark translate merge' writes 'Content-Type: text/plain; charset=UTF-8'")
        case let other?:
            log.error(
                "po-header", "the header says the encoding is \(other), but the file is read as UTF-8", at: position,
                suggestion: "save the file as UTF-8 and write charset=UTF-8")
        }
        guard let rule = self["Plural-Forms"] else { return }
        do {
            _ = try PluralRule(header: rule)
        } catch {
            log.warning(
                "po-header", "Plural-Forms cannot be used: \(error.message)", at: position,
                suggestion: "'waymark translate merge' writes the language's rule")
        }
    }
}
