import Expressions
import FoundationEssentials

/// Times before today: `2 months ago`, `两年前`, `il y a 3 jours`, `miezi mitatu iliyopita`, `قبل شهرين`.
struct AgoReading {
    private let amount: TimeAmount

    /// The most months or days that people count one by one.
    private static let few: Decimal = 11
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

    /// The month it was then: by months, also after years, or by days.
    func month(before today: CalendarDate) -> CalendarMonth? {
        guard counts(.months), let months = amount.whole(in: .months) else { return day(before: today)?.calendarMonth }
        return today.calendarMonth.adding(months: -months)
    }

    /// The day it was then, where days were counted; a month ago is not a day.
    func day(before today: CalendarDate) -> CalendarDate? {
        guard counts(.days), let days = amount.whole(in: .days) else { return nil }
        return today.adding(days: -days)
    }

    /// Whether a few of this unit were counted: "a year ago", "30 days ago" and "half a year ago" are said of about
    /// that time, and would be a guess.
    private func counts(_ unit: TimeUnit) -> Bool {
        amount.parts.contains { $0.unit == unit && $0.count >= 1 && $0.count <= Self.few }
    }
}
