/// Chinese numerals, everyday and financial, alone or mixed with ASCII digits: `三百零五`, `两万五`, `壹仟`, `3万5千`.
enum ChineseNumerals {
    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
        "九": 9, "壹": 1, "幺": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8,
        "玖": 9,
    ]
    private static let units: [Character: Int] = [
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000,
    ]
    private static let groups: [Character: Int] = [
        "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
    ]
    /// Short forms of twenty and thirty.
    private static let tens: [Character: Int] = ["廿": 20, "卅": 30]

    /// The value of a numeral that is one digit.
    static func digit(_ character: Character) -> Int? { digits[character] }

    /// Whether a character can stand in a numeral.
    static func isNumeral(_ character: Character) -> Bool {
        digits[character] != nil || units[character] != nil || groups[character] != nil || tens[character] != nil
    }

    /// The number, nil when the text is not one numeral with at least one ideograph.
    ///
    /// Two digits side by side are "three or four", not thirty-four; from four on, or with a nought, they are read
    /// digit by digit, like a year.
    static func number(_ text: String) -> Int? {
        guard let first = text.first, isNumeral(first) || Words.isDigit(first), text.count <= 20 else { return nil }
        guard text.contains(where: isNumeral) else { return nil }
        if text.allSatisfy({ digits[$0] != nil }) { return digitByDigit(text) }
        var sum = ChineseSum()
        var rest = text[...]
        while let character = rest.first {
            let run = rest.prefix(while: Words.isDigit)
            if !run.isEmpty {
                guard run.count <= 8, let value = Int(run), sum.add(value) else { return nil }
                rest = rest.dropFirst(run.count)
                continue
            }
            rest = rest.dropFirst()
            guard add(character, to: &sum) else { return nil }
        }
        return sum.total
    }

    private static func add(_ character: Character, to sum: inout ChineseSum) -> Bool {
        if let digit = digits[character] { return digit == 0 ? sum.skip() : sum.add(digit) }
        if let ten = tens[character] { return sum.addTens(ten) }
        if let unit = units[character] { return sum.multiply(by: unit) }
        return groups[character].map { sum.close(with: $0) } ?? false
    }

    private static func digitByDigit(_ text: String) -> Int? {
        let values = text.compactMap { digits[$0] }
        guard values.count == 1 || values.count <= 12 && (values.count >= 4 || values.contains(0)) else { return nil }
        return values.reduce(0) { $0 * 10 + $1 }
    }
}

/// A Chinese number while it is read from the left. Units go down within a group of four places, and groups go down.
private struct ChineseSum {
    private var sum = 0
    private var group = 0
    private var digit: Int?
    private var lastUnit = 10_000
    private var lastGroup = Int.max
    /// What a last digit without a unit counts: 三千五 is 3,500, 三千零五 is 3,005.
    private var tail = 1

    mutating func add(_ value: Int) -> Bool {
        guard digit == nil else { return false }
        digit = value
        return true
    }

    mutating func skip() -> Bool {
        guard digit == nil else { return false }
        tail = 1
        return true
    }

    mutating func addTens(_ value: Int) -> Bool {
        guard digit == nil, lastUnit > 10 else { return false }
        group += value
        (lastUnit, tail) = (10, 1)
        return true
    }

    mutating func multiply(by unit: Int) -> Bool {
        guard unit < lastUnit, digit.map({ $0 < 10 || lastUnit == 10_000 && group == 0 && sum == 0 }) ?? (unit == 10)
        else { return false }
        group += (digit ?? 1) * unit
        (digit, lastUnit, tail) = (nil, unit, unit / 10)
        return true
    }

    mutating func close(with scale: Int) -> Bool {
        let value = group + (digit ?? 0) * (lastUnit == 10_000 ? 1 : tail)
        guard scale < lastGroup, value > 0, value < 100_000_000 else { return false }
        sum += value * scale
        (group, digit, lastUnit, lastGroup, tail) = (0, nil, 10_000, scale, scale / 10)
        return true
    }

    var total: Int? {
        guard let digit else { return sum + group }
        if digit >= 10, tail > 1 { return digit >= tail ? sum + group + digit : nil }
        return sum + group + digit * tail
    }
}
