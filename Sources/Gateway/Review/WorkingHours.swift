import Conversation
package import Expressions

/// When staff work on cases: time counts only then.
package struct WorkingHours: Hashable, Sendable {
    /// The days of a week on which they work.
    package enum Days: String, CaseIterable, Sendable {
        case weekdays = "mon-fri"
        case sixDays = "mon-sat"
        case everyDay = "every-day"

        /// Whether they work on a day.
        func contains(_ day: CalendarDate) -> Bool {
            switch self {
            case .weekdays: (1...5).contains(day.weekday)
            case .sixDays: day.weekday != 0
            case .everyDay: true
            }
        }
    }

    private let days: Days
    /// Seconds from midnight until they begin, and until they stop.
    private let (from, until): (Int64, Int64)
    private let utcOffset: Int

    /// - Parameters:
    ///   - hours: The first hour, and the one at which they stop.
    ///   - utcOffset: How far their clocks are ahead of UTC, in seconds.
    package init(_ days: Days, hours: Range<Int>, utcOffset: Int) {
        self.days = days
        (from, until) = (Int64(hours.lowerBound) * 3_600, Int64(hours.upperBound) * 3_600)
        self.utcOffset = utcOffset
    }

    /// When so many seconds of work have passed since a moment.
    package func moment(_ seconds: Int64, after start: Timestamp) -> Timestamp {
        var (left, day) = (seconds, start.date(utcOffset: utcOffset))
        while true {
            if let work = work(on: day), work.end > start {
                let begin = max(work.begin, start)
                guard work.end - begin < left else { return begin + left }
                left -= work.end - begin
            }
            guard let next = day.adding(days: 1) else { return start }
            day = next
        }
    }

    /// The moment after which so many seconds of work pass until another one.
    package func moment(_ seconds: Int64, before end: Timestamp) -> Timestamp {
        var (left, day) = (seconds, end.date(utcOffset: utcOffset))
        while true {
            if let work = work(on: day), work.begin < end {
                let stop = min(work.end, end)
                guard stop - work.begin < left else { return stop - left }
                left -= stop - work.begin
            }
            guard let before = day.adding(days: -1) else { return end }
            day = before
        }
    }

    private func work(on day: CalendarDate) -> (begin: Timestamp, end: Timestamp)? {
        guard days.contains(day) else { return nil }
        let midnight = Timestamp(date: day, utcOffset: utcOffset)
        return (midnight + from, midnight + until)
    }
}

extension GatewayParts {
    /// When staff work on cases, by the clocks of the pack's place.
    var workingHours: WorkingHours {
        WorkingHours(
            WorkingHours.Days(rawValue: settings.caseDays) ?? .everyDay,
            hours: settings.caseFrom..<max(settings.caseUntil, settings.caseFrom + 1),
            utcOffset: library.machine.packs.current.settings.utcOffset)
    }
}
