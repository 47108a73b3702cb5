import Delivery
import Expressions
import Storage
import TestSupport

/// A provider as the outbox must expect it: it takes messages or not, answers or not, and reports what it took later,
/// twice and out of order.
struct ModelProvider {
    /// How one request goes.
    enum Fate: CaseIterable {
        case taken, takenWithoutAnswer, lostWithoutAnswer, failing, throttling, crashAfterTaking, crashBeforeTaking
    }

    /// What keeps messages from arriving twice with this provider.
    let assurance: Assurance
    /// How often each message arrived.
    private(set) var arrivals: [OutboxID: Int] = [:]
    /// Messages of which a request may have arrived without anybody knowing.
    private(set) var isDoubtful: Set<OutboxID> = []
    private var reports: [(at: Int64, report: DeliveryReport)] = []

    init(_ assurance: Assurance) {
        self.assurance = assurance
    }

    /// What a request comes to; nil when the gateway dies over it.
    mutating func receive(
        _ row: OutboxRow, _ fate: Fate, at now: Int64, using random: inout SplitMix64
    ) -> AttemptOutcome? {
        switch fate {
        case .taken, .takenWithoutAnswer, .crashAfterTaking: take(row, at: now, using: &random)
        case .lostWithoutAnswer, .failing, .throttling, .crashBeforeTaking: break
        }
        switch fate {
        case .taken: return .accepted
        case .takenWithoutAnswer, .lostWithoutAnswer:
            isDoubtful.insert(row.id)
            return .mayHaveArrived
        case .failing: return .retry(code: "500", after: nil)
        case .throttling: return .throttled(after: 3)
        case .crashAfterTaking, .crashBeforeTaking:
            isDoubtful.insert(row.id)
            return nil
        }
    }

    /// A message with an id that is known does not arrive again where the provider looks at ids.
    private mutating func take(_ row: OutboxRow, at now: Int64, using random: inout SplitMix64) {
        guard assurance != .idempotent || arrivals[row.id] == nil else { return }
        arrivals[row.id, default: 0] += 1
        guard assurance == .reports else { return }
        for status in [DeliveryStatus.sent, .delivered, .sent] {
            // Before the machine's wait for reports is over, which the provider is known to keep.
            let at = now + Int64.random(in: 1...50_000, using: &random)
            let reference = DeliveryReport.Reference(id: row.id, part: 1, provesParts: true, channels: ["sms"])
            let report = DeliveryReport(
                channel: "sms", reference: reference, providerID: "p\(row.id.rawValue)", status: status,
                at: Sample.time(at))
            reports.append((at, report))
        }
    }

    /// The reports that are due, which go with this.
    mutating func dueReports(at now: Int64) -> [DeliveryReport] {
        let due = reports.filter { $0.at <= now }.sorted { $0.at < $1.at }.map(\.report)
        reports.removeAll { $0.at <= now }
        return due
    }
}
