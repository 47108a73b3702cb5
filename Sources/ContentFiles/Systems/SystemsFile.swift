import FoundationEssentials
import Providers

/// Reads the systems that flows may ask.
package enum SystemsFile {
    /// The systems that are enabled and right; the log has an error for each that is not right.
    ///
    /// - Parameters:
    ///   - environment: Where `${NAME}` is looked up.
    ///   - secretFile: Reads a secret's file.
    package static func load(
        source: String, file: String, environment: [String: String], log: DiagnosticLog,
        secretFile: @escaping (String) -> String? = { try? String(contentsOfFile: $0, encoding: .utf8) }
    ) -> [System] {
        guard let root = YAML.read(source, file: file, log: log),
            let fields = Fields(root, "the systems file", known: ["systems"], log: log)
        else { return [] }
        guard let list = fields["systems"] else { return [] }
        guard let systems = Fields(list, "'systems'", known: nil, log: log) else { return [] }
        let secrets = Secrets(environment: environment, file: secretFile, log: log)
        return systems.entries.compactMap { SystemReader(name: $0.key, secrets: secrets, log: log).read($0) }
    }
}

/// Reads one system.
private struct SystemReader {
    private static let keys = ["url", "headers", "enabled", "insecure"]

    let name: String
    let secrets: Secrets
    let log: DiagnosticLog

    private var what: String { "system '\(name)'" }

    /// The system; nil after an error, or when it is not enabled.
    func read(_ entry: YAML.Entry) -> System? {
        guard let fields = Fields(entry.value, what, known: Self.keys, log: log), fields.flag("enabled") != false else {
            return nil
        }
        if !name.isName {
            log.error(
                "value", "\(what) cannot be named in a flow", at: entry.keyPosition,
                suggestion: "begin with a letter; use letters, digits and _")
        }
        let url = url(fields)
        let headers = headers(fields)
        guard name.isName, let url, let headers else { return nil }
        return System(name: name, url: url, headers: headers)
    }

    private func url(_ fields: Fields) -> String? {
        guard let node = fields["url"] else {
            log.error("missing-key", "\(what) needs 'url': its address", at: fields.position)
            return nil
        }
        guard let text = secrets.text(node, "'url' of \(what)") else { return nil }
        let parts = URLParts(text)
        guard parts.isWeb, !parts.authority.contains("@"), !parts.rest.contains(where: { "?#".contains($0) }) else {
            log.error(
                "value", "'url' of \(what) must be an address such as https://jobs.example.org/v1, not '\(text)'",
                at: node.position)
            return nil
        }
        let isSafe = parts.scheme == "https" || parts.isLoopback || fields.text("insecure") == "acknowledged"
        if !isSafe {
            log.error(
                "insecure", "what is asked of \(what) would go over the network for anyone to read", at: node.position,
                suggestion: "use https; if the network is your own, write 'insecure: acknowledged'")
        }
        return isSafe ? text.hasSuffix("/") ? String(text.dropLast()) : text : nil
    }

    private func headers(_ fields: Fields) -> [System.Header]? {
        guard let node = fields["headers"] else { return [] }
        guard let entries = node.entries else {
            log.error("type", "'headers' of \(what) must be a group of 'Name: value'", at: node.position)
            return nil
        }
        var headers: [System.Header] = []
        for entry in entries {
            guard let value = secrets.text(entry.value, "header '\(entry.key)' of \(what)") else { return nil }
            guard entry.key.isHeaderName, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                log.error("value", "'\(entry.key)' of \(what) cannot be a header", at: entry.keyPosition)
                return nil
            }
            headers.append(System.Header(name: entry.key, value: value))
        }
        return headers
    }
}

extension String {
    /// Whether this is a token (RFC 9110, section 5.6.2) of letters, digits and `-`.
    fileprivate var isHeaderName: Bool {
        !isEmpty
            && utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    }
}
