extension Span {
    private static let monthUnits = [("year", 12), ("month", 1)]
    private static let secondUnits: [(String, Int64)] = [
        ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1),
    ]

    /// `2 years 3 months`, `12 days`; each part has its own sign.
    package var text: String {
        var parts: [String] = []
        var restMonths = months
        for (unit, size) in Span.monthUnits {
            Span.append(Int64(restMonths / size), unit, to: &parts)
            restMonths %= size
        }
        var restSeconds = seconds
        for (unit, size) in Span.secondUnits {
            Span.append(restSeconds / size, unit, to: &parts)
            restSeconds %= size
        }
        return parts.isEmpty ? "0 days" : parts.joined(separator: " ")
    }

    private static func append(_ count: Int64, _ unit: String, to parts: inout [String]) {
        if count != 0 { parts.append("\(count) \(unit)\(abs(count) == 1 ? "" : "s")") }
    }

    /// Reads `2 years 3 months`: whole numbers with their units, weeks too, in any order.
    package init?(text: String) {
        let words = text.lowercased().split(separator: " ")
        guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
        var sum = Span()
        for index in stride(from: 0, to: words.count, by: 2) {
            guard let count = Int(words[index]), let part = Span(count, String(words[index + 1])) else { return nil }
            guard let longer = sum.adding(part) else { return nil }
            sum = longer
        }
        self = sum
    }

    /// So many of a unit: a word such as `days`, or the field's letters `Y M W D h m s`.
    init?(_ count: Int, _ unit: String) {
        switch unit {
        case "Y", "year", "years": self.init(count, months: 12)
        case "M", "month", "months": self.init(count, months: 1)
        case "W", "week", "weeks": self.init(count, seconds: 604_800)
        case "D", "day", "days": self.init(count, seconds: 86_400)
        case "h", "hour", "hours": self.init(count, seconds: 3_600)
        case "m", "minute", "minutes": self.init(count, seconds: 60)
        case "s", "second", "seconds": self.init(count, seconds: 1)
        default: return nil
        }
    }

    private init?(_ count: Int, months: Int) {
        let (product, overflow) = count.multipliedReportingOverflow(by: months)
        guard !overflow else { return nil }
        self.init(months: product)
    }

    private init?(_ count: Int, seconds: Int64) {
        let (product, overflow) = Int64(count).multipliedReportingOverflow(by: seconds)
        guard !overflow else { return nil }
        self.init(seconds: product)
    }
}
