import TestSupport
import Testing

/// A phone that adds numbers up by SMS and checks that each text it gets is the next of its own conversation. It sends
/// several numbers before it reads, and its provider brings them in any order.
struct TextingPhone: Sendable {
    private let number: String
    /// The channel that carries its texts.
    private let channel: HostileChannel
    /// Texts that it sent.
    private(set) var sent = 0
    /// Texts that it got.
    private var heard = 0
    private var sum = 0
    private var chance: SplitMix64
    private let seed: UInt64
    private let provider: HostileProvider
    private let bringer: Bringer
    /// What was brought, to be brought again later.
    private var brought: [Webhook] = []

    init(_ number: String, on channel: HostileChannel, seed: UInt64, _ provider: HostileProvider, _ bringer: Bringer) {
        self.number = number
        self.channel = channel
        self.seed = seed
        self.provider = provider
        self.bringer = bringer
        chance = SplitMix64(seed: seed, "phone", number)
    }

    /// Holds the whole conversation.
    ///
    /// - Parameter rounds: How many times it sends numbers.
    mutating func talk(rounds: Int) async throws {
        try await bring([write("TALLY")])
        #expect(try await hear(1) == ["Sum 0. Next number? 999 ends."])
        for _ in 0..<rounds { try await round() }
        try await bring([write("999")])
        #expect(Set(try await hear(2)) == ["Done with \(sum).", "Your sum is \(sum)."])
    }

    /// Sends one to three numbers at once, of which the first may arrive after the answers to all others.
    private mutating func round() async throws {
        var numbers = Set(
            (1...Int.random(in: 1...3, using: &chance)).map { _ in Int.random(in: 1...99, using: &chance) })
        var webhooks = numbers.sorted().map { write(String($0)) }
        let isOvertaken = webhooks.count > 1 && chance.happens(25)
        let held = isOvertaken ? webhooks.removeFirst() : nil
        if chance.happens(20), let earlier = brought.dropLast(numbers.count).randomElement(using: &chance) {
            bringer.tally.add(.lateAgain)
            webhooks.append(earlier)
        }
        let count = numbers.count - (isOvertaken ? 1 : 0)
        try await bring(webhooks)
        check(try await hear(count), &numbers)
        guard let held else { return }
        bringer.tally.add(.overtaken)
        try await bring([held])
        check(try await hear(1), &numbers)
    }

    /// Each text must be the sum so far with one more of the numbers, each of which counts once.
    private mutating func check(_ texts: [String], _ numbers: inout Set<Int>) {
        for text in texts {
            let told = Int(text.dropFirst(4).prefix { $0.isNumber }) ?? -1
            #expect(text == "Sum \(told). Next number? 999 ends.")
            #expect(numbers.remove(told - sum) != nil, "\(number) stood at \(sum), sent \(numbers), was told: \(text)")
            sum = told
        }
    }

    private mutating func write(_ text: String) -> Webhook {
        sent += 1
        bringer.tally.add(.texts)
        let fields = #""id":"in-\#(number.suffix(4))-\#(sent)","from":"\#(number)","to":"21512","text":"\#(text)""#
        let webhook = Webhook.json(channel, "receive", "{\(fields)}")
        brought.append(webhook)
        return webhook
    }

    private func bring(_ webhooks: [Webhook]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, webhook) in webhooks.enumerated() {
                let chance = SplitMix64(seed: seed, "webhook", webhook.body, "\(sent) \(place)")
                group.addTask { [bringer] in _ = try await bringer.bring(webhook, chance) }
            }
            try await group.waitForAll()
        }
    }

    /// The next texts, once they are there.
    private mutating func hear(_ count: Int) async throws -> [String] {
        defer { heard += count }
        return try await eventually("text \(heard + count) to \(number)") { [heard, provider, number] in
            let texts = provider.texts(to: number)
            return texts.count >= heard + count ? Array(texts.dropFirst(heard)) : nil
        }
    }
}
