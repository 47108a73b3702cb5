import Providers

/// The settings that a provider file says its channels have.
enum SettingDeclarations {
    static func read(_ node: YAML?, log: DiagnosticLog) -> [SettingDeclaration] {
        guard let node, let fields = Fields(node, "'config'", known: nil, log: log) else { return [] }
        return fields.entries.compactMap { entry in
            Fields(entry.value, "'\(entry.key)'", known: ["type", "required", "default", "values", "doc"], log: log)
                .flatMap { read(entry, $0, log: log) }
        }
    }

    private static func read(_ entry: YAML.Entry, _ fields: Fields, log: DiagnosticLog) -> SettingDeclaration? {
        guard let type = fields.requiredText("type") else { return nil }
        guard let kind = SettingDeclaration.Kind(rawValue: type) else {
            let known = SettingDeclaration.Kind.allCases.map(\.rawValue)
            log.error(
                "value", "'\(entry.key)' has an unknown type '\(type)'",
                at: fields["type"]?.position ?? fields.position,
                suggestion: "known: \(known.joined(separator: ", "))")
            return nil
        }
        let words = fields.texts("values")
        if !words.isEmpty, kind != .string {
            log.error("value", "only a setting of the type string can have 'values'", at: fields.position)
        }
        let plain = SettingDeclaration(
            name: entry.key, kind: kind, isRequired: fields.flag("required") ?? false, standard: .null, words: words)
        guard let standard = fields.entries.first(where: { $0.key == "default" })?.value else { return plain }
        guard let value = standard.setting(plain) else {
            log.error("value", "the default of '\(entry.key)' must be \(plain.demand)", at: standard.position)
            return plain
        }
        return SettingDeclaration(
            name: entry.key, kind: kind, isRequired: plain.isRequired, standard: value, words: words)
    }
}

extension YAML {
    /// The value as a setting of a declared type; nil when it is of another.
    func setting(_ declaration: SettingDeclaration) -> Datum? {
        switch (declaration.kind, content) {
        case (.map, .mapping(let entries)):
            let members = entries.compactMap { entry in entry.value.text.map { Datum.Member(entry.key, .text($0)) } }
            return members.count == entries.count ? .object(members) : nil
        case (.list, .sequence(let elements)):
            let texts = elements.compactMap(\.text)
            return texts.count == elements.count ? .list(texts.map(Datum.text)) : nil
        case (_, .scalar(let text, _)): return declaration.value(of: text)
        default: return nil
        }
    }

    /// The value as written; plain `true`, `false` and numbers are themselves.
    var datum: Datum {
        switch content {
        case .scalar(let text, let isPlain): isPlain ? Self.plain(text) : .text(text)
        case .sequence(let elements): .list(elements.map(\.datum))
        case .mapping(let entries): .object(entries.map { Datum.Member($0.key, $0.value.datum) })
        }
    }

    private static func plain(_ text: String) -> Datum {
        switch JSON.read(Array(text.utf8)) {
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .null: .null
        default: text == "~" || text.isEmpty ? .null : .text(text)
        }
    }
}
