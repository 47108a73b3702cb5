import Delivery
import Expressions
import Logging
import Providers
import Storage

/// Keeps what providers report of our messages, and whom they say to leave alone.
struct Reports: Sendable {
    private let store: any Store
    private let references: MessageReferences
    private let channels: [String: Channel]
    private let clock: Clock
    private let counters: Counters
    private let optOuts: OptOuts
    private let logger: Logger
    /// Called when a report may have settled a message, so that the next one of its person can go.
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, optOuts: OptOuts, wake: @escaping @Sendable () -> Void) {
        store = parts.store
        references = parts.references
        channels = parts.channels
        clock = parts.clock
        counters = parts.counters
        self.optOuts = optOuts
        logger = parts.logger
        self.wake = wake
    }

    /// Keeps a report that came through a channel.
    func keep(_ report: Report, on channel: Channel) async throws {
        counters.add(.reports, "channel=\"\(channel.id)\"", "status=\"\(report.status.rawValue)\"")
        let outcome = try await store.recordReport(
            DeliveryReport(
                channel: channel.id, reference: reference(in: report, on: channel), providerID: report.id,
                status: DeliveryStatus(report.status), code: report.code, at: clock.now))
        wake()
        guard case .known(let message) = outcome else { return }
        await note(report, of: message, on: channel)
        if report.status == .optedOut { try await optOuts.keep(recipientOf: message, on: channel.id) }
        if report.isGone { try await optOuts.lose(recipientOf: message, on: channel.id) }
    }

    /// Logs a report under the trace of its message: the provider's request that brought it has another one.
    private func note(_ report: Report, of message: OutboxID, on channel: Channel) async {
        guard logger.logLevel <= .debug, let kept = try? await store.trace(of: message),
            let trace = TraceContext(kept: kept)
        else { return }
        TraceContext.$current.withValue(trace) {
            logger.debug(
                "a delivery report came",
                metadata: [
                    "channel": "\(channel.id)", "message": "\(message.rawValue)", "status": "\(report.status.rawValue)",
                ])
        }
    }

    /// The message of ours that a report names, when it names one of this database.
    private func reference(in report: Report, on channel: Channel) -> DeliveryReport.Reference? {
        guard let named = report.ourID.map({ OutgoingMessage.reference($0) }),
            let message = references.message(named.id)
        else { return nil }
        // Several numbers of one provider may share the address that it reports to.
        let channels = channels.filter { $0.value.adapter.name == channel.adapter.name }.keys
        return DeliveryReport.Reference(
            id: message, part: named.part, provesParts: channel.reportsNameMessages, channels: Set(channels))
    }
}

extension DeliveryStatus {
    /// The provider's word as the outbox knows it.
    fileprivate init(_ status: Report.Status) {
        switch status {
        case .accepted: self = .accepted
        case .sent: self = .sent
        case .delivered: self = .delivered
        case .undelivered: self = .undelivered
        case .failed: self = .failed
        case .expired: self = .expired
        case .optedOut: self = .optedOut
        case .unknown: self = .unknown
        }
    }
}
