import ArgumentParser

extension [String] {
    /// For arguments that may begin with a dash, which the parser collects as a list: there must be exactly one.
    func requireOne(_ what: String) throws {
        guard count != 1 else { return }
        if let option = dropFirst().first(where: { $0.hasPrefix("--") }) ?? first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("Unknown option '\(option)'")
        }
        throw ValidationError(
            isEmpty ? "Missing the \(what)" : "One \(what) is expected, not \(count): put it in quotes")
    }
}
