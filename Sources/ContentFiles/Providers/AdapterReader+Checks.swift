import Providers

/// What has to be right before a file may work, beyond its keys.
extension AdapterReader {
    /// The elements of a value that has to be a list; none after an error.
    func list(_ node: YAML?, _ what: String) -> [YAML] {
        guard let node else { return [] }
        if let elements = node.elements, !elements.isEmpty { return elements }
        log.error("type", "\(what) must be a list with at least one element", at: node.position)
        return []
    }

    /// A name of the file's own, which stands in paths of values and in URLs.
    func checkName(_ entry: YAML.Entry, _ what: String) {
        checkName(entry.key, what, at: entry.keyPosition)
    }

    /// A name of the file's own, which stands in paths of values and in URLs.
    func checkName(_ name: String, _ what: String, at position: Position) {
        let isPlain = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        guard name.isEmpty || !isPlain else { return }
        log.error("name", "\(what) cannot be called '\(name)': use letters, digits, '-' and '_'", at: position)
    }

    /// Nothing where a value is to be sent would never be sent: it is an empty text or a mistake.
    func checkWritten(_ value: YAML, _ what: String) {
        guard value.isNull else { return }
        log.error(
            "empty-value", "\(what) has no value", at: value.position,
            suggestion: "write \"\" for an empty text, or leave it out")
    }

    /// The headers of a request or answer of ours.
    func headers(_ node: YAML?, _ vocabulary: Vocabulary) -> [Template.Member] {
        guard let node, let fields = Fields(node, "'headers'", known: nil, log: log) else { return [] }
        return fields.entries.map { entry in
            checkHeader(entry)
            checkWritten(entry.value, "'\(entry.key)' of 'headers'")
            return Template.Member(entry.key, text(entry.value, "the header '\(entry.key)'", vocabulary))
        }
    }

    private func checkHeader(_ entry: YAML.Entry) {
        if !HeaderField.isName(entry.key) {
            log.error("header", "'\(entry.key)' is no name of a header", at: entry.keyPosition)
        }
        if ["content-length", "transfer-encoding", "connection", "host"].contains(entry.key.lowercased()) {
            log.error("header", "'\(entry.key)' is written by who sends the message", at: entry.keyPosition)
        }
        if let text = entry.value.text, text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
            log.error("header", "a header cannot have a control character or line break", at: entry.value.position)
        }
    }

    /// A value that has to be one of some words: a constant, or a setting that can be nothing else.
    func checkWord(_ template: Template, among words: [String], _ fields: Fields, _ key: String) {
        let position = fields[key]?.position ?? fields.position
        let what = "'\(key)' of \(fields.what)"
        switch template {
        case .constant(let value) where words.contains(value.text ?? ""): return
        case .constant(.null): return
        case .constant(let value):
            log.error(
                "value", "\(what) cannot be '\(value.text ?? "")'", at: position,
                suggestion: "known: \(words.joined(separator: ", "))")
        default:
            let declared = template.setting.map { settings[$0] }
            if let declared, !declared.words.isEmpty, declared.words.allSatisfy(words.contains) { return }
            log.error(
                "value", "\(what) must be a word, or a setting with 'values'", at: position,
                suggestion: "the setting's 'values' can be \(words.joined(separator: ", "))")
        }
    }

    /// A URL that is one whatever the values are: it begins with its scheme and host, or with a setting of that type.
    func checkURL(_ url: Template, at node: YAML?) {
        guard let node else { return }
        switch url.beginning {
        case .constant(let value) where url.isConstant: checkURL(value.text ?? "", at: node)
        case .constant(let value): checkURL((value.text ?? "") + "x", at: node)
        case .choose(_, let then, let otherwise):
            checkURL(then, at: node)
            checkURL(otherwise, at: node)
        case .pick(_, let cases, let otherwise):
            for other in cases.map(\.value) + [otherwise] { checkURL(other, at: node) }
        case let start:
            guard let place = start.setting else { return }
            let setting = settings[place]
            if setting.kind == .url, setting.isRequired || setting.standard != .null { return }
            log.error(
                "value",
                "'url' begins with the setting '\(setting.name)', which must have the type url and be required or have "
                    + "a default", at: node.position)
        }
    }

    private func checkURL(_ text: String, at node: YAML) {
        if URLParts(text).isWeb { return }
        log.error("value", "'url' of 'request' must be a URL such as https://api.example.org/send", at: node.position)
    }
}

extension Template {
    fileprivate var isConstant: Bool { if case .constant = self { true } else { false } }
}
