/// Arabic numbers, which say the unit before the ten: `خمسة وعشرون` is 25. Spoken forms count as well.
enum ArabicNumbers {
    private static let units = NumberWords.table(
        "صفر واحد/واحدة اثنان/اثنين/اثنتان/اثنتين/اتنين/تنين ثلاثة/ثلاث/تلاتة/تلات أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع "
            + "ثمانية/ثماني/ثمان/تمانية/تمن تسعة/تسع", from: 0)
    private static let tenAfterUnit = NumberWords.table("عشر/عشرة=10")
    private static let tens = NumberWords.table(
        "عشرون/عشرين ثلاثون/ثلاثين/تلاتين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين/تمانين "
            + "تسعون/تسعين", from: 20, by: 10)
    private static let teens = NumberWords.table("احدعش/حداشر اطنعش/اتناشر/اثناعشر", from: 11)
    /// The forms of one and two that only stand before ten: `أحد عشر`, `اثنا عشر`.
    private static let beforeTen = NumberWords.table("أحد/إحدى=1 اثنا/اثني/اثنتا/اثنتي=2")
    private static let hundreds = NumberWords.table(
        "مئة/مائة/مية/ميت مئتان/مئتين/مائتان/مائتين/ميتين ثلاثمئة/ثلاثمائة/تلتمية أربعمئة/أربعمائة/ربعمية "
            + "خمسمئة/خمسمائة/خمسمية ستمئة/ستمائة سبعمئة/سبعمائة ثمانمئة/ثمانمائة تسعمئة/تسعمائة", from: 100, by: 100)
    private static let scales = NumberWords.table("ألف/آلاف/ألفا=1000 مليون/ملايين=1000000")
    private static let pairs = NumberWords.table("ألفان/ألفين=2000")

    /// Single words with their numbers.
    static let values = [units, tenAfterUnit, tens, teens, hundreds, scales, pairs].reduce(into: [:]) { all, list in
        all.merge(list) { first, _ in first }
    }

    /// The number that all of these words make, nil when they make none, or two.
    static func number(_ words: [String]) -> Int? {
        if words.count == 1 { return values[words[0]] }
        var sum = ArabicSum()
        var isJoined = false
        for word in words {
            let hasJoint = !isKnown(word) && word.first == "و"
            let bare = hasJoint ? String(word.dropFirst()) : word
            isJoined = isJoined || hasJoint
            if bare.isEmpty { continue }
            guard add(bare, to: &sum, isJoined: isJoined) else { return nil }
            isJoined = false
        }
        return isJoined ? nil : sum.total
    }

    private static func isKnown(_ word: String) -> Bool { values[word] != nil || beforeTen[word] != nil }

    private static func add(_ word: String, to sum: inout ArabicSum, isJoined: Bool) -> Bool {
        if let unit = units[word], unit > 0 { return sum.addUnit(unit, isJoined) }
        if let unit = beforeTen[word] { return sum.addUnit(unit, isJoined) }
        if tenAfterUnit[word] != nil { return sum.addTen(10, isJoined) }
        if let ten = tens[word] ?? teens[word] { return sum.addTen(ten, isJoined) }
        if let hundred = hundreds[word] { return sum.addHundred(hundred) }
        if let scale = scales[word] { return sum.multiply(by: scale) }
        return pairs[word].map { sum.addPair($0) } ?? false
    }
}

/// An Arabic number while its words are added up. `unit` is one that a ten can still follow.
private struct ArabicSum {
    private var sum = 0
    private var group = 0
    private var unit: Int?
    private var isFull = false

    var total: Int? { sum + group > 0 ? sum + group : nil }

    mutating func addUnit(_ value: Int, _ isJoined: Bool) -> Bool {
        guard !isFull, isJoined == (sum + group > 0) else { return false }
        group += value
        (unit, isFull) = (value, true)
        return true
    }

    /// Without a joint it makes a teen of the unit before it; with one it follows a unit or a hundred.
    mutating func addTen(_ value: Int, _ isJoined: Bool) -> Bool {
        guard unit != nil ? (value == 10) != isJoined : !isFull && isJoined == (sum + group > 0) else { return false }
        group += value
        (unit, isFull) = (nil, true)
        return true
    }

    mutating func addHundred(_ value: Int) -> Bool {
        if value == 100, let unit, group == unit {
            group = unit * 100
        } else {
            guard group == 0 else { return false }
            group = value
        }
        (unit, isFull) = (nil, false)
        return true
    }

    mutating func multiply(by scale: Int) -> Bool {
        guard sum == 0 || sum % (scale * 1_000) == 0 else { return false }
        sum += max(group, 1) * scale
        (group, unit, isFull) = (0, nil, false)
        return true
    }

    mutating func addPair(_ value: Int) -> Bool {
        guard group == 0, sum % 1_000_000 == 0 else { return false }
        sum += value
        isFull = false
        return true
    }
}
