package import Expressions

/// A conversation written down as a test: what is typed, and what must be shown.
package struct Talk: Hashable, Sendable {
    /// What the talk shows, in a sentence for reports.
    package let title: String
    /// The line its title stands in.
    package let line: Int
    /// What is done and expected, in order.
    package let lines: [Line]

    package init(title: String, line: Int, lines: [Line]) {
        self.title = title
        self.line = line
        self.lines = lines
    }

    /// One line of a talk with its place in the file.
    package struct Line: Hashable, Sendable {
        /// The line in the file, from 1.
        package let number: Int
        /// What it does or expects.
        package let action: Action

        package init(number: Int, action: Action) {
            self.number = number
            self.action = action
        }
    }

    /// What a line does or expects.
    package enum Action: Hashable, Sendable {
        /// `on ussd from +86... in en at 2026-05-02 09:00`; what is left out stays as it was.
        case on(ChannelKind, from: String?, language: String?, at: LocalTime?)
        /// `from +86...`: another phone.
        case from(String)
        /// `have person.consent = true`.
        case have(field: String, value: Expression)
        /// `dial *384*77*1#`.
        case dial(String)
        /// `> text`.
        case type(String)
        /// `< screen`.
        case see(Screen)
        /// `...`: whatever is shown.
        case seeAnything
        /// `wait 3m`, in seconds.
        case wait(Int)
        /// `drop`: the USSD dialogue breaks.
        case drop
        /// `duplicate`: the provider repeats the last request.
        case duplicate
        /// `expect case wages`.
        case expectCase(String)
        /// `expect sms ...`.
        case expectMessage(Screen)
        /// `expect outcome finished`.
        case expectOutcome(String)
    }

    /// A screen as it must be: exact, or exact up to a final ` ...`.
    package struct Screen: Hashable, Sendable, CustomStringConvertible {
        /// The text with real line ends, without the final ` ...`.
        package let text: String
        /// Whether any rest may follow, because the notation ended with ` ...`.
        package let isBeginning: Bool

        /// Reads the notation: ` / ` is a new line, a final ` ...` any rest.
        package init(notation: String) {
            let lines = notation.split(separator: " / ", omittingEmptySubsequences: false).joined(separator: "\n")
            isBeginning = lines.hasSuffix("...") && !lines.hasSuffix("....")
            text = isBeginning ? String(lines.dropLast(3)).trimmingTail : lines
        }

        /// Whether a shown text is this screen.
        package func matches(_ shown: String) -> Bool {
            isBeginning ? shown.hasPrefix(text) : shown == text
        }

        /// The screen in the notation of talks, for messages about it.
        package var description: String { Self.notation(of: text) + (isBeginning ? " ..." : "") }

        /// A text in the notation of talks.
        package static func notation(of text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " / ")
        }
    }

    /// A day and a time at the pack's place.
    package struct LocalTime: Hashable, Sendable {
        /// The calendar day.
        package let date: CalendarDate
        /// Minutes since midnight, from 0 to 1,439.
        package let minutes: Int

        package init(date: CalendarDate, minutes: Int) {
            self.date = date
            self.minutes = minutes
        }

        /// The moment, given the place's distance from UTC in seconds.
        package func timestamp(utcOffset: Int) -> Timestamp {
            Timestamp(milliseconds: Int64(date.daysSinceEpoch * 86_400 + minutes * 60 - utcOffset) * 1_000)
        }
    }
}

extension String {
    /// The text without spaces and line ends behind it.
    fileprivate var trimmingTail: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last])
    }
}
