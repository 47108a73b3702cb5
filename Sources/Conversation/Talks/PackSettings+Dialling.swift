extension Pack {
    /// A word that starts the first flow, the same each time; nil for a pack that is only dialled.
    package var firstWord: String? { keywords.filter { $0.value == start }.keys.min() }
}

extension PackSettings {
    /// What a dialled code has behind the pack's own, joined by `*`; nil when it is another service's.
    package func digits(in dialled: String) -> String? {
        let base = code.hasSuffix("#") ? code.dropLast() : code[...]
        guard dialled.hasPrefix(base) else { return nil }
        var rest = dialled.dropFirst(base.count)
        if rest.hasSuffix("#") { rest = rest.dropLast() }
        guard rest.isEmpty || rest.hasPrefix("*") else { return nil }
        return String(rest.dropFirst())
    }

    /// The code that is dialled to reach the pack, with such digits behind it.
    package func code(dialling digits: String) -> String {
        guard !digits.isEmpty else { return code }
        return (code.hasSuffix("#") ? String(code.dropLast()) : code) + "*" + digits + "#"
    }
}
