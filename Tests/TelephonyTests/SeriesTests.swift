import Telephony
import TestSupport
import Testing

struct SeriesTests {
    private static let limit = ScreenLimit.sms(segments: 1)

    private static func split(_ text: String, most: Int = 9, rest: String = "There is more.") throws -> [String] {
        try Series.split(text, limit: limit, most: most, rest: rest)
    }

    @Test func `what fits one message has no number`() throws {
        #expect(try Self.split(" Hello. ") == ["Hello."])
        #expect(try Self.split(String(repeating: "x", count: 160)).count == 1)
    }

    @Test func `longer texts come in several messages, each with its number and how many there are`() throws {
        let lines = (1...30).map { "Line \($0) of everything" }
        let messages = try Self.split(lines.joined(separator: "\n"))
        #expect(messages.count > 3)
        for (place, message) in messages.enumerated() {
            #expect(Self.limit.fits(message))
            #expect(message.hasSuffix("\n(\(place + 1)/\(messages.count))"))
        }
        let text = messages.map { $0.split(separator: "\n").dropLast().joined(separator: "\n") }.joined(separator: "\n")
        #expect(text == lines.joined(separator: "\n"))
    }

    @Test func `more than there may be is told of in the last one, and nothing is cut without a word`() throws {
        let text = (1...200).map { "Line \($0)" }.joined(separator: "\n")
        let messages = try Self.split(text, most: 3)
        #expect(messages.count == 3 && messages.allSatisfy(Self.limit.fits))
        #expect(messages[2].hasSuffix("\nThere is more.\n(3/3)"))
        #expect(!messages[0].contains("There is more.") && !messages[1].contains("There is more."))
    }

    @Test func `a series that just fits is not told to be more`() throws {
        let text = String(repeating: "word ", count: 60).trimmed
        let messages = try Self.split(text, most: 2)
        #expect(messages.count == 2 && !messages[1].contains("There is more."))
    }

    @Test(arguments: 0..<200) func `whatever the text, every message fits and everything is there`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let words = ["深圳市", "pension", "24", "{", "é", "👩‍🏭", "\n", "，", "Dongguan;"]
        let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
        }.joined(separator: Bool.random(using: &random) ? " " : "")
        for most in [2, 9] {
            let messages = try Self.split(text, most: most, rest: "更多")
            #expect(messages.count <= most && messages.allSatisfy(Self.limit.fits))
            if messages.last?.contains("更多") == true || messages.count < 2 { continue }
            let pieces = messages.map { $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
            let shown = pieces.flatMap(\.self).joined().filter { !$0.isWhitespace }
            #expect(shown == text.filter { !$0.isWhitespace })
        }
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
