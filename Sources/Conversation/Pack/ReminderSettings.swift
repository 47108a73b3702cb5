package import Expressions

/// When the pack writes without having been asked at that moment.
package struct ReminderSettings: Hashable, Sendable {
    /// The time of reminders that name only a day.
    package let time: TimeOfDay
    /// The person field that says where she is, by whose clock she is written to; nil where all go by the pack's.
    package let place: String?

    package init(time: TimeOfDay = TimeOfDay(hour: 9, minute: 0) ?? .midnight, place: String? = nil) {
        self.time = time
        self.place = place
    }
}

/// Hours of the night in which nobody is written to unasked; they may go past midnight.
package struct QuietHours: Hashable, Sendable {
    /// The first quiet minute.
    package let from: TimeOfDay
    /// The first minute that is not quiet any more.
    package let to: TimeOfDay

    package init(from: TimeOfDay, to: TimeOfDay) {
        self.from = from
        self.to = to
    }

    /// The same hours on the clock of UTC.
    ///
    /// - Parameter utcOffset: Seconds that the clock is ahead of UTC by which they are quiet.
    package func inUTC(from utcOffset: Int) -> QuietHours {
        QuietHours(from: from.moved(by: -utcOffset), to: to.moved(by: -utcOffset))
    }

    /// When the quiet hours end that a moment lies in; nil when it lies in none.
    package func end(after moment: Timestamp, utcOffset: Int = 0) -> Timestamp? {
        let time = moment.timeOfDay(utcOffset: utcOffset)
        let isQuiet = from < to ? time >= from && time < to : time >= from || time < to
        guard isQuiet else { return nil }
        let today = moment.date(utcOffset: utcOffset)
        let day = time < to ? today : CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 1) ?? today
        return Timestamp(date: day, time: to, utcOffset: utcOffset)
    }
}
