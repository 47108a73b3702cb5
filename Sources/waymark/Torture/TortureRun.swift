import Foundation
import Storage

/// One run: phones that talk, a provider that takes and reports, gateways that are killed, and the checks of what is left.
struct TortureRun: Sendable {
    /// How long the last gateway may take to send what is left.
    private static let patience = Duration.seconds(180)
    private static let glance = Duration.milliseconds(100)

    private let plan: TorturePlan
    private let place: TortureFolder
    private let store: TortureStore
    private let provider: TortureProvider
    private let door: TortureDoor

    init(_ plan: TorturePlan, _ place: TortureFolder, _ store: TortureStore) throws {
        self.plan = plan
        self.place = place
        self.store = store
        provider = try TortureProvider(seed: plan.seed, gateways: place.rooms.count)
        door = try TortureDoor(plant: plan.plant)
        try place.write(providers: provider.urls)
    }

    /// Holds the whole run.
    func hold() async throws -> TortureReport {
        let start = ContinuousClock.now
        async let reports: Void = provider.bringReports(by: door)
        async let talked = talk()
        var lives = Lives(plan, place, store, door)
        let (diary, gateways) = try await lives.run()
        let phones = try await talked
        try await emptyOutbox()
        provider.stop()
        try await reports
        var findings = diary.findings
        for gateway in gateways {
            gateway.signal(SIGTERM)
            let code = try await gateway.ended()
            guard code != 0 else { continue }
            findings.append("one of the last gateways ended with \(code.map(String.init) ?? "nothing")")
        }
        await door.shut()
        return try TortureReport(
            plan: plan, seconds: (ContinuousClock.now - start).inSeconds, diary: diary, phones: phones,
            door: door.tally, ledger: provider.ledger, store: store.witness, findings: findings)
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
        while ContinuousClock.now - start < Self.patience {
            if try store.witness.waitingMessages() == 0 { return }
            try await Task.sleep(for: Self.glance)
        }
        throw TortureFault("messages were left in the outbox after \(Self.patience)")
    }
}
