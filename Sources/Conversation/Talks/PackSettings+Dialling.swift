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
