import TestSupport
import Testing

/// A phone that adds numbers up by USSD, while its provider brings each hop as often as it likes.
struct DialingPhone: Sendable {
    let number: String
    /// Hops that it made.
    private(set) var sent = 0
    private let phone: USSDPhone
    private let seed: UInt64
    private let bringer: Bringer
    private var chance: SplitMix64
    private var typed: [String] = []
    private var brought: [(webhook: Webhook, screen: String)] = []

    init(_ number: String, seed: UInt64, _ bringer: Bringer) {
        self.number = number
        self.seed = seed
        self.bringer = bringer
        phone = USSDPhone(number)
        chance = SplitMix64(seed: seed, "phone", number)
    }

    /// Holds the whole conversation; returns its sum.
    mutating func talk(rounds: Int) async throws -> Int {
        #expect(try await hop(nil) == Screen.language)
        #expect(try await hop("1") == Screen.menu)
        #expect(try await hop("1") == Screen.sum(0))
        var sum = 0
        for _ in 0..<rounds {
            let next = Int.random(in: 1...99, using: &chance)
            sum += next
            #expect(try await hop(String(next)) == Screen.sum(sum))
            try await repeatEarlier()
        }
        #expect(try await hop("999") == "END Done with \(sum).")
        return sum
    }

    private mutating func hop(_ answer: String?) async throws -> String {
        if let answer { typed.append(answer) }
        sent += 1
        bringer.tally.add(.hops)
        let webhook = Webhook.hop(phone.form(typed: typed.joined(separator: "*")))
        let screens = try await bringer.bring(webhook, SplitMix64(seed: seed, "hop", webhook.body))
        #expect(screens.count == 1, "one hop of \(number) was met with several screens: \(screens)")
        let screen = screens.first ?? ""
        brought.append((webhook, screen))
        return screen
    }

    /// A hop that was answered long ago is brought again, and must get its own screen.
    private mutating func repeatEarlier() async throws {
        guard chance.happens(20), let earlier = brought.dropLast().randomElement(using: &chance) else { return }
        bringer.tally.add(.lateAgain)
        #expect(try await bringer.post(earlier.webhook) == earlier.screen)
    }
}
