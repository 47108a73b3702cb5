import Foundation
import TestSupport

/// One hostile day: phones that talk, reports that come, a gateway that is killed and started again.
struct HostileRun: Sendable {
    /// Seconds that the gateway waits for the provider's answer.
    private static let timeout = 3
    /// Seconds that a report has to tell whether a message arrived.
    private static let reportWait = 4
    private static let textingPhones = 200
    private static let dialingPhones = 60
    private static let rounds = 6

    /// `HOSTILE_SEED`, or always the same.
    static var seed: UInt64 { ProcessInfo.processInfo.environment["HOSTILE_SEED"].flatMap { UInt64($0) } ?? 1 }

    private let bringer = Bringer()
    private let start = ContinuousClock.now
    private let seed: UInt64
    private let provider: HostileProvider
    private let deployment: Deployment

    init(seed: UInt64) throws {
        self.seed = seed
        provider = try HostileProvider(seed: seed, timeout: Self.timeout)
        deployment = try .hostile(provider, timeout: Self.timeout, reportWait: Self.reportWait)
    }

    /// What was done so far, for the print.
    var tally: String {
        let seconds = Int(((ContinuousClock.now - start) / .seconds(1)).rounded())
        return "hostile provider, HOSTILE_SEED=\(seed), \(seconds) s\n" + bringer.tally.text(provider.ledger)
    }

    /// Holds all conversations to their end, and waits until the gateway has nothing left to send.
    func hold() async throws -> HostileOutcome {
        bringer.use(try await RunningGateway.start(deployment, connections: 64))
        async let reports: Void = ReportBringer(seed: seed, provider, bringer).run()
        async let death = killHalfway()
        async let texts = talkByText()
        let hops = try await talkByDialing()
        let sent = try await texts + hops
        let autopsy = try await death
        try await eventually("an empty outbox") {
            try deployment.count("SELECT count(*) FROM outbox WHERE due_at IS NOT NULL") == 0
        }
        provider.endReports()
        try await reports
        return HostileOutcome(
            seed: seed, reportWait: .seconds(Self.reportWait), sent: sent,
            turns: try deployment.count("SELECT count(*) FROM transcript"),
            open: try deployment.count("SELECT count(*) FROM sessions WHERE ended_at IS NULL"),
            unknownReports: (
                bringer.tally[.unknownReports],
                try deployment.count("SELECT count(*) FROM early_reports WHERE provider_id LIKE 'unknown-%'")
            ),
            ledger: provider.ledger, rows: try OutboxRows(deployment), autopsy: autopsy)
    }

    /// Ends the gateway as a power failure does when about half of all messages were asked for, and starts it again.
    private func killHalfway() async throws -> HostileOutcome.Autopsy {
        let half = Self.textingPhones * Self.rounds
        try await eventually("\(half) requests") { provider.requestCount >= half }
        try await bringer.kill()
        let rows = try OutboxRows(deployment)
        let connections = provider.connections
        bringer.use(try await RunningGateway.start(deployment, connections: 64))
        return HostileOutcome.Autopsy(rows: rows, connections: connections)
    }

    /// Returns how many texts were sent.
    private func talkByText() async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for place in 0..<Self.textingPhones {
                let channel = HostileChannel.allCases[place % HostileChannel.allCases.count]
                var phone = TextingPhone("+2547551\(10_000 + place)", on: channel, seed: seed, provider, bringer)
                group.addTask {
                    try await phone.talk(rounds: Self.rounds)
                    return phone.sent
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// Returns how many hops were made.
    private func talkByDialing() async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for place in 0..<Self.dialingPhones {
                var phone = DialingPhone("+2547552\(10_000 + place)", seed: seed, bringer)
                group.addTask { [provider] in
                    let sum = try await phone.talk(rounds: Self.rounds)
                    try await eventually("the sum to \(phone.number)") {
                        provider.texts(to: phone.number) == ["Your sum is \(sum)."]
                    }
                    return phone.sent
                }
            }
            return try await group.reduce(0, +)
        }
    }
}
