/// What an expression takes from the conversation beside its names.
package struct Surroundings: Hashable, Sendable {
    /// The moment of the turn: `now`.
    package let now: Timestamp
    /// Seconds the person's clock is ahead of UTC: it decides which day `today` is.
    package let utcOffset: Int
    /// A BCP 47 tag: `en`, `zh-Hans`. It chooses month names and plurals.
    package let language: String

    /// `utcOffset` in seconds, `language` as a BCP 47 tag.
    package init(now: Timestamp, utcOffset: Int, language: String) {
        (self.now, self.utcOffset, self.language) = (now, utcOffset, language)
    }

    /// The day it is for the person.
    package var today: CalendarDate { now.date(utcOffset: utcOffset) }
}
