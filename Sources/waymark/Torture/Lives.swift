import Foundation
import Storage

/// One gateway from its start to its end.
struct Life: Sendable {
    let gateway: Int
    let began: ContinuousClock.Instant
    /// Nil for the last one, which is asked to stop.
    var ended: ContinuousClock.Instant?
}

/// Starts gateways and ends them as power failures do, one at a time.
struct Lives: Sendable {
    /// What became of them.
    struct Diary: Sendable {
        var lives: [Life] = []
        /// When the database was harmed.
        var disturbances: [Range<ContinuousClock.Instant>] = []
        /// The fail-points at which a gateway ended itself.
        var points: [FailPoint] = []
        var findings: [String] = []
        /// The longest time from a start to the first request that is taken.
        var longestStart = Duration.zero

        var kills: Int { lives.count { $0.ended != nil } }

        /// How long nothing was wrong with the database between two moments.
        func calm(from start: ContinuousClock.Instant, to end: ContinuousClock.Instant) -> Duration {
            var calm = end - start
            for disturbance in disturbances {
                let overlap = min(end, disturbance.upperBound) - max(start, disturbance.lowerBound)
                calm -= max(.zero, overlap)
            }
            return calm
        }
    }

    /// How often a gateway is started at most, and the pause between two starts.
    private static let (starts, pause) = (10, Duration.seconds(1))

    /// How long a gateway has to come by a fail-point.
    private static let patience = Duration.seconds(30)

    private let plan: TorturePlan
    private let place: TortureFolder
    private let store: TortureStore
    private let door: TortureDoor
    private var chance: Chance
    private var diary = Diary()
    /// Those that run, by their numbers.
    private var running: [Int: GatewayProcess] = [:]

    init(_ plan: TorturePlan, _ place: TortureFolder, _ store: TortureStore, _ door: TortureDoor) {
        self.plan = plan
        self.place = place
        self.store = store
        self.door = door
        chance = Chance(seed: plan.seed, "lives")
    }

    /// Ends gateways until it was done often enough, and leaves all of them running.
    mutating func run() async throws -> (diary: Diary, last: [GatewayProcess]) {
        let points = plan.hasFailPoints ? FailPoint.allCases : []
        let bar = ProgressBar("kills")
        let count = plan.kills + points.count
        var dead = 0
        for room in place.rooms.dropFirst() where count > 0 { try await start(room) }
        for number in 0..<count where !door.isEnding {
            if number < points.count {
                try await live(to: points[number], place.rooms[dead])
            } else {
                dead = try await live(for: span(), place.rooms[dead])
            }
            bar.show(Double(number + 1) / Double(count))
        }
        for room in place.rooms where running[room.number] == nil { try await start(room) }
        door.endsSoon()
        return (diary, Array(running.values))
    }

    private mutating func span() -> Duration {
        .milliseconds(chance.number(in: 1...Int(plan.life / .milliseconds(1))))
    }

    private mutating func start(_ room: TortureFolder.Room, _ failPoints: String? = nil) async throws {
        let began = ContinuousClock.now
        let gateway = try await started(room, failPoints)
        diary.longestStart = max(diary.longestStart, ContinuousClock.now - began)
        diary.lives.append(Life(gateway: room.number, began: began))
        running[room.number] = gateway
        door.open(room.number, port: gateway.port)
    }

    /// A gateway that ends at its start because the database was harmed is started again, as service managers do.
    private func started(_ room: TortureFolder.Room, _ failPoints: String?) async throws -> GatewayProcess {
        var failures = 0
        while true {
            do {
                return try await GatewayProcess.start(
                    room, flows: place.flows, environment: store.environment, failPoints: failPoints)
            } catch let fault as TortureFault {
                failures += 1
                guard !diary.disturbances.isEmpty, failures < Self.starts else { throw fault }
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Starts the one that is dead, and ends any of them. Returns which.
    private mutating func live(for span: Duration, _ room: TortureFolder.Room) async throws -> Int {
        try await start(room)
        if let command = plan.disturbance { try await disturb(by: command) }
        try await Task.sleep(for: span)
        for (number, gateway) in running {
            guard let code = gateway.exitCode else { continue }
            diary.findings.append("gateway \(number + 1) ended by itself with \(code)")
        }
        let victim = chance.number(in: 0...place.rooms.count - 1)
        running[victim]?.signal(SIGKILL)
        try await end(victim)
        return victim
    }

    private mutating func live(to point: FailPoint, _ room: TortureFolder.Room) async throws {
        let passages = chance.number(in: 1...Self.passages(of: point))
        try await start(room, "\(point.rawValue)@\(passages)")
        if try await running[room.number]?.ended(within: Self.patience) == nil {
            diary.findings.append("no gateway came by the fail-point \(point.rawValue) \(passages) times")
            running[room.number]?.signal(SIGKILL)
        } else {
            diary.points.append(point)
        }
        try await end(room.number)
    }

    private mutating func end(_ gateway: Int) async throws {
        let code = try await running[gateway]?.ended()
        door.close(gateway)
        running[gateway] = nil
        if let place = diary.lives.lastIndex(where: { $0.gateway == gateway }) { diary.lives[place].ended = .now }
        if code != -Int(SIGKILL) {
            diary.findings.append("a gateway that was killed ended with \(code.map(String.init) ?? "nothing")")
        }
    }

    private mutating func disturb(by command: String) async throws {
        let began = ContinuousClock.now
        let code = try await ShellCommand.run(command, log: place.path + "/disturbances.log")
        diary.disturbances.append(began..<ContinuousClock.now)
        if code != 0 { throw TortureFault("the disturbance ended with \(code): \(command)") }
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
