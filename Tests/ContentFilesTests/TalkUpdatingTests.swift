import ContentFiles
import Conversation
import TestSupport
import Testing

/// New texts for the lines of talks that differ.
struct TalkUpdatingTests {
    /// The file with every text that differs accepted.
    private func update(_ text: String, in pack: Pack) -> String {
        let corrections = TalkReading.play(text, in: pack, accepts: true)
            .filter(\.failures.isEmpty).flatMap(\.corrections)
        let texts = corrections.map { ($0.place.line, $0.difference.shown) }
        return TalkFile.updated(text, with: Dictionary(texts) { first, _ in first })
    }

    private func good() throws -> Pack { try #require(PackTests.good().load().pack) }

    @Test func `only lines that differ change, and all else stays to the byte`() throws {
        let before = """
            # A comment \t
            talk: a
              dial *384*77#\r
            \t<   What? / 1. Pay\t\r

            > 2
            < Where ...
            > Gansu
            < Thank you, dear ...
            expect  sms   Call 12333 ...
            """
        #expect(
            update(before, in: try good()) == """
                # A comment \t
                talk: a
                  dial *384*77#\r
                \t<   What happened? / 1. Pay / 2. Other\t\r

                > 2
                < Where ...
                > Gansu
                < Thank you.
                expect  sms   Call 12333 ...
                """)
    }

    @Test func `an SMS that differs gets its text, as many as were sent`() throws {
        let text = "talk: a\ndial *384*77*2#\n...\n> Gansu\n...\nexpect sms Call"
        #expect(update(text, in: try good()) == text + " 12333, Gansu")
        let twice = text + "\nexpect sms Call me"
        #expect(update(twice, in: try good()) == twice)
    }

    @Test(arguments: ["expect case wages", "> 1\n> 2", "> 1", "expect outcome expired", "dial *1#"])
    func `a talk that fails for another reason stays as it is`(line: String) throws {
        let text = "talk: a\ndial *384*77#\n< Bye\n\(line)\ntalk: b\ndial *384*77#\n<"
        let updated = update(text, in: try good())
        #expect(updated == text + " What happened? / 1. Pay / 2. Other")
    }

    @Test(arguments: 0..<20)
    func `texts that were spoilt come back, and a second update changes nothing`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pack = try #require(TalkRecordingTests.packs.first?.load().pack)
        let talk = try RandomCall(in: pack, seed: seed).talk
        let spoilt = talk.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("< ") || line.hasPrefix("expect sms "), Bool.random(using: &random) else {
                return line
            }
            return line + "x"
        }.joined(separator: "\n")
        let updated = update(spoilt, in: pack)
        #expect(updated == talk)
        #expect(update(updated, in: pack) == updated)
    }
}
