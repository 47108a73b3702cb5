/// What a provider says became of a message, or of one part of it.
package enum DeliveryStatus: String, Hashable, Sendable, CaseIterable {
    /// The provider took it.
    case accepted
    /// The provider gave it to the network.
    case sent
    /// The handset has it.
    case delivered
    /// The network could not deliver it.
    case undelivered
    /// The provider or the network refused it.
    case failed
    /// It was kept too long.
    case expired
    /// The person does not want our messages.
    case optedOut = "opted_out"
    /// A status the adapter does not know.
    case unknown

    /// Whether nothing more will be heard of the message.
    package var isFinal: Bool { rank == Self.finalRank }

    /// How far along the message is: reports come late, twice and in any order, and only the farthest counts.
    private var rank: Int {
        switch self {
        case .unknown: 0
        case .accepted: 1
        case .sent: 2
        case .delivered, .undelivered, .failed, .expired, .optedOut: Self.finalRank
        }
    }

    private static let finalRank = 3

    /// The status after a report: never back, and never from one final status to another.
    package func after(_ report: DeliveryStatus) -> DeliveryStatus {
        report.rank > rank ? report : self
    }

    /// What became of a message that went in parts: the first that is lost loses it, and it is no farther along than
    /// its slowest part. Nil without parts.
    package static func whole(of parts: [DeliveryStatus]) -> DeliveryStatus? {
        parts.first { $0.isFinal && $0 != .delivered } ?? parts.min { $0.rank < $1.rank }
    }
}
