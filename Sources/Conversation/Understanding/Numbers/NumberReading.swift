import FoundationEssentials

/// Reads one number as people type it: `1,200`, `5k`, `3千`, `1.5万`, `two and a half`, `elfu 5`.
struct NumberReading {
    /// Whether a language of the pack writes a comma before decimals. Then `1,5` is one and a half, and `1.500` and
    /// `1,500` could be two numbers, so they are none; otherwise `1.500` is one and a half, and `1,5` is none.
    let usesDecimalComma: Bool
    /// Whether `1.500` is no number in any language, because money has no third decimal.
    var doubtsThreeDecimals = false

    private static let scales: [(suffix: String, factor: Decimal)] = [
        ("亿", 100_000_000), ("億", 100_000_000), ("万", 10_000), ("萬", 10_000), ("千", 1_000), ("百", 100), ("k", 1_000),
    ]
    private static let scaleWords: [String: Decimal] = {
        let words = NumberWords.table(
            "thousand/grand/mille/mil/elfu/alfu/हज़ार/ألف/آلاف/الف=1000 lakh/lac/lakhs/laki/लाख=100000 "
                + "million/millions/milioni/مليون/ملايين=1000000 crore/करोड़=10000000")
        return words.mapValues { Decimal($0) }
    }()

    /// The number, nil when the folded text is not one number.
    func decimal(_ folded: String) -> Decimal? {
        guard folded.utf8.count <= 120 else { return nil }
        if let half = Halves.value(of: folded) { return half }
        if let (front, half) = Halves.split(folded) { return whole(front).map { Decimal($0) + half } }
        return unbroken(folded)
    }

    private func whole(_ text: String) -> Int? { unbroken(text).flatMap(Self.whole) }

    private func unbroken(_ folded: String) -> Decimal? {
        if let word = NumberWords.number(folded) { return Decimal(word) }
        for scale in Self.scales where folded.hasSuffix(scale.suffix) {
            return plain(String(folded.dropLast(scale.suffix.count))).map { $0 * scale.factor }
        }
        return scaled(folded) ?? plain(folded)
    }

    /// Digits and a scale word, in either order: `2.5 million`, `elfu 5`.
    private func scaled(_ text: String) -> Decimal? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2 else { return nil }
        if let factor = Self.scaleWords[Folding.bare(words[1])] { return plain(words[0]).map { $0 * factor } }
        guard ["elfu", "laki", "milioni"].contains(words[0]), let factor = Self.scaleWords[words[0]] else { return nil }
        return plain(words[1]).map { $0 * factor }
    }

    /// A whole number, nil for a fraction and beyond a million million.
    static func whole(_ number: Decimal) -> Int? {
        number.isFinite && abs(number) < 1_000_000_000_000 ? Int("\(number)") : nil
    }

    /// Digits with marks between groups and before decimals; `o` and `l` are the digits they look like.
    private func plain(_ text: String) -> Decimal? {
        var text = text.trimmingSpaces
        guard text.utf8.count <= 24, text.contains(where: Words.isDigit) else { return nil }
        text = String(text.map { $0 == "o" ? "0" : $0 == "l" ? "1" : $0 })
        guard text.allSatisfy({ Words.isDigit($0) || " ,.".contains($0) }), let (whole, decimals) = parts(of: text),
            whole.count + decimals.count <= 15
        else { return nil }
        return Decimal(string: decimals.isEmpty ? whole : whole + "." + decimals)
    }

    /// The digits before and after the decimal mark.
    private func parts(of text: String) -> (whole: String, decimals: String)? {
        let marks = text.filter { $0 == "." || $0 == "," }
        guard let mark = marks.last else { return Self.joined(text, by: " ").map { ($0, "") } }
        let pieces = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        guard let last = pieces.last, last.isDigits else { return nil }
        let front = pieces.dropLast().joined(separator: String(mark))
        if marks.count > 1 {
            if marks.allSatisfy({ $0 == mark }) { return Self.joined(text, by: mark).map { ($0, "") } }
            return Self.joined(front, by: mark == "." ? "," : ".").map { ($0, last) }
        }
        if mark == "," {
            if let grouped = Self.joined(text, by: ",") { return usesDecimalComma ? nil : (grouped, "") }
            return usesDecimalComma ? Self.joined(front, by: " ").map { ($0, last) } : nil
        }
        if usesDecimalComma || doubtsThreeDecimals, last.count == 3, front.count <= 3, front != "0" { return nil }
        return Self.joined(front, by: " ").map { ($0, last) }
    }

    /// Groups of three digits, or of two before the last three as in India; one group is any number of digits.
    private static func joined(_ text: String, by mark: Character) -> String? {
        let groups = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        guard groups.allSatisfy(\.isDigits), let first = groups.first, let last = groups.last else { return nil }
        if groups.count == 1 { return text }
        let middle = groups.dropFirst().dropLast()
        let isByThree = middle.allSatisfy { $0.count == 3 } && first.count <= 3
        let isIndian = mark == "," && middle.allSatisfy { $0.count == 2 } && first.count <= 2
        return last.count == 3 && first != "0" && (isByThree || isIndian) ? groups.joined() : nil
    }
}

extension String {
    /// The text without spaces around.
    var trimmingSpaces: String {
        let tail = drop { $0 == " " }
        guard let last = tail.lastIndex(where: { $0 != " " }) else { return "" }
        return String(tail[...last])
    }
}
