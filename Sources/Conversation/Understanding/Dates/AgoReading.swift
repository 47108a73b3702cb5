import Expressions

/// Times before today: `2 months ago`, `两年前`, `il y a 3 jours`, `miezi mitatu iliyopita`, `قبل شهرين`.
struct AgoReading {
    private let amount: TimeAmount

    private static let tails = [
        " ago", " back", " before", "前", "以前", "之前", " zilizopita", " iliyopita", " uliopita", " पहले", " pehle",
    ].map(Folding.bare)
    private static let heads = ["il y a ", "قبل ", "منذ ", "من "].map(Folding.bare)

    init?(_ folded: String, numbers: NumberReading) {
        let bare = Folding.bare(folded)
        let tail = Self.tails.filter(bare.hasSuffix).max { $0.count < $1.count }
        let head = Self.heads.first(where: bare.hasPrefix)
        let rest: String
        switch (head, tail) {
        case (let head?, nil): rest = String(bare.dropFirst(head.count))
        case (nil, let tail?): rest = String(bare.dropLast(tail.count))
        case (nil, nil), (_?, _?): return nil
        }
        guard rest.contains(where: { $0.isNumber || $0.isLetter }), let amount = TimeAmount(rest, numbers: numbers)
        else { return nil }
        self.amount = amount
    }

    /// The month it was then: by whole months, or by the day.
    func month(before today: CalendarDate) -> CalendarMonth? {
        if let months = amount.whole(in: .months) { return today.calendarMonth.adding(months: -months) }
        return day(before: today)?.calendarMonth
    }

    /// The day it was then, where days or weeks were counted; a month ago is not a day.
    func day(before today: CalendarDate) -> CalendarDate? {
        amount.whole(in: .days).flatMap { today.adding(days: -$0) }
    }
}
