package import Expressions

/// An office, hotline or school that people can be sent to.
package struct Service: Hashable, Sendable {
    /// The row's own name, which stays when the rest changes.
    package let id: String
    /// What it is: the name of its file, for example `labour_arbitration`.
    package let kind: String
    /// The code of the place it serves; nil when it serves everyone.
    package let region: String?
    /// What it is called.
    package private(set) var names: Wordings
    /// Street and number.
    package let addresses: Wordings
    /// The hours of each day at which it is open; nil where they are not known, or said in words alone.
    package let opening: OpeningHours?
    /// When it is open, in words.
    package private(set) var hours: Wordings
    /// What else people should know.
    package let notes: Wordings
    /// The number to call, as it is dialled there.
    package let phone: String?
    /// Where it stands, where that is known.
    package let coordinates: Coordinates?
    /// Where the facts come from, for staff.
    package let source: String
    /// The day somebody last compared the row with its source.
    package let checked: CalendarDate
    /// Whether it was made up to try the service out; such a row must never be sent to a real phone.
    package let isSample: Bool
    /// The first day it can be used; nil for always.
    package let from: CalendarDate?
    /// The last day it can be used; nil for always.
    package let to: CalendarDate?
    /// What the pack says of it in columns of its own.
    package private(set) var own: OwnFields

    package init(
        id: String, kind: String, region: String?, names: Wordings, addresses: Wordings = [:],
        opening: OpeningHours? = nil, hours: Wordings = [:], notes: Wordings = [:], phone: String? = nil,
        coordinates: Coordinates? = nil, source: String,
        checked: CalendarDate, isSample: Bool = false, from: CalendarDate? = nil, to: CalendarDate? = nil,
        own: OwnFields = OwnFields()
    ) {
        self.id = id
        self.kind = kind
        self.region = region
        self.names = names
        self.addresses = addresses
        self.opening = opening
        self.hours = hours
        self.notes = notes
        self.phone = phone
        self.coordinates = coordinates
        self.source = source
        self.checked = checked
        self.isSample = isSample
        self.from = from
        self.to = to
        self.own = own
    }

    /// The same office by other names.
    package func with(names: Wordings) -> Service {
        var copy = self
        copy.names = names
        return copy
    }

    /// The same office, its opening hours in other words.
    package func with(hours: Wordings) -> Service {
        var copy = self
        copy.hours = hours
        return copy
    }

    /// The same office with other entries in the pack's own columns.
    package func with(own entries: [OwnFields.Entry?]) -> Service {
        var copy = self
        copy.own = OwnFields(names: own.names, entries: entries)
        return copy
    }

    /// What it is called in a language, else in the pack's.
    package func name(in tag: String) -> String { names.text(in: tag) ?? id }

    /// Street and number in a language, else in the pack's; nil when there is no street to go to.
    package func address(in tag: String) -> String? { addresses.text(in: tag) }

    /// When it is open, in a language, else in the pack's; nil when that is not known.
    package func hours(in tag: String) -> String? { hours.text(in: tag) }

    /// What else people should know, in a language, else in the pack's.
    package func note(in tag: String) -> String? { notes.text(in: tag) }

    /// Whether it can be used on a day.
    package func isOpen(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }

    /// Whether so few months have gone by since somebody compared it with its source that people may rely on it.
    package func isFresh(on day: CalendarDate, months: Int) -> Bool {
        checked.adding(months: months).map { day <= $0 } ?? true
    }
}
