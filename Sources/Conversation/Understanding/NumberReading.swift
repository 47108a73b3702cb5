import FoundationEssentials

/// Reads amounts as people type them: `1,200`, `1 200 yuan`, `3千`, `1.5万`, `8年`, `eight`.
enum NumberReading {
    private static let scales: [(suffix: String, factor: Decimal)] = [
        ("万", 10_000), ("千", 1_000), ("百", 100), ("k", 1_000),
    ]

    /// Words that may follow an amount without changing it, folded.
    private static let units: [String] = [
        "yuan", "rmb", "元", "块钱", "块", "years", "year", "months", "month", "days", "day", "hours", "hour", "people",
        "年", "个月", "月", "天", "岁", "小时", "人", "ksh", "kes", "rs",
    ]

    /// A decimal number, nil when the text is not one number.
    static func decimal(_ folded: String) -> Decimal? {
        let amount = withoutUnit(folded)
        if let word = NumberWords.number(amount) { return Decimal(word) }
        for scale in scales where amount.hasSuffix(scale.suffix) {
            let front = amount.dropLast(scale.suffix.count)
            return (plain(String(front)) ?? NumberWords.number(String(front)).map { Decimal($0) }).map {
                $0 * scale.factor
            }
        }
        return plain(amount)
    }

    /// A whole number.
    static func whole(_ folded: String) -> Int? {
        guard let number = decimal(folded), number.isFinite, abs(number) < 1_000_000_000_000 else { return nil }
        let whole = Int("\(number)")
        return whole
    }

    private static func withoutUnit(_ folded: String) -> String {
        for unit in units where folded.hasSuffix(unit) && folded.count > unit.count {
            return String(folded.dropLast(unit.count)).trimmingSpaces
        }
        return folded.hasPrefix("¥") ? String(folded.dropFirst()) : folded
    }

    /// Digits with one decimal point, groups of three by comma or space, `o` and `l` read as the digits they look like.
    private static func plain(_ text: String) -> Decimal? {
        var text = text.trimmingSpaces
        if text.contains(where: \.isNumber) {
            text = String(text.map { $0 == "o" ? "0" : $0 == "l" ? "1" : $0 })
        }
        let groups = text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "," }).map(String.init)
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count) else { return nil }
            guard groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) else { return nil }
            text = groups.joined()
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard !text.isEmpty, parts.count <= 2,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        return text.count <= 15 ? Decimal(string: text) : nil
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
