import Expressions
import Sealing
import Storage
import TestSupport
import Testing

@testable import Conversation

/// Some people and some numbers. Everything that happens, happens on a store and on the model in memory.
struct Town {
    static let people = 4
    static let numbers = (0..<5).map { "+25470000000\($0)" }

    let machine: ConversationMachine
    let store: any Store
    private let folder: TemporaryFolder
    var model = Registry()
    var random: SplitMix64
    var now = Timestamp(milliseconds: 1_777_000_000_000)
    private var dialogues = 0
    /// Who has each number.
    private(set) var holder: [Int]
    /// The codes that each person was shown.
    private var codes: [[String]]
    /// The SMS that are held, the oldest first, and who wrote them.
    var held: [HeldText] = []
    /// Who waits for staff.
    var pleas: [Waiting] = []
    /// When each of the model's claims was made.
    var claimedAt: [Timestamp] = []
    /// What happened, for whoever has to find out why.
    var trail: [String] = []
    /// How often someone saw her own secret.
    private var seen = 0
    /// How often one of several people took up a phone.
    private(set) var borrowed = 0
    /// How many SMS were sent beside the screens, and how often other phones were told of a claim.
    private(set) var texts = 0
    private(set) var notices = 0
    /// How many SMS were held and dealt with.
    var released = 0
    /// How often staff were asked, brought a record, did not, and put one back.
    var asked = 0
    var approved = 0
    var refused = 0
    var undone = 0
    /// How often a number objected to a claim.
    var objected = 0

    var shown: Int { seen }

    init(seed: UInt64) throws {
        machine = ConversationMachine(packs: .init(current: try TownPack.load()))
        folder = try TemporaryFolder()
        store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        random = SplitMix64(seed: seed)
        holder = Self.numbers.indices.map { $0 % Self.people }
        codes = Array(repeating: [], count: Self.people)
    }

    func secret(of person: Int) -> String { "secret\(person)x" }
    func pin(of person: Int) -> String { "9\(person)274" }

    mutating func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }

    /// One thing that happens. Nobody takes up a phone before what was held for another of its people is dealt with.
    mutating func live() async throws {
        now = now + Int64.random(in: 200...200_000, using: &random)
        try await catchUp()
        let number = Int.random(in: 0..<Self.numbers.count, using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0, 1: now = now + 61 * 86_400
        case 2, 3:
            now = now + 7_200
            _ = try await advance(.gone, on: .sms, of: Self.numbers[number], by: holder[number])
        case 4, 5: return try await decide()
        case 6, 7: return try await undo()
        case 8, 9: return try await object()
        default: return try await talk(on: number)
        }
        holder[number] = Int.random(in: 0..<Self.people, using: &random)
    }

    /// Whoever has a number talks for a while, or somebody else on a phone that is shared.
    private mutating func talk(on number: Int) async throws {
        let isShared = model[Self.numbers[number]]?.address.isShared == true
        let person = isShared ? Int.random(in: 0..<Self.people, using: &random) : holder[number]
        if isShared { borrowed += 1 }
        dialogues += 1
        var answer = ""
        for turn in 0..<10 {
            let hop = Hop(dialogue: "d\(dialogues)", begins: turn == 0, input: .latest(answer))
            let reply = try await advance(.hop(hop), on: .ussd, of: Self.numbers[number], by: person)
            let text = try #require(reply?.text)
            if isShared, model[Self.numbers[number]]?.address.isShared == false { holder[number] = person }
            try await catchUp()
            if reply?.ends == true { return }
            answer = self.answer(to: text, person)
            now = now + 10
            if Int.random(in: 0..<4, using: &random) == 0 { try await write(person, on: number) }
        }
        guard Bool.random(using: &random) else { return }
        _ = try await advance(.hangUp(dialogue: "d\(dialogues)"), on: .ussd, of: Self.numbers[number], by: person)
        try await catchUp()
    }

    /// Somebody who is in a USSD dialogue sends an SMS, from that phone or from another one of hers.
    private mutating func write(_ person: Int, on number: Int) async throws {
        let others = Self.numbers.indices.filter {
            holder[$0] == person && model[Self.numbers[$0]]?.address.isShared != true
        }
        let phone = pick(others + [number]) ?? number
        let text = pick(["HI", "1", "2", "5", secret(of: person), pin(of: person)]) ?? ""
        _ = try await advance(.message(text), on: .sms, of: Self.numbers[phone], by: person)
        now = now + 5
    }

    private mutating func answer(to text: String, _ person: Int) -> String {
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
            return pin(of: person)
        }
        return pick(["1", "1", "2", "3", "4", "5", "6", "7", "7", "8", "8"]) ?? "1"
    }

    /// What happened to the record that something was just read of, and what staff put back.
    private var story: [String] {
        let record = trail.last?.firstMatch(of: /record [0-9]+:/).map { String($0.output) } ?? ""
        return trail.filter { $0.contains(record) || $0.hasPrefix("staff") }
    }

    /// Somebody reads what was shown and sent to her. What other phones are told of a claim, anybody may read.
    mutating func read(_ turn: Turn, by person: Int) {
        for text in [turn.reply?.text].compactMap(\.self) + turn.messages { read(text, by: person) }
        texts += turn.messages.count
        guard let notice = turn.notice else { return }
        notices += 1
        for text in [notice, turn.objection?.question ?? ""] {
            for person in 0..<Self.people { #expect(!text.contains(secret(of: person)), "all are told: \(text)") }
        }
    }

    private mutating func read(_ text: String, by person: Int) {
        for other in 0..<Self.people where other != person {
            #expect(
                !text.contains(secret(of: other)),
                "person \(person) reads: \(text)\n\(story.joined(separator: "\n"))")
        }
        if text.contains(secret(of: person)) { seen += 1 }
    }
}
