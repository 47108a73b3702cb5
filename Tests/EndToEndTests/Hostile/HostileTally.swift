import Synchronization

/// What the hostile provider did to the gateway, counted for the print at the end.
final class HostileTally: Sendable {
    /// What is counted.
    enum Event: String, CaseIterable, Sendable {
        case webhooks, texts, hops
        case atOnce = "brought twice at once"
        case again = "brought again"
        case lateAgain = "brought again after later ones"
        case unread = "dropped before the answer and retried"
        case cutShort = "dropped half sent and retried"
        case overtaken = "overtaken by later ones"
        case unreachable = "tries that met no gateway"
        case sentReports = "reports of sent"
        case deliveredReports = "of delivered"
        case failedReports = "of failed"
        case unknownReports = "of unknown ids"
    }

    private let counts = Mutex<[Event: Int]>([:])

    func add(_ event: Event) {
        counts.withLock { $0[event, default: 0] += 1 }
    }

    subscript(event: Event) -> Int {
        counts.withLock { $0[event] ?? 0 }
    }

    /// What came in, and what went out.
    func text(_ ledger: SendLedger) -> String {
        let counts = counts.withLock { $0 }
        let incoming = Event.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
        let attempts = ledger.attempts.values.joined()
        let ambiguous = attempts.count { $0.fate.isTaken && !$0.isAnswered }
        let doubles = ledger.deliveries.values.reduce(0, +) - ledger.deliveries.count
        let fates = SendFate.allCases.map { fate in "\(attempts.count { $0.fate == fate }) \(fate.rawValue)" }
        return """
            in:  \(incoming)
            out: \(ledger.deliveries.count) messages accepted in \(attempts.count) requests, of which \(ambiguous) were \
            accepted and not answered, \(doubles) delivered twice for that
            met: \(fates.joined(separator: ", "))
            """
    }
}
