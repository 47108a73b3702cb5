import Expressions

/// The keys of one group, taken by name; what is not known is an error with the nearest known name.
package struct Fields {
    /// What the group is, for messages: "a menu", "an option".
    package let what: String
    /// Where the group begins.
    package let position: Position
    /// The entries as written, in their order.
    package let entries: [YAML.Entry]
    /// Where everything wrong with the group is reported.
    package let log: DiagnosticLog
    /// The keys that editors offer; what is read and is none of them is a mistake of the reader.
    private var offered: [String]?

    /// Opens a group whose keys editors know too.
    init?(_ node: YAML, _ what: String, _ group: KeyGroup, log: DiagnosticLog) {
        self.init(node, what, known: group.isOpen ? nil : group.names, log: log)
        offered = group.names
    }

    /// Opens a group.
    ///
    /// - Parameter known: The keys it may have; nil when any key is allowed.
    /// - Returns: nil, after an error, when the value is not a group of keys.
    package init?(_ node: YAML, _ what: String, known: [String]?, log: DiagnosticLog) {
        guard let entries = node.entries else {
            log.error("type", "\(what) must be a group of keys, not \(node.kind)", at: node.position)
            return nil
        }
        self.what = what
        self.position = node.position
        self.entries = entries
        self.log = log
        guard let known else { return }
        for entry in entries where !known.contains(entry.key) {
            log.unknownKey(entry, in: what, known: known)
        }
    }

    /// The value of a key, nil when it is absent or empty.
    package subscript(key: String) -> YAML? {
        assert(offered?.contains(key) != false, "'\(key)' is read from \(what) but is none of its keys")
        guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else { return nil }
        return value
    }

    /// The text of a key; another kind of value is an error.
    package func text(_ key: String) -> String? {
        guard let value = self[key] else { return nil }
        return value.text(for: "'\(key)' of \(what)", log: log)
    }

    /// The text of a key that must be there.
    package func requiredText(_ key: String) -> String? {
        if self[key] == nil {
            log.error("missing-key", "\(what) needs '\(key)'", at: position)
        }
        return text(key)
    }

    /// A whole number within bounds.
    package func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = self[key], let text = value.text(for: "'\(key)' of \(what)", log: log) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        log.error(
            "value",
            "'\(key)' of \(what) must be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'",
            at: value.position)
        return nil
    }

    /// Yes or no, written `true`, `false`, `yes` or `no`.
    package func flag(_ key: String) -> Bool? {
        guard let value = self[key], let text = value.text(for: "'\(key)' of \(what)", log: log) else { return nil }
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            log.error("value", "'\(key)' of \(what) must be true or false, not '\(text)'", at: value.position)
            return nil
        }
    }

    /// A list of texts; a single text is a list of one.
    package func texts(_ key: String) -> [String] {
        guard let value = self[key] else { return [] }
        return (value.elements ?? [value]).compactMap { $0.text(for: "each of '\(key)' of \(what)", log: log) }
    }
}

extension YAML {
    /// This scalar's text, or nil after an error that says what was found instead.
    package func text(for what: String, log: DiagnosticLog) -> String? {
        if let text { return text }
        log.error(
            "type", "\(what) must be a text, not \(kind)", at: position,
            suggestion: "put it in quotes if it begins with '{' or '['")
        return nil
    }
}

extension DiagnosticLog {
    /// Reports a key that its group does not have.
    package func unknownKey(_ entry: YAML.Entry, in what: String, known: [String]) {
        let nearest = nearest(to: entry.key, among: known)
        error(
            "unknown-key", "\(what) has no key '\(entry.key)'", at: entry.keyPosition,
            suggestion: nearest.map { "did you mean '\($0)'?" } ?? "known keys: \(known.joined(separator: ", "))")
    }
}

/// The known name that is closest to a misspelt one, when one is close enough to be meant.
package func nearest(to name: String, among known: some Sequence<String>) -> String? {
    Spelling.nearest(to: name, among: known)
}
