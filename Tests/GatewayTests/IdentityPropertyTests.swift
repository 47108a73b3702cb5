import ContentFiles
import Expressions
import Sealing
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Conversation

/// People who change numbers, numbers that change people or have several, silences, PINs, codes and guesses, in any order: on the store
/// and on the model in memory, which must say the same.
struct IdentityPropertyTests {
    @Test(arguments: 0..<4)
    func `no screen ever shows one person's private fact to another`(_ seed: Int) async throws {
        var town = try Town(seed: UInt64(seed))
        for _ in 0..<60 { try await town.live() }
        #expect(town.borrowed > 5, "hardly any phone was shared, so that nothing is shown by this test")
        #expect(town.shown > 20, "hardly anyone saw her own fact, so that nothing is shown by this test")
    }
}

/// Some people and some numbers.
private struct Town {
    private static let people = 4
    private static let numbers = (0..<5).map { "+25470000000\($0)" }
    private static let pack = """
        title: Town
        language: en
        languages: { en: English }
        start: main
        person: { secret: { type: text } }
        identity: { check: [secret], tries: 3, lock: 1h, code: 90d }
        """
    private static let main = """
        steps:
          start:
            menu: "You: ${default(person.secret, 'unknown')}"
            options:
              - Tell -> tell
              - Code -> code
              - Bring -> bring
              - Protect -> protect
              - Number -> number
              - { label: Share, set: { sharing.on: true }, go: start }
          tell:
            ask: Secret?
            answer: { type: text }
            save: person.secret
            private: true
            go: start
          code:
            menu: "Code: ${claim.code}"
            options: [Home -> start]
          bring:
            ask: Bring?
            answer: { type: claim_code }
            save: outcome
            go: start
          protect:
            ask: Protect?
            answer: { type: pin }
            save: person.pin
            go: start
          number:
            ask: Number?
            answer: { type: phone }
            save: old
            go: by_pin
          by_pin:
            ask: Number's PIN?
            answer: { type: pin, of: old }
            save: outcome
            go: start
        """

    private let machine: ConversationMachine
    private let store: any Store
    private let folder: TemporaryFolder
    private var model = Registry()
    private var random: SplitMix64
    private var now = Timestamp(milliseconds: 1_777_000_000_000)
    private var dialogues = 0
    /// Who has each number.
    private var holder: [Int]
    /// The numbers that each person had, and the codes she was shown.
    private var had: [[String]]
    private var codes: [[String]]
    /// How often someone saw her own secret.
    private(set) var shown = 0
    /// How often one of several people took up a phone.
    private(set) var borrowed = 0

    init(seed: UInt64) throws {
        let source = PackSource(
            folder: "Flows/town",
            files: [.init(path: "pack.yaml", content: Self.pack), .init(path: "main.yaml", content: Self.main)])
        let log = DiagnosticLog()
        let pack = try #require(PackLoader.load(source, log: log), "\(log.sorted)")
        machine = ConversationMachine(packs: .init(current: pack))
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        random = SplitMix64(seed: seed)
        holder = Self.numbers.indices.map { $0 % Self.people }
        had = Array(repeating: [], count: Self.people)
        codes = had
        for (number, person) in holder.enumerated() { had[person].append(Self.numbers[number]) }
    }

    private func secret(of person: Int) -> String { "secret\(person)x" }
    private func pin(of person: Int) -> String { "9\(person)274" }

    /// One thing that happens.
    mutating func live() async throws {
        now = now + Int64.random(in: 60...200_000, using: &random)
        let number = Int.random(in: 0..<Self.numbers.count, using: &random)
        guard Int.random(in: 0..<4, using: &random) == 0 else { return try await talk(on: number) }
        if Bool.random(using: &random) {
            now = now + 61 * 86_400
        } else {
            now = now + 7_200
            _ = try await advance(.gone, on: .sms, of: Self.numbers[number])
        }
        holder[number] = Int.random(in: 0..<Self.people, using: &random)
        had[holder[number]].append(Self.numbers[number])
    }

    /// Whoever has a number talks for a while, or somebody else on a phone that is shared.
    private mutating func talk(on number: Int) async throws {
        let isShared = model[Self.numbers[number]]?.address.isShared == true
        let person = isShared ? Int.random(in: 0..<Self.people, using: &random) : holder[number]
        if isShared { borrowed += 1 }
        dialogues += 1
        let dialogue = "d\(dialogues)"
        var answer = ""
        for turn in 0..<10 {
            let hop = Hop(dialogue: dialogue, begins: turn == 0, input: .latest(answer))
            let reply = try await advance(.hop(hop), on: .ussd, of: Self.numbers[number])
            let text = try #require(reply?.text)
            if isShared, model[Self.numbers[number]]?.address.isShared == false { take(number, person) }
            for other in 0..<Self.people where other != person {
                #expect(!text.contains(secret(of: other)), "person \(person) reads: \(text)")
            }
            if text.contains(secret(of: person)) { shown += 1 }
            if reply?.ends == true { return }
            answer = self.answer(to: text, person)
            now = now + 10
        }
    }

