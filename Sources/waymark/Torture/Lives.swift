import Foundation
import Storage

/// One gateway from its start to its end.
struct Life: Sendable {
    let began: ContinuousClock.Instant
    /// Nil for the last one, which is asked to stop.
    var ended: ContinuousClock.Instant?
}

/// Starts gateways and ends them as power failures do.
struct Lives: Sendable {
    /// What became of them.
    struct Diary: Sendable {
        var lives: [Life] = []
        /// The fail-points at which a gateway ended itself.
        var points: [FailPoint] = []
        var findings: [String] = []
        /// The longest time from a start to the first request that is taken.
        var longestStart = Duration.zero
    }

    /// How long a gateway has to come by a fail-point.
    private static let patience = Duration.seconds(30)

    private let plan: TorturePlan
    private let place: TortureFolder
    private let door: TortureDoor

    init(_ plan: TorturePlan, _ place: TortureFolder, _ door: TortureDoor) {
        self.plan = plan
        self.place = place
        self.door = door
    }

    /// Ends gateways until it was done often enough, and leaves one running.
    func run() async throws -> (diary: Diary, last: GatewayProcess) {
        var chance = Chance(seed: plan.seed, "lives")
        var diary = Diary()
        let points = plan.hasFailPoints ? FailPoint.allCases : []
        let bar = ProgressBar("kills")
        let count = plan.kills + points.count
        for number in 0..<count where !door.isEnding {
            if number < points.count {
                try await live(to: points[number], &chance, &diary)
            } else {
                try await live(for: .milliseconds(chance.number(in: 1...Int(plan.life / .milliseconds(1)))), &diary)
            }
            bar.show(Double(number + 1) / Double(count))
        }
        let last = try await start(nil, &diary)
        door.endsSoon()
        return (diary, last)
    }

    private func start(_ failPoints: String?, _ diary: inout Diary) async throws -> GatewayProcess {
        let began = ContinuousClock.now
        let gateway = try await GatewayProcess.start(place, failPoints: failPoints)
        diary.longestStart = max(diary.longestStart, ContinuousClock.now - began)
        diary.lives.append(Life(began: began))
        door.open(gateway.port)
        return gateway
    }

    private func live(for span: Duration, _ diary: inout Diary) async throws {
        let gateway = try await start(nil, &diary)
        try await Task.sleep(for: span)
        if let code = gateway.exitCode { diary.findings.append("a gateway ended by itself with \(code)") }
        gateway.signal(SIGKILL)
        try await end(gateway, &diary)
    }

    private func live(to point: FailPoint, _ chance: inout Chance, _ diary: inout Diary) async throws {
        let passages = chance.number(in: 1...Self.passages(of: point))
        let gateway = try await start("\(point.rawValue)@\(passages)", &diary)
        if try await gateway.ended(within: Self.patience) == nil {
            diary.findings.append("no gateway came by the fail-point \(point.rawValue) \(passages) times")
            gateway.signal(SIGKILL)
        } else {
            diary.points.append(point)
        }
        try await end(gateway, &diary)
    }

    private func end(_ gateway: GatewayProcess, _ diary: inout Diary) async throws {
        let code = try await gateway.ended()
        door.close()
        diary.lives[diary.lives.count - 1].ended = .now
        if code != -Int(SIGKILL) {
            diary.findings.append("a gateway that was killed ended with \(code.map(String.init) ?? "nothing")")
        }
    }

    /// How often the point is come by at most before the end: rare points soon, others in the middle of the work.
    private static func passages(of point: FailPoint) -> Int {
        switch point {
        case .beforeCommit, .afterCommit, .afterAnswer: 60
        case .beforeSend, .afterSend, .afterRecord: 4
        case .beforeTimer, .afterTimer: 1
        }
    }
}
