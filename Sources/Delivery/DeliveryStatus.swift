/// What a provider says became of a message.
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
    package var isFinal: Bool {
        switch self {
        case .delivered, .undelivered, .failed, .expired, .optedOut: true
        case .accepted, .sent, .unknown: false
        }
    }
}
