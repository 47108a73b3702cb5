import Expressions

/// Moments as people read them, at a place.
struct WallClock: Sendable {
    let utcOffset: Int

    /// A day and a time to the minute, `2026-11-27 09:05`.
    func text(_ moment: Timestamp) -> String {
        let text = moment.rfc3339(utcOffset: utcOffset)
        return String(text.prefix(16)).replacing("T", with: " ")
    }

    /// The same, of a moment that is written as in RFC 3339; the text itself where it is none.
    func text(rfc3339 text: String) -> String {
        Timestamp(rfc3339: text).map { self.text($0) } ?? text
    }
}
