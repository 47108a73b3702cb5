import Expressions

/// Whose results are asked for, and why.
package struct ResultsQuery: Codable, Hashable, Sendable {
    /// The most characters of a reason.
    package static let longestReason = 500

    /// The flow's name.
    package let flow: String
    /// The first and the last day that conversations began on, on the clock of the pack's place, as `2026-11-30`.
    package let from: String
    package let until: String
    /// Why, for the audit log; it should name nobody.
    package let reason: String
    /// Whether people have the same pseudonyms as in every other such export; else nobody can join two exports.
    package let isStable: Bool

    package init(flow: String, from: String, until: String, reason: String, isStable: Bool) {
        self.flow = flow
        self.from = from
        self.until = until
        self.reason = reason
        self.isStable = isStable
    }

    /// The days; nil where they are none, or their order is not.
    var days: ClosedRange<CalendarDate>? {
        guard let first = CalendarDate(iso: from), let last = CalendarDate(iso: until), first <= last else {
            return nil
        }
        return first...last
    }
}

/// Why there are no results.
package enum ResultsRefusal: String, Error, Codable, Hashable, Sendable, CaseIterable {
    /// There is no reason, or it is too long.
    case unreasoned
    /// The days cannot be read, or the last one is before the first.
    case days
    /// No question of the flow has answers that may be given out.
    case nothingAsked = "nothing-asked"
    /// Fewer people answered than pages of evidence tell of.
    case tooFew = "too-few"
}
