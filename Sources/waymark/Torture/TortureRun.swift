import Foundation
import GRDB

/// One run: phones that talk, a provider that takes and reports, gateways that are killed, and the checks of what is left.
struct TortureRun: Sendable {
    /// How long the last gateway may take to send what is left.
    private static let patience = Duration.seconds(180)
    private static let glance = Duration.milliseconds(100)

    private let plan: TorturePlan
    private let place: TortureFolder
    private let provider: TortureProvider
    private let door: TortureDoor

    init(_ plan: TorturePlan, _ place: TortureFolder) throws {
        self.plan = plan
        self.place = place
        provider = try TortureProvider(seed: plan.seed)
        door = try TortureDoor(plant: plan.plant)
        try place.write(provider: provider.url)
    }

    /// Holds the whole run.
    func hold() async throws -> TortureReport {
        let start = ContinuousClock.now
        async let reports: Void = provider.bringReports(by: door)
        async let talked = talk()
        let (diary, gateway) = try await Lives(plan, place, door).run()
        let phones = try await talked
        try await emptyOutbox()
        provider.stop()
        try await reports
        gateway.signal(SIGTERM)
        let code = try await gateway.ended()
        await door.shut()
        var findings = diary.findings
        if code != 0 { findings.append("the last gateway ended with \(code.map(String.init) ?? "nothing")") }
        return try TortureReport(
            plan: plan, seconds: (ContinuousClock.now - start).inSeconds, diary: diary, phones: phones,
            door: door.tally, ledger: provider.ledger, database: place.database, findings: findings)
    }

    private func talk() async throws -> [TorturePhone] {
        try await withThrowingTaskGroup(of: TorturePhone.self) { group in
            for number in 0..<plan.phones {
                group.addTask { [plan, door, provider] in
                    var phone = TorturePhone(number, seed: plan.seed, door, provider)
                    // What a phone cannot go on from ends the run for all.
                    defer { door.endsSoon() }
                    try await phone.live()
                    return phone
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func emptyOutbox() async throws {
        let start = ContinuousClock.now
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: place.database, configuration: configuration)
        while ContinuousClock.now - start < Self.patience {
            let left = try await database.read { database in
                try Int.fetchOne(database, sql: "SELECT count(*) FROM outbox WHERE due_at IS NOT NULL")
            }
            if left == 0 { return }
            try await Task.sleep(for: Self.glance)
        }
        throw TortureFault("messages were left in the outbox after \(Self.patience)")
    }
}
