import Providers

extension Fields {
    /// A rate such as `10/s`; nil when there is none, or after an error.
    func rate(_ key: String) -> SendRate? {
        guard let value = self[key], let text = value.text(for: "'\(key)' of \(what)", log: log) else { return nil }
        if let rate = SendRate(text) { return rate }
        log.error(
            "value", "'\(key)' of \(what) must be a rate such as 10/s, 30/m or 100/5m, not '\(text)'",
            at: value.position)
        return nil
    }
}
