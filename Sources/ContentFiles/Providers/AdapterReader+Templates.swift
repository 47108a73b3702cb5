import Providers

extension AdapterReader {
    /// The template of a value: a text with holes, `{when, then, else}`, `{case, of, else}`, `{each, as}`, a group or
    /// a list.
    func template(_ node: YAML, _ vocabulary: Vocabulary, writing: Writing = .plain) -> Template {
        switch node.content {
        case .scalar(let text, let isPlain):
            guard text.contains("${") else { return .constant(node.datum) }
            return report(at: node.position, isPlain: isPlain) { () throws(TemplateFault) in
                try TemplateReader.read(text, vocabulary, writing: writing)
            }
        case .sequence(let elements):
            for element in elements { checkWritten(element, "an element of a list") }
            return .list(elements.map { template($0, vocabulary, writing: writing) })
        case .mapping(let entries): return group(node, entries, vocabulary, writing)
        }
    }

    /// The template of a key; nothing when the group has no such key.
    func template(
        _ fields: Fields, _ key: String, _ vocabulary: Vocabulary, writing: Writing = .plain
    ) -> Template {
        fields[key].map { template($0, vocabulary, writing: writing) } ?? .nothing
    }

    /// The template of a key whose value has to be a text.
    func text(
        _ fields: Fields, _ key: String, _ vocabulary: Vocabulary, writing: Writing = .plain
    ) -> Template {
        fields[key].map { text($0, "'\(key)' of \(fields.what)", vocabulary, writing: writing) } ?? .nothing
    }

    /// The template of a value that has to be a text.
    func text(_ node: YAML, _ what: String, _ vocabulary: Vocabulary, writing: Writing = .plain) -> Template {
        let template = template(node, vocabulary, writing: writing)
        if !template.canBeText {
            log.error("type", "\(what) must be a text, not a group or list", at: node.position)
        }
        return template
    }

    /// The templates of a group's keys.
    func members(_ node: YAML?, _ what: String, _ vocabulary: Vocabulary, writing: Writing = .plain)
        -> [Template.Member]
    {
        guard let node, let fields = Fields(node, what, known: nil, log: log) else { return [] }
        return fields.entries.map { Template.Member($0.key, template($0.value, vocabulary, writing: writing)) }
    }

    /// Named values, each of which those after it may use.
    func variables(_ node: YAML?, _ vocabulary: inout Vocabulary) -> [Template] {
        guard let node, let fields = Fields(node, "a group of named values", known: nil, log: log) else { return [] }
        return fields.entries.map { entry in
            checkName(entry, "a named value")
            let value = template(entry.value, vocabulary)
            vocabulary.variables.append(entry.key)
            return value
        }
    }

    /// Paths that are listed by themselves, as in `require`.
    func paths(_ node: YAML?, _ vocabulary: Vocabulary) -> [Template] {
        guard let node else { return [] }
        return (node.elements ?? [node]).compactMap { element in
            guard let text = element.text(for: "a field's path", log: log) else { return nil }
            return report(at: element.position, isPlain: true) { () throws(TemplateFault) in
                try TemplateReader.readPath(text, vocabulary)
            }
        }
    }

    private func group(_ node: YAML, _ entries: [YAML.Entry], _ vocabulary: Vocabulary, _ writing: Writing)
        -> Template
    {
        let keys = Set(entries.map(\.key))
        if keys.isSuperset(of: ["when", "then"]),
            let fields = Fields(node, "a choice", known: ["when", "then", "else"], log: log)
        {
            return .choose(
                condition(fields["when"], vocabulary), then: template(fields, "then", vocabulary, writing: writing),
                otherwise: template(fields, "else", vocabulary, writing: writing))
        }
        if keys.isSuperset(of: ["case", "of"]),
            let fields = Fields(node, "a choice", known: ["case", "of", "else"], log: log)
        {
            return .pick(
                text(fields, "case", vocabulary), of: members(fields["of"], "'of'", vocabulary, writing: writing),
                otherwise: template(fields, "else", vocabulary, writing: writing))
        }
        if keys.isSuperset(of: ["each", "as"]),
            let fields = Fields(node, "a repetition", known: ["each", "as"], log: log)
        {
            return .each(template(fields, "each", vocabulary), as: template(fields, "as", vocabulary, writing: writing))
        }
        if keys.isSuperset(of: ["count", "as"]),
            let fields = Fields(node, "a repetition", known: ["count", "as"], log: log)
        {
            var counting = vocabulary
            counting.isCounting = true
            return .counted(
                text(fields, "count", vocabulary), as: template(fields, "as", counting, writing: writing))
        }
        if keys.isSuperset(of: ["copy", "with"]),
            let fields = Fields(node, "a copy", known: ["copy", "with"], log: log)
        {
            return .copied(
                template(fields, "copy", vocabulary),
                with: members(fields["with"], "'with'", vocabulary, writing: writing))
        }
        for entry in entries { checkWritten(entry.value, "'\(entry.key)'") }
        return .object(entries.map { Template.Member($0.key, template($0.value, vocabulary, writing: writing)) })
    }

    /// What the reader of templates gives; its complaint goes to the log with its place.
    func report(
        at position: Position, isPlain: Bool, _ read: () throws(TemplateFault) -> Template
    ) -> Template {
        do throws(TemplateFault) {
            return try read()
        } catch {
            let near = error.name.flatMap { nearest(to: $0, among: error.known) }
            let known = error.known.isEmpty ? nil : "known: \(error.known.joined(separator: ", "))"
            log.error(
                error.id, error.message, at: position.moved(by: error.offset + (isPlain ? 0 : 1)),
                suggestion: near.map { "did you mean '\($0)'?" } ?? known)
            return .nothing
        }
    }
}
