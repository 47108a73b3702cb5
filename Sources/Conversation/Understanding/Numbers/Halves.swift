import FoundationEssentials

/// Halves and quarters, in words and as signs: `half`, `two and a half`, `1½`, `साढ़े तीन`.
enum Halves {
    static let half = Decimal(sign: .plus, exponent: -1, significand: 5)
    private static let signs: [Character: Decimal] = [
        "½": half, "¼": Decimal(sign: .plus, exponent: -2, significand: 25),
        "¾": Decimal(sign: .plus, exponent: -2, significand: 75),
    ]
    private static let wholes: [String: Decimal] = table([
        "half": half, "a half": half, "half a": half, "half an": half, "demi": half, "demie": half, "un demi": half,
        "nusu": half, "आधा": half, "आधे": half, "نصف": half, "نص": half, "半": half, "डेढ़": 1 + half, "ढाई": 2 + half,
    ])
    /// What adds a half to the number before it.
    private static let tails: [String] = [
        " and a half", " and half", " et demi", " et demie", " na nusu", " ونصف", " و نصف", " ونص", " और आधा",
    ].map(Folding.bare)
    private static let front = Folding.bare("साढ़े ")

    private static func table(_ words: [String: Decimal]) -> [String: Decimal] {
        Dictionary(words.map { (Folding.bare($0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a text that is a fraction by itself.
    static func value(of folded: String) -> Decimal? {
        folded.count == 1 ? folded.first.flatMap { signs[$0] } ?? wholes[folded] : wholes[Folding.bare(folded)]
    }

    /// What a number with a fraction consists of.
    static func split(_ folded: String) -> (front: String, fraction: Decimal)? {
        if let sign = folded.last, let fraction = signs[sign] { return (String(folded.dropLast()), fraction) }
        let bare = Folding.bare(folded)
        if bare.hasPrefix(front) { return (String(bare.dropFirst(front.count)), half) }
        return tails.first(where: bare.hasSuffix).map { (String(bare.dropLast($0.count)), half) }
    }

    /// Whether it is a half that follows a unit: the end of `a year and a half`, `一年半`.
    static func isTail(_ folded: String) -> Bool {
        tails.contains(" " + Folding.bare(folded)) || value(of: folded) == half
    }
}
