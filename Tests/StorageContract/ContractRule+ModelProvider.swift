import Delivery
import Expressions
import Storage
import TestSupport
import Testing

extension ContractRule {
    static let modelProvider = [
        ContractRule("against a provider that takes an id once, nothing is lost and nothing arrives twice") { open in
            let run = try await OutboxRun.run(open, against: .idempotent)
            #expect(run.provider.arrivals.values.allSatisfy { $0 == 1 })
        },
        ContractRule("against a provider whose reports name our id, nothing is lost and nothing arrives twice") {
            open in
            let run = try await OutboxRun.run(open, against: .reports)
            #expect(run.provider.arrivals.values.allSatisfy { $0 == 1 })
        },
        ContractRule("against any other, nothing is lost, and only what may have arrived arrives twice") { open in
            let run = try await OutboxRun.run(open, against: .none)
            for (message, count) in run.provider.arrivals where count > 1 {
                #expect(run.provider.isDoubtful.contains(message))
            }
        },
    ]
}

/// Messages of several people on their way to a model provider, with deaths of the gateway in between.
private struct OutboxRun {
    private static let people = 12
    private static let messagesEach = 4

    private var store: any Store
    private(set) var provider: ModelProvider
    private let machine: OutboxMachine
    private var random: SplitMix64
    private var now: Int64 = 1_000
    /// The messages in the order in which the provider first had them, by person.
    private var order: [PersonID: [OutboxID]] = [:]

    private init(_ open: ContractRule.Opening, against assurance: Assurance) throws {
        store = try open()
        provider = ModelProvider(assurance)
        random = SplitMix64(seed: 17)
        var limits = OutboxLimits()
        limits.attempts = 1_000
        limits.expiry = 31_536_000
        limits.backoff = Backoff(first: 1, cap: 60)
        machine = OutboxMachine(limits: limits)
    }

    static func run(_ open: ContractRule.Opening, against assurance: Assurance) async throws -> OutboxRun {
        var run = try OutboxRun(open, against: assurance)
        for person in 1...people {
            for message in 1...messagesEach { try await run.store.send("\(message)", to: person) }
        }
        var rounds = 0
        while try await run.store.counts().waitingMessages > 0 {
            rounds += 1
            try #require(rounds < 5_000, "messages wait for ever")
            if try await run.step() { run.store = try open() }
        }
        #expect(run.provider.arrivals.count == people * messagesEach)
        #expect(run.order.values.allSatisfy { $0 == $0.sorted { $0.rawValue < $1.rawValue } })
        for person in 1...people {
            let messages = try await run.store.messages(to: PersonID(rawValue: Int64(person)), limit: 99)
            #expect(messages.allSatisfy { $0.deadReason == nil && $0.status != nil })
        }
        return run
    }

    /// Some time passes, reports come, and what can be claimed is sent. Returns whether the gateway died.
    private mutating func step() async throws -> Bool {
        now += Int64.random(in: 1...20_000, using: &random)
        for report in provider.dueReports(at: now) { _ = try await store.recordReport(report) }
        for row in try await store.claim(at: now, rooms: ["sms": Int.random(in: 1...20, using: &random)]) {
            let message = SendAttempt(
                earlier: row.attempts, createdAt: row.createdAt, isAbandoned: row.isAbandoned,
                assurance: provider.assurance)
            if let refusal = machine.refusal(of: message, at: Sample.time(now)) {
                try await store.settle(row, refusal, accepted: row.accepted, at: now)
            } else if try await !send(row, message) {
                return true
            }
        }
        return false
    }

    /// Sends a message and keeps what came of it. Returns whether the gateway lives.
    private mutating func send(_ row: OutboxRow, _ message: SendAttempt) async throws -> Bool {
        guard row.accepted == 0 else {
            try await store.settle(row, .sent, accepted: row.accepted, at: now)
            return true
        }
        let fate = ModelProvider.Fate.allCases.randomElement(using: &random) ?? .taken
        let outcome = provider.receive(row, fate, at: now, using: &random)
        if provider.arrivals[row.id] == 1, order[row.person]?.contains(row.id) != true {
            order[row.person, default: []].append(row.id)
        }
        guard let outcome else { return false }
        let action = machine.receive(
            outcome, for: message, at: Sample.time(now), jitter: .random(in: 0..<1, using: &random))
        let parts = outcome == .accepted ? [AcceptedPart(number: 1, providerID: "p\(row.id.rawValue)")] : []
        try await store.settle(row, action, accepted: parts.count, parts: parts, at: now)
        return true
    }
}
