/// When an office is open, week for week, by the clock of its place: `Mon-Fri 09:00-17:00; Sat 09:00-12:00`.
package struct OpeningHours: Hashable, Sendable {
    /// A day of the week.
    package enum Day: Int, Hashable, Sendable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday

        /// How tables call it: `Mon`.
        package var short: String {
            switch self {
            case .monday: "Mon"
            case .tuesday: "Tue"
            case .wednesday: "Wed"
            case .thursday: "Thu"
            case .friday: "Fri"
            case .saturday: "Sat"
            case .sunday: "Sun"
            }
        }
    }

    /// Days in a row, which may go past the end of the week; a day alone is the first and the last.
    package struct Days: Hashable, Sendable {
        package let first: Day
        package let last: Day

        /// Each of them.
        package var all: [Day] {
            let count = (last.rawValue - first.rawValue + 7) % 7 + 1
            return (0..<count).compactMap { Day(rawValue: (first.rawValue + $0) % 7) }
        }
    }

    /// A time of the day, in minutes since midnight; 1440 is the midnight at its end.
    package struct Times: Hashable, Sendable {
        package let from: Int
        package let until: Int

        /// From midnight to midnight.
        static let wholeDay = Times(from: 0, until: 1_440)
    }

    /// Days that have the same times.
    package struct Part: Hashable, Sendable {
        package let days: [Days]
        /// In their order, none beginning before the one before it is over.
        package let times: [Times]

        /// Whether it is about all seven days.
        var isEveryDay: Bool { days.reduce(0) { $0 + $1.all.count } == Day.allCases.count }
    }

    /// The parts of the week, as they were written; no day is in two.
    package let parts: [Part]
}

extension OpeningHours: CustomStringConvertible {
    /// As a table has it; reading that again gives the same hours.
    package var description: String {
        parts.map { part in
            let days = part.days.map { $0.text { $0.short } }
            return days.joined(separator: ", ") + " " + part.times.map { $0.text(padded: true) }.joined(separator: ", ")
        }.joined(separator: "; ")
    }
}

extension OpeningHours.Days {
    /// The first day and the last, by the names that days have there.
    func text(_ name: (OpeningHours.Day) -> String) -> String {
        first == last ? name(first) : "\(name(first))-\(name(last))"
    }
}

extension OpeningHours.Times {
    /// From one clock to another: 9:05-17:00, or 09:05-17:00 where it is padded.
    func text(padded: Bool) -> String {
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        func clock(_ minutes: Int) -> String {
            (padded ? twoDigits(minutes / 60) : "\(minutes / 60)") + ":" + twoDigits(minutes % 60)
        }
        return clock(from) + "-" + clock(until)
    }
}
