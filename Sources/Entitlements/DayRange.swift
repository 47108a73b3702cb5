package import Expressions

/// The days from one on, to another or without an end.
package struct DayRange: Hashable, Sendable {
    /// The first day.
    package let from: CalendarDate
    /// The last day, which belongs to it; nil while nobody has set an end.
    package let to: CalendarDate?

    package init(from: CalendarDate, to: CalendarDate? = nil) {
        (self.from, self.to) = (from, to)
    }

    /// Whether the day lies in it.
    package func contains(_ day: CalendarDate) -> Bool {
        guard let to else { return from <= day }
        return from <= day && day <= to
    }
}
