/// Spans of time as operators write them in settings: `800ms`, `8s`, `5m`, `2h`.
enum SettingDuration {
    /// The span in milliseconds; nil after an error.
    static func milliseconds(_ node: YAML, _ what: String, log: DiagnosticLog) -> Int64? {
        guard let text = node.text(for: what, log: log) else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if let number = Int64(digits), number <= 1_000_000, let unit = units[String(text.dropFirst(digits.count))] {
            return number * unit
        }
        log.error("value", "\(what) must be a time like 500ms, 8s or 5m, not '\(text)'", at: node.position)
        return nil
    }

    private static let units: [String: Int64] = ["ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000]
}