    /// Whoever begins anew on a number that was shared has it alone.
    private mutating func take(_ number: Int, _ person: Int) {
        guard holder[number] != person else { return }
        holder[number] = person
        had[person].append(Self.numbers[number])
    }

    private mutating func answer(to text: String, _ person: Int) -> String {
        func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }
        if text.hasPrefix("Code: ") {
            codes[person].append(String(text.dropFirst(6).prefix(11)))
            return "1"
        }
        if text.contains("Who is there?") { return pick(["1", "1", "2", "2", "3", "4"]) ?? "1" }
        if text.contains("Secret?") { return secret(of: person) }
        if text.contains("Bring?") {
            let guess = ClaimCode(random: (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }).text
            return pick(codes[person] + [guess]) ?? guess
        }
        if text.contains("Number?") { return pick(Self.numbers) ?? Self.numbers[0] }
        if text.contains("PIN") || text.contains("Protect?") || text.contains("does not match") {
            return text.contains("Number's") || text.contains("Protect?") ? pin(of: person) : pin(of: person)
        }
        return pick(["1", "1", "2", "3", "4", "5", "6"]) ?? "1"
    }

    /// One turn, in the model and in the store, which must say the same.
    private mutating func advance(
        _ event: ConversationEvent, on kind: ChannelKind, of number: String
    ) async throws -> Reply? {
        let dice = (0..<24).map { _ in UInt8.random(in: 0...255, using: &random) }
        let view = ChannelView(name: "test", kind: kind)
        let expected = try advanceModel(event, on: view, of: number, dice)
        let seen = Noted()
        let arrival = Arrival(key: nil, subject: .address(Self.key(number), channel: "test"), at: now)
        let (machine, now) = (machine, now)
        var stretched: [[UInt8]: [UInt8]] = [:]
        for _ in 0..<3 {
            let known = stretched
            let settlement = try await store.advance(arrival) { snapshot in
                var snapshot = snapshot
                snapshot.dice = dice
                snapshot.findings = snapshot.findings ?? Findings()
                snapshot.findings?.stretched = known
                let turn = machine.receive(event, on: view, snapshot, at: now)
                seen.put(turn.reply)
                return Self.decision(turn, machine)
            }
            guard let stretch = settlement.stretch else { break }
            for salt in stretch.salts { stretched[salt] = salt + stretch.pin.utf8 }
        }
        #expect(seen.last == expected)
        return expected
    }

    private mutating func advanceModel(
        _ event: ConversationEvent, on view: ChannelView, of number: String, _ dice: [UInt8]
    ) throws -> Reply? {
        var snapshot = model[number] ?? Snapshot()
        snapshot.dice = dice
        snapshot.findings = Findings()
        var turn = machine.receive(event, on: view, snapshot, at: now)
        while let need = turn.need {
            model.answer(need, in: &snapshot, at: now)
            turn = machine.receive(event, on: view, snapshot, at: now)
        }
        try model.keep(turn, of: number)
        return turn.reply
    }

    private static func key(_ number: String) -> AddressKey {
        AddressKey(fingerprint: Array(number.utf8), number: number)
    }

    private static func decision(_ turn: Turn, _ machine: ConversationMachine) -> Decision {
        var decision = Decision(turn: turn, silenceAt: turn.session.map(machine.expiry))
        decision.offer = turn.offer.map { CodeDraft(digest: Array($0.digits.utf8), expiresAt: $0.expiresAt) }
        switch turn.need {
        case .code(let digits): decision.lookup = .code(Array(digits.utf8))
        case .holders(let number): decision.lookup = .holders(Array(number.utf8))
        case .plea(let person): decision.lookup = .plea(of: person)
        case .sharer(let person): decision.lookup = .sharer(person)
        case .stretch(let pin, let salts): decision.stretch = Stretch(pin: pin, salts: salts)
        case nil: break
        }
        return decision
    }
}

/// What was shown last, noted inside a decision.
private final class Noted: Sendable {
    private let replies = Mutex<[Reply?]>([])

    var last: Reply? { replies.withLock { $0.last ?? nil } }

    func put(_ reply: Reply?) { replies.withLock { $0.append(reply) } }
}
