/// What the operator pays for one SMS, by his own contract with the provider.
package struct SegmentPrice: Hashable, Sendable {
    /// Digits behind the point that count: the dearest and the cheapest SMS differ by a factor of hundreds.
    private static let places = 6

    /// Millionths of the currency.
    package let millionths: Int
    /// Its code in three capital letters (ISO 4217).
    package let currency: String

    /// Reads a price such as `0.0065 USD`; nil for anything else.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, words[1].utf8.count == 3, words[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            let millionths = Self.millionths(words[0])
        else { return nil }
        self.millionths = millionths
        currency = String(words[1])
    }

    private static func millionths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1] : "0"
        guard (1...6).contains(parts[0].utf8.count), (1...places).contains(fraction.utf8.count),
            (parts[0] + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(parts[0] + fraction + String(repeating: "0", count: places - fraction.utf8.count))
    }

    /// What so many cost, in hundredths of the currency, rounded to the nearest.
    package func hundredths(of segments: Int) -> Int { (millionths * segments + 5_000) / 10_000 }
}
