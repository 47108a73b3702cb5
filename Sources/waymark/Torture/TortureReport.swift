import Conversation
import Gateway
import Storage

/// What a run came to.
struct TortureReport: Sendable, CustomStringConvertible {
    /// Findings that are printed of more.
    private static let shown = 20

    /// Everything that must not be; empty when all is well.
    private(set) var findings: [String]
    private let plan: TorturePlan
    private let seconds: Double
    private let diary: Lives.Diary
    private let phones: [TorturePhone]
    private let door: TortureDoor.Tally
    private let replays: [Replay]
    private let sends: SendCheck
    private let database: StoreTally
    private let messages: Int
    private let attempts: Int

    /// Checks what is left of a run.
    ///
    /// - Parameters:
    ///   - store: What reads the store of the gateways, which have stopped.
    ///   - findings: What was seen to be wrong on the way.
    init(
        plan: TorturePlan, seconds: Double, diary: Lives.Diary, phones: [TorturePhone], door: TortureDoor.Tally,
        ledger: ProviderLedger, store: StoreWitness, findings: [String]
    ) throws {
        let machine = ConversationMachine(
            packs: ConversationMachine.Packs(current: try TorturePack.load()), limits: Settings().machine)
        var sends = SendCheck(ledger, diary)
        replays = try phones.map { try Replay($0, machine) }
        for (phone, replay) in zip(phones, replays) {
            sends.compare(ledger.texts(to: phone.number), replay.messages, to: phone.number)
        }
        database = try store.tally()
        (self.plan, self.seconds, self.diary, self.phones, self.door) = (plan, seconds, diary, phones, door)
        self.sends = sends
        messages = ledger.messages.count
        attempts = ledger.messages.values.reduce(0) { $0 + $1.attempts.count }
        self.findings = findings + phones.flatMap(\.findings) + replays.flatMap(\.findings)
        self.findings += try sends.findings + database.findings + store.damage()
        compareCounts()
    }

    private mutating func compareCounts() {
        compare(database.lines, sum(\.lines), "turns in the database")
        compare(database.requests, sum(\.requests), "requests that the database remembers")
        compare(database.openSessions, replays.count { $0.isOpen }, "open sessions")
        compare(database.endedSessions, sum(\.ended), "ended sessions")
        compare(database.messages, replays.reduce(0) { $0 + $1.messages.count }, "messages in the database")
        compare(database.delivered, sends.reported, "messages known as delivered")
    }

    private mutating func compare(_ seen: Int, _ meant: Int, _ what: String) {
        if seen != meant { findings.append("\(what): \(seen), and not \(meant)") }
    }

    private func sum(_ path: KeyPath<Replay, Int>) -> Int { replays.reduce(0) { $0 + $1[keyPath: path] } }

    var description: String {
        let points = diary.points.map(\.rawValue)
        let lines = [
            "torture: \(diary.kills) kills, \(points.count) of them at fail-points, seed \(plan.seed), "
                + "\(Figures.rounded(seconds, 0)) s, longest start \(Figures.rounded(diary.longestStart.inSeconds, 2)) s",
            "  gateways: \(Set(diary.lives.map(\.gateway)).count), whose database was disturbed "
                + "\(diary.disturbances.count) times, \(Figures.rounded(disturbed.inSeconds, 1)) s in all",
            "  requests: \(sum(\.requests)) of \(phones.count) phones, each acknowledged and each one turn; "
                + "\(door.unanswered) met no answer, \(door.refused) were told to come again, "
                + "\(phones.reduce(0) { $0 + $1.repeats }) came again after they were acknowledged",
            "  turns: \(database.lines) in the database, \(sum(\.lines)) by the machine",
            "  sessions: \(database.endedSessions) ended and \(database.openSessions) open",
            "  messages: \(messages) in \(attempts) requests; \(sends.repeatsAfterCrash) sent again after a crash between "
                + "the provider's answer and its record, \(sends.repeatsOfUnknown) where no answer had come",
            "  reports: \(sends.reported) of messages that were delivered",
            "  reminders: \(sum(\.reminders)), each once",
        ]
        return (lines + verdict).joined(separator: "\n") + "\n"
    }

    private var disturbed: Duration {
        diary.disturbances.reduce(.zero) { $0 + ($1.upperBound - $1.lowerBound) }
    }

    private var verdict: [String] {
        guard !findings.isEmpty else { return ["  nothing lost, nothing doubled"] }
        let more = findings.count > Self.shown ? ["  and \(findings.count - Self.shown) more"] : []
        return ["  \(findings.count) findings:"] + findings.prefix(Self.shown).map { "  - " + $0 } + more
    }
}
