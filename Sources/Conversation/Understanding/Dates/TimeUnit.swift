/// The units people count time in. Months cannot be told in days exactly, nor days in hours of work.
package enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case hours, days, weeks, months, years

    /// The unit it is counted by, and how many of that it is.
    var measure: (base: TimeUnit, count: Int) {
        switch self {
        case .years: (.months, 12)
        case .months: (.months, 1)
        case .weeks: (.days, 7)
        case .days: (.days, 1)
        case .hours: (.hours, 1)
        }
    }

    /// Folded and bare words, in all languages.
    private static let words: [String: TimeUnit] = {
        let lists: [(TimeUnit, String)] = [
            (
                .years,
                "years year yrs yr y 年 ans an année années miaka mwaka साल वर्ष बरस saal سنوات سنة سنه عام أعوام سنين اعوام"
            ),
            (
                .months,
                "months month mths mth mos mo m 个月 個月 月 mois miezi mwezi महीने महीना महीनों माह mahine أشهر شهور شهر شهرا"
            ),
            (
                .weeks,
                "weeks week wks wk w 周 星期 个星期 礼拜 个礼拜 semaine semaines wiki हफ्ते हफ्ता हफ़्ते सप्ताह أسابيع أسبوع"
            ),
            (.days, "days day d 天 日 jour jours siku दिन din أيام يوم يوما"),
            (.hours, "hours hour hrs hr h 小时 个小时 钟头 个钟头 heure heures masaa घंटे घंटा घण्टे ghante ساعات ساعة"),
        ]
        return lists.reduce(into: [:]) { table, list in
            for word in list.1.listed { table[Folding.bare(word)] = list.0 }
        }
    }()

    /// Arabic words that are two of a unit.
    static let duals: [String: TimeUnit] = {
        let lists: [(TimeUnit, String)] = [
            (.years, "سنتان سنتين عامان عامين"), (.months, "شهران شهرين"), (.weeks, "أسبوعان أسبوعين"),
            (.days, "يومان يومين"), (.hours, "ساعتان ساعتين"),
        ]
        return lists.reduce(into: [:]) { table, list in
            for word in list.1.listed { table[Folding.bare(word)] = list.0 }
        }
    }()

    /// Chinese units, the longest first: they stand without a space after the number.
    static let ideographic: [String] = words.keys.filter { $0.first.map(Words.isIdeograph) ?? false }
        .sorted { ($0.count, $0) > ($1.count, $1) }

    /// The unit a word names.
    init?(word: String) {
        guard let unit = Self.words[Folding.bare(word)] ?? Self.near(word) else { return nil }
        self = unit
    }

    /// The unit that a slip was made in: `moths`.
    private static func near(_ word: String) -> TimeUnit? {
        guard word.count >= 5 else { return nil }
        let found = Set(words.filter { NearSpelling.isNear(word, $0.key) }.values)
        return found.count == 1 ? found.first : nil
    }

    /// Whether the unit comes before its number, as in Swahili: `miezi sita`.
    static func standsFirst(_ word: String) -> Bool {
        ["miaka", "mwaka", "miezi", "mwezi", "wiki", "siku", "masaa"].contains(word)
    }

    /// A unit without the Arabic "and" that is written together with it.
    static func withoutJoint(_ word: String) -> String {
        guard word.first == "و", word.count > 1 else { return word }
        let rest = String(word.dropFirst())
        return TimeUnit(word: rest) != nil || duals[Folding.bare(rest)] != nil ? rest : word
    }

    /// Whether the word alone is one of the unit, as in Arabic.
    static func countsAlone(_ word: String) -> Bool {
        ["سنه", "عام", "شهر", "اسبوع", "يوم", "ساعه"].contains(Folding.bare(word))
    }
}

/// Cuts times and dates into numbers, units and words.
enum TimeWords {
    /// Numbers, words and Chinese words apart, whether or not there is a space between them; nil for other signs.
    static func split(_ folded: String) -> [String]? {
        var words: [String] = []
        var rest = folded[...]
        while let first = rest.first {
            let isHyphen = first == "-" && words.last?.last.map(Words.isDigit) ?? false
            if first.isWhitespace || first == "," || isHyphen && rest.dropFirst().first?.isLetter ?? false {
                rest = rest.dropFirst()
                continue
            }
            guard let word = next(rest) else { return nil }
            words.append(String(word))
            rest = rest.dropFirst(word.count)
        }
        return words
    }

    private static func next(_ rest: Substring) -> Substring? {
        guard let first = rest.first else { return nil }
        if Words.isDigit(first) || ChineseNumerals.isNumeral(first) {
            return trimmed(
                rest.prefix { Words.isDigit($0) || ChineseNumerals.isNumeral($0) || $0 == "." || $0 == "," })
        }
        if let unit = TimeUnit.ideographic.first(where: rest.hasPrefix) { return rest.prefix(unit.count) }
        if Words.isIdeograph(first) || first.isNumber || first == "&" { return rest.prefix(1) }
        guard first.isLetter else { return nil }
        return rest.prefix { ($0.isLetter || $0 == "'" || $0 == "-") && !Words.isIdeograph($0) }
    }

    /// A mark at the end of a number ends it.
    private static func trimmed(_ number: Substring) -> Substring {
        number.last.map { $0 == "." || $0 == "," } ?? false ? trimmed(number.dropLast()) : number
    }
}
