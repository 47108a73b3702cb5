package import Delivery
package import Expressions

/// What a provider reports of a message, or of one part of it.
package struct DeliveryReport: Hashable, Sendable {
    /// The channel it came through.
    package let channel: String
    /// The message by our own id, when the provider gives it back.
    package let reference: Reference?
    /// The provider's id of it.
    package let providerID: String?
    package let status: DeliveryStatus
    /// The provider's code of a failure.
    package let code: String?
    package let at: Timestamp

    /// A part of a message of ours.
    package struct Reference: Hashable, Sendable {
        package let id: OutboxID
        /// From 1.
        package let part: Int
        /// Whether its report proves that the provider took every part up to this one: it takes one request for each.
        package let provesParts: Bool
        /// The channels of the provider that reports: it must not tell what became of the messages of another one.
        package let channels: Set<String>

        package init(id: OutboxID, part: Int, provesParts: Bool, channels: Set<String>) {
            self.id = id
            self.part = part
            self.provesParts = provesParts
            self.channels = channels
        }
    }

    package init(
        channel: String, reference: Reference?, providerID: String?, status: DeliveryStatus, code: String? = nil,
        at: Timestamp
    ) {
        self.channel = channel
        self.reference = reference
        self.providerID = providerID
        self.status = status
        self.code = code
        self.at = at
    }
}

/// What was done with a delivery report.
package enum ReportOutcome: Hashable, Sendable {
    /// It belongs to this message and is kept with it.
    case known(OutboxID)
    /// No message has the id yet: it is kept until one that is being sent now does, or until it is forgotten.
    case early
    /// It names no id by which any message could be found.
    case lost
}
