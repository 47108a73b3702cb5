import Expressions

/// Reads days and months as people type them, in the calendars and orders of the pack's languages.
enum DateReading {
    private static let months: [String: Int] = {
        let lists: [[String]] = [
            [
                "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december",
            ],
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ],
            [
                "januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba", "oktoba",
                "novemba", "desemba",
            ],
            [
                "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर",
                "दिसंबर",
            ],
            [
                "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
                "ديسمبر",
            ],
        ]
        let pairs = lists.flatMap { list in list.enumerated().map { ($1, $0 + 1) } }
        return Dictionary(pairs + [("sept", 9)], uniquingKeysWith: { first, _ in first })
    }()

    /// `2026-03`, `202603`, `2026.3`, `2026年3月`, `03/2026`, `2026 3`, `March 2026`.
    static func month(_ folded: String) -> CalendarMonth? {
        let parts = parts(of: folded)
        switch parts.count {
        case 1 where parts[0].isYearFirst(6):
            return CalendarMonth(year: parts[0].prefix(4), month: parts[0].number % 100)
        case 2 where parts[0].isYear: return CalendarMonth(year: parts[0].number, month: parts[1].month)
        case 2 where parts[1].isYear: return CalendarMonth(year: parts[1].number, month: parts[0].month)
        default: return nil
        }
    }

    /// `2026-03-15`, `20260315`, `2026年3月15日`, `15 March 2026`, `15/03/2026`; an order that could be two days is none.
    static func date(_ folded: String) -> CalendarDate? {
        let parts = parts(of: folded)
        if parts.count == 1, parts[0].isYearFirst(8) {
            let number = parts[0].number
            return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        guard parts.count == 3 else { return nil }
        if parts[0].isYear { return CalendarDate(year: parts[0].number, month: parts[1].month, day: parts[2].number) }
        guard parts[2].isYear else { return nil }
        let (first, second) = (parts[0], parts[1])
        if second.isName { return CalendarDate(year: parts[2].number, month: second.month, day: first.number) }
        if first.isName { return CalendarDate(year: parts[2].number, month: first.month, day: second.number) }
        if first.number > 12 { return CalendarDate(year: parts[2].number, month: second.number, day: first.number) }
        if second.number > 12 || first.number == second.number {
            return CalendarDate(year: parts[2].number, month: first.number, day: second.number)
        }
        return nil
    }

    /// A number or a month's name.
    private struct Part {
        let text: Substring
        let number: Int
        let isName: Bool

        var month: Int { number }
        var isYear: Bool { !isName && text.count == 4 && (1900...2100).contains(number) }

        func isYearFirst(_ count: Int) -> Bool { !isName && text.count == count && (1900...2100).contains(prefix(4)) }
        func prefix(_ count: Int) -> Int { Int(text.prefix(count)) ?? 0 }
    }

    private static func parts(of folded: String) -> [Part] {
        let pieces = folded.split { "-/.,年月日号 ".contains($0) }
        guard (1...3).contains(pieces.count) else { return [] }
        var parts: [Part] = []
        for piece in pieces {
            if let name = months[String(piece)] {
                parts.append(Part(text: piece, number: name, isName: true))
            } else if let number = Int(piece) ?? NumberWords.chinese(String(piece)) {
                parts.append(
                    Part(text: Int(piece) == nil ? Substring(String(number)) : piece, number: number, isName: false))
            } else {
                return []
            }
        }
        return parts
    }
}

/// Reads lengths of time: `2 years`, `18 months`, `1年6个月`.
enum DurationReading {
    private static let years = [
        "years", "year", "yrs", "yr", "y", "年", "ans", "an", "miaka", "mwaka", "साल", "سنوات", "سنة",
    ]
    private static let months = [
        "months", "month", "mo", "m", "个月", "月", "mois", "miezi", "mwezi", "महीने", "أشهر", "شهر",
    ]

    static func span(_ folded: String) -> Span? {
        var rest = Substring(folded)
        var total = 0
        var sawOne = false
        while !rest.isEmpty {
            guard let (number, after) = leadingNumber(rest) else { return nil }
            let tail = after.drop { $0 == " " }
            if let unit = years.first(where: tail.hasPrefix) {
                total += number * 12
                rest = tail.dropFirst(unit.count)
            } else if let unit = months.first(where: tail.hasPrefix) {
                total += number
                rest = tail.dropFirst(unit.count)
            } else {
                return nil
            }
            sawOne = true
            rest = rest.drop { $0 == " " || $0 == "," }
            for joint in ["and ", "et ", "na ", "零", "又"] where rest.hasPrefix(joint) {
                rest = rest.dropFirst(joint.count)
            }
        }
        return sawOne && total <= 1_200 ? Span(months: total) : nil
    }

    private static func leadingNumber(_ text: Substring) -> (Int, Substring)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if let number = Int(digits), digits.count <= 4 { return (number, text.dropFirst(digits.count)) }
        for count in stride(from: min(text.count, 8), to: 0, by: -1) {
            if let number = NumberWords.number(String(text.prefix(count))) { return (number, text.dropFirst(count)) }
        }
        return nil
    }
}
