import Gateway
import Storage
import TestSupport
import Testing

struct MessageReferencesTests {
    @Test func `an id of ours is a UUID of version 8 and leads back to its message`() throws {
        var random = SplitMix64(seed: 8)
        for _ in 0..<500 {
            let references = MessageReferences(mark: Self.mark(&random))
            let id = OutboxID(
                rawValue: Int64.random(in: 0..<(1 << 62), using: &random) >> Int64.random(in: 0..<62, using: &random))
            let text = references.text(id)
            let digits = text.split(separator: "-")
            #expect(digits.map(\.count) == [8, 4, 4, 4, 12])
            #expect(digits[2].first == "8")
            #expect("89ab".contains(try #require(digits[3].first)))
            #expect(references.message(text) == id)
            #expect(references.message(text.uppercased()) == id)
        }
    }

    @Test func `an id of another database, or none at all, is not ours`() {
        var random = SplitMix64(seed: 9)
        let (own, other) = (MessageReferences(mark: Self.mark(&random)), MessageReferences(mark: Self.mark(&random)))
        let text = other.text(OutboxID(rawValue: 7))
        #expect(other.message(text) != nil)
        for text in [text, "", "7", text + "0", String(text.dropLast()), "not-a-uuid", "\u{0}"] {
            #expect(own.message(text) == nil)
        }
    }

    private static func mark(_ random: inout SplitMix64) -> [UInt8] {
        (0..<MessageReferences.markLength).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }
}
