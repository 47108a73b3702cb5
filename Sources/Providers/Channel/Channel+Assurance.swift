extension Channel {
    /// Whether the provider takes a message with the same id of ours once only.
    package var sendsOnce: Bool { adapter.send?.isIdempotent ?? false }

    /// Whether the provider's reports name our own id, so that they tell which messages it has. A message that takes
    /// several requests for one part is not told by them.
    package var reportsNameMessages: Bool {
        adapter.send?.steps.count == 1 && adapter.routes.contains(where: \.reportsNameMessages)
    }
}

extension Route {
    fileprivate var reportsNameMessages: Bool {
        cases.contains { event in
            if case .status(let rule) = event.rule, rule.ourID != .nothing { true } else { false }
        }
    }
}
