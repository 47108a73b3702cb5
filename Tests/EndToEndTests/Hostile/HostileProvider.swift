import TestSupport

/// The provider's end for messages: takes them by the worst manners that real providers have, and tells by reports what
/// became of them. It drives no one; the test brings the reports that it writes out.
final class HostileProvider: Sendable {
    /// The reports that are to be brought, for one reader.
    let reports: AsyncStream<ReportJob>
    private let desk: ProviderDesk
    private let server: LoopbackServer

    /// - Parameter timeout: Seconds that the gateway waits for an answer.
    init(seed: UInt64, timeout: Int) throws {
        let stream = AsyncStream<ReportJob>.makeStream()
        let desk = ProviderDesk(seed: seed, timeout: .seconds(timeout), reports: stream.continuation)
        reports = stream.stream
        self.desk = desk
        server = try LoopbackServer { desk.reply(to: $0) }
    }

    /// Where a channel's messages go.
    func url(of channel: HostileChannel) -> String { server.url("/" + channel.rawValue) }

    /// What came so far.
    var ledger: SendLedger { desk.ledger }
    /// How many connections came so far.
    var connections: Int { server.acceptedConnections }
    /// How many requests came so far.
    var requestCount: Int { desk.requestCount }

    /// The different texts that a person got so far, in their order.
    func texts(to number: String) -> [String] { desk.texts(to: number) }

    /// The gateway took a report.
    func reported(_ providerID: String) {
        desk.reported(providerID)
    }

    /// No reports will follow.
    func endReports() {
        desk.endReports()
    }
}
