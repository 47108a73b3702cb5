/// What a piece of a typed date says.
enum DatePart: Hashable {
    /// A number that could be anything, with how many digits it was typed in.
    case number(Int, digits: Int)
    case year(Int)
    /// A year of two digits.
    case shortYear(Int)
    case month(Int)
    case day(Int)
    /// 0 for Sunday to 6 for Saturday.
    case weekday(Int)
    /// Years, months or days from today.
    case yearsFromNow(Int)
    case monthsFromNow(Int)
    case daysFromNow(Int)
    /// A word that says nothing: `of`, `le`, `tarehe`.
    case nothing
}

/// Cuts a folded date into its parts.
enum DateWords {
    /// No date has more words.
    private static let most = 12

    /// The parts, nil when there is a word that belongs to no date.
    static func parts(_ folded: String) -> [DatePart]? {
        guard let tokens = tokens(folded), tokens.count <= most else { return nil }
        var parts: [DatePart] = []
        var place = 0
        while place < tokens.count {
            guard let (part, length) = part(at: place, in: tokens) else { return nil }
            place += length
            if part != .nothing { parts.append(part) }
        }
        return parts
    }

    /// The longest phrase at a place, else one number with its mark, else one word.
    private static func part(at place: Int, in tokens: [String]) -> (DatePart, Int)? {
        for length in stride(from: min(4, tokens.count - place), to: 0, by: -1) {
            let phrase = tokens[place..<place + length].joined(separator: " ")
            if let part = DatePhrases.all[Folding.bare(phrase)] { return (part, length) }
        }
        let token = tokens[place]
        guard let number = token.isDigits && token.count <= 8 ? Int(token) : NumberWords.word(token) else {
            return MonthNames.near(token).map { (.month($0), 1) }
        }
        let digits = token.isDigits ? token.count : String(number).count
        if place + 1 < tokens.count, let part = marked(number, digits, by: tokens[place + 1]) { return (part, 2) }
        return (.number(number, digits: digits), 1)
    }

    /// A number whose unit is written behind it.
    private static func marked(_ number: Int, _ digits: Int, by mark: String) -> DatePart? {
        switch mark {
        case "年": digits == 2 ? .shortYear(number) : digits == 4 ? .year(number) : nil
        case "月", "月份": .month(number)
        case "日", "号", "號": .day(number)
        case "'": .shortYear(number)
        case "st", "nd", "rd", "th", "er", "ere", "ère", "e", "eme", "ème", "tarikh": .day(number)
        default: nil
        }
    }

    private static func tokens(_ folded: String) -> [String]? {
        var tokens: [String] = []
        var rest = folded[...]
        while let first = rest.first {
            if first.isWhitespace || "-/.,、_".contains(first) {
                rest = rest.dropFirst()
            } else if first == "'", let year = shortYear(rest.dropFirst()) {
                tokens += [year, "'"]
                rest = rest.dropFirst(3)
            } else if let token = token(rest) {
                tokens.append(String(token))
                rest = rest.dropFirst(token.count)
            } else {
                return nil
            }
        }
        return tokens
    }

    /// `'26`
    private static func shortYear(_ rest: Substring) -> String? {
        let digits = rest.prefix(while: Words.isDigit)
        return digits.count == 2 ? String(digits) : nil
    }

    private static func token(_ rest: Substring) -> Substring? {
        guard let first = rest.first else { return nil }
        if Words.isDigit(first) { return rest.prefix(while: Words.isDigit) }
        if let phrase = DatePhrases.ideographic.first(where: rest.hasPrefix) { return rest.prefix(phrase.count) }
        if ChineseNumerals.isNumeral(first) { return rest.prefix(while: ChineseNumerals.isNumeral) }
        guard first.isLetter, !Words.isIdeograph(first) else { return nil }
        return rest.prefix { ($0.isLetter || $0 == "'") && !Words.isIdeograph($0) }
    }
}
