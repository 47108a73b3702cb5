/// Reads values that do not belong into files: from the environment, or from a file of their own.
struct Secrets {
    let environment: [String: String]
    /// Reads a secret's file.
    let file: (String) -> String?
    let log: DiagnosticLog

    /// A text with `${NAME}` from the environment, or `{file: PATH}`; nil after an error.
    func text(_ node: YAML, _ what: String) -> String? {
        if let entry = node.entries?.first, node.entries?.count == 1, entry.key == "file" {
            return content(entry.value, what)
        }
        guard let text = node.text(for: what, log: log) else { return nil }
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstRange(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
            let variable = String(rest[open.upperBound..<close])
            guard let value = environment[variable], !value.isEmpty else {
                log.error(
                    "missing-environment", "\(what) needs the environment variable \(variable), which is not set",
                    at: node.position, suggestion: "set it, or write 'enabled: false' beside it")
                return nil
            }
            filled += rest[..<open.lowerBound] + value
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func content(_ node: YAML, _ what: String) -> String? {
        guard let path = node.text(for: "'file' of \(what)", log: log) else { return nil }
        guard let content = file(path) else {
            log.error("missing-file", "\(what) needs the file '\(path)', which cannot be read", at: node.position)
            return nil
        }
        return content.last?.isNewline == true ? String(content.dropLast()) : content
    }
}
