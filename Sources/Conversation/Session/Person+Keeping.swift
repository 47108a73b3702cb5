package import Expressions

/// How long what is known of a person stays.
extension Person {
    /// Gives a field a value; nothing takes it away.
    package mutating func keep(_ value: Value, in field: String, on day: CalendarDate) {
        let isNothing = value == .unknown || value == .null
        fields[field] = isNothing ? nil : value
        given[field] = isNothing ? nil : day
        agreed[field] = nil
    }

    /// The record on a day: without the values whose time is over, and without the yes to words that are no longer those of
    /// the pack. What got its value before days were kept counts from this day on.
    ///
    /// - Parameter declared: The fields of the pack, which say how long each is kept.
    package func aged(to day: CalendarDate, by declared: [String: PersonField]) -> Person {
        var aged = self
        for field in fields.keys {
            let since = given[field] ?? day
            aged.given[field] = since
            if fields[field]?.isTrue == true, let wording = declared[field]?.wording, wording > agreed[field] ?? 1 {
                aged.keep(.null, in: field, on: day)
                continue
            }
            guard let months = declared[field]?.keep, let end = since.adding(months: months), end <= day else {
                continue
            }
            aged.keep(.null, in: field, on: day)
        }
        return aged
    }
}
