/// The words of one language in which opening hours are said.
package struct OpeningWords: Hashable, Sendable {
    /// The days of the week: `Mon`, 周一.
    package let days: [OpeningHours.Day: String]
    /// Instead of all seven days.
    package let everyDay: String
    /// Instead of the time from midnight to midnight.
    package let wholeDay: String

    package init(days: [OpeningHours.Day: String], everyDay: String, wholeDay: String) {
        self.days = days
        self.everyDay = everyDay
        self.wholeDay = wholeDay
    }

    /// Opening hours, as short as they can be said: `Mon-Fri 9:00-17:00; Sat 9:00-12:00`.
    package func text(_ hours: OpeningHours) -> String {
        hours.parts.map(text).joined(separator: "; ")
    }

    private func text(_ part: OpeningHours.Part) -> String {
        let isWholeDay = part.times == [.wholeDay]
        if part.isEveryDay, isWholeDay { return wholeDay }
        let names = part.days.map { $0.text { days[$0] ?? $0.short } }.joined(separator: ", ")
        let times = part.times.map { $0.text(padded: false) }.joined(separator: ", ")
        return (part.isEveryDay ? everyDay : names) + " " + (isWholeDay ? wholeDay : times)
    }
}
