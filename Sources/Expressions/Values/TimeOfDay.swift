/// A time on the clock, to the second.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// The start of a day.
    package static let midnight = TimeOfDay(secondsSinceMidnight: 0)

    /// 0 to 86 399.
    package let secondsSinceMidnight: Int

    /// The time, or nil when no clock shows it.
    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.init(secondsSinceMidnight: hour * 3_600 + minute * 60 + second)
    }

    init(secondsSinceMidnight: Int) {
        self.secondsSinceMidnight = secondsSinceMidnight
    }

    /// 0 to 23.
    package var hour: Int { secondsSinceMidnight / 3_600 }
    /// 0 to 59.
    package var minute: Int { secondsSinceMidnight / 60 % 60 }
    /// 0 to 59.
    package var second: Int { secondsSinceMidnight % 60 }

    /// `16:30`, with seconds only where there are some: `16:30:45`.
    package var text: String { second == 0 ? String(iso.prefix(5)) : iso }

    /// What a clock shows at this time that is ahead by some seconds, or behind where they are negative.
    package func moved(by seconds: Int) -> TimeOfDay {
        let sum = (secondsSinceMidnight + seconds) % 86_400
        return TimeOfDay(secondsSinceMidnight: sum < 0 ? sum + 86_400 : sum)
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.secondsSinceMidnight < right.secondsSinceMidnight
    }
}
