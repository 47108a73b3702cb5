import ArgumentParser

/// A fault that the way to the gateway makes on purpose, so that it can be seen that the checks find it.
enum Plant: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// A request is acknowledged and never brought.
    case lost
    /// A text is brought twice as if it were two.
    case doubled

    /// Whether it befalls this request.
    func befalls(_ request: Webhook) -> Bool {
        switch self {
        case .lost: request.body.contains("phase=end") || request.path.hasSuffix("/ended")
        case .doubled: request.path.hasSuffix("/receive")
        }
    }
}
