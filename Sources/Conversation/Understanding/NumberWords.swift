/// Numbers written as words, in the languages workers use.
enum NumberWords {
    /// Folded words for zero to twelve: English, French, Swahili, Hindi, Arabic.
    private static let words: [String: Int] = {
        let lists: [[String]] = [
            [
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                "twelve",
            ],
            ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
            ["sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa", "kumi"],
            ["शून्य", "एक", "दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ", "दस", "ग्यारह", "बारह"],
            ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"],
        ]
        let pairs = lists.flatMap { list in list.enumerated().map { ($1, $0) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    private static let chineseDigits: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]

    private static let chineseUnits: [Character: Int] = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000]

    /// The number a folded word stands for.
    static func number(_ word: String) -> Int? {
        words[word] ?? chinese(word)
    }

    /// Reads Chinese numerals up to 9,999: 八, 十二, 三百零五, and digit by digit 二〇二六.
    static func chinese(_ text: String) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        if text.allSatisfy({ chineseDigits[$0] != nil }) {
            return text.reduce(0) { $0 * 10 + (chineseDigits[$1] ?? 0) }
        }
        var total = 0
        var digit: Int?
        var scale = 1  // of a last digit without a unit: 三千五 is 3,500, 三千零五 is 3,005
        for character in text {
            if let value = chineseDigits[character] {
                digit = value
                if value == 0 { scale = 1 }
            } else if let unit = chineseUnits[character] {
                total += (digit ?? (total == 0 ? 1 : 0)) * unit
                digit = nil
                scale = unit / 10
            } else {
                return nil
            }
        }
        return total + (digit ?? 0) * scale
    }
}
