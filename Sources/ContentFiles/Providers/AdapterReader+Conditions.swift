import Providers

extension AdapterReader {
    /// A condition: a group of tests that all must hold, or a list of such groups of which one must.
    func condition(_ node: YAML?, _ vocabulary: Vocabulary) -> Condition {
        guard let node else { return .all([]) }
        switch node.content {
        case .sequence(let groups):
            if groups.isEmpty { log.error("condition", "a condition without a test never holds", at: node.position) }
            return .any(groups.map { condition($0, vocabulary) })
        case .mapping(let entries):
            if entries.isEmpty { log.error("condition", "a condition without a test always holds", at: node.position) }
            return .all(entries.map { test($0, vocabulary) })
        case .scalar:
            log.error("type", "a condition must be a group of tests, not a text", at: node.position)
            return .all([])
        }
    }

    /// A condition that may be absent.
    func optionalCondition(_ node: YAML?, _ vocabulary: Vocabulary) -> Condition? {
        node.map { condition($0, vocabulary) }
    }

    private func test(_ entry: YAML.Entry, _ vocabulary: Vocabulary) -> Condition {
        let subject = report(at: entry.keyPosition, isPlain: false) { () throws(TemplateFault) in
            try TemplateReader.read(entry.key, vocabulary)
        }
        if case .constant = subject {
            log.error(
                "condition", "'\(entry.key)' is always the same", at: entry.keyPosition,
                suggestion: "write what is tested as \"${...}\"")
        }
        return test(subject, entry.value, vocabulary)
    }

    private func test(_ subject: Template, _ node: YAML, _ vocabulary: Vocabulary) -> Condition {
        switch node.content {
        case .scalar(let text, _): return .oneOf(subject, [text])
        case .sequence(let elements):
            if elements.isEmpty { log.error("condition", "a test against no value never holds", at: node.position) }
            return .oneOf(subject, elements.compactMap { $0.text(for: "each value of a test", log: log) })
        case .mapping(let entries):
            guard let entry = entries.first, entries.count == 1 else {
                log.error("condition", "a test has exactly one word, such as 'present' or 'not'", at: node.position)
                return .all([])
            }
            return test(subject, entry, vocabulary)
        }
    }

    private func test(_ subject: Template, _ entry: YAML.Entry, _ vocabulary: Vocabulary) -> Condition {
        switch entry.key {
        case "present": return flag(entry.value) ? .present(subject) : .not(.present(subject))
        case "not": return .not(test(subject, entry.value, vocabulary))
        case "has": return .has(subject, text(entry.value, "'has'", vocabulary))
        case "prefix": return .prefix(subject, text(entry.value, "'prefix'", vocabulary))
        case "is": return .same(subject, text(entry.value, "'is'", vocabulary))
        case "gt": return .between(subject, low: number(entry.value).nextUp, high: .infinity)
        case "between":
            let bounds = (entry.value.elements ?? []).map(number)
            if bounds.count == 2, bounds[0] <= bounds[1] { return .between(subject, low: bounds[0], high: bounds[1]) }
            log.error(
                "condition", "'between' needs a list of two numbers, the lower one first", at: entry.value.position)
            return .all([])
        default:
            log.unknownKey(entry, in: "a test", known: ["present", "not", "has", "prefix", "is", "gt", "between"])
            return .all([])
        }
    }

    private func flag(_ node: YAML) -> Bool {
        switch node.text {
        case "true": return true
        case "false": return false
        default:
            log.error("value", "'present' must be true or false", at: node.position)
            return true
        }
    }

    private func number(_ node: YAML) -> Double {
        if let number = node.text.flatMap(Double.init), number.isFinite { return number }
        log.error("value", "this must be a number", at: node.position)
        return 0
    }
}
