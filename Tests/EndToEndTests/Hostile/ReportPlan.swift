import TestSupport

/// What the hostile provider reports of a message that it took.
enum ReportPlan: String, CaseIterable, Sendable {
    case inOrder = "in order"
    case twice
    /// Delivered, and then sent.
    case reversed
    case failed
    /// Failed, and then sent.
    case failedReversed = "failed reversed"
    case onlySent = "only sent"
    case none

    /// A word of the provider's.
    enum Word: String, Sendable {
        case sent = "SENT"
        case delivered = "DELIVERED"
        case failed = "FAILED"

        /// How the gateway writes it down.
        var status: String { rawValue.lowercased() }
    }

    /// The provider's words in the order of the reports.
    var words: [Word] {
        switch self {
        case .inOrder: [.sent, .delivered]
        case .twice: [.sent, .sent, .delivered, .delivered]
        case .reversed: [.delivered, .sent]
        case .failed: [.sent, .failed]
        case .failedReversed: [.failed, .sent]
        case .onlySent: [.sent]
        case .none: []
        }
    }

    /// What must stand in the database in the end: the first final status, or else the last word.
    var status: String {
        let final = words.first { $0 != .sent }
        return (final ?? words.last)?.status ?? "accepted"
    }

    /// The plan for a message, drawn by its id.
    static func draw(seed: UInt64, providerID: String) -> ReportPlan {
        var chance = SplitMix64(seed: seed, "report", providerID)
        return allCases.randomElement(using: &chance) ?? .none
    }
}

/// Reports that wait to be brought.
struct ReportJob: Sendable {
    let channel: HostileChannel
    let providerID: String
    let reference: String?
    let words: [ReportPlan.Word]
    /// How long the provider takes to report.
    let delay: Duration
    /// Let go when the reports are with the gateway.
    let gate: Gate?
}
