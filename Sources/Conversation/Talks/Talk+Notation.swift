package import Expressions

// Talks as they are written: what is read again gives the same.

extension Talk.Action: CustomStringConvertible {
    /// The line as it stands in a file; one that is late stands on two lines.
    package var description: String {
        switch self {
        case .on(let kind, let from, let language, let at):
            "on \(kind.rawValue)" + (from.map { " from \($0)" } ?? "") + (language.map { " in \($0)" } ?? "")
                + (at.map { " at \($0)" } ?? "")
        case .from(let number): "from \(number)"
        case .have(let field, let value): "have person.\(field) = \(value.source)"
        case .dial(let code): "dial \(code)"
        case .begin: "begin"
        case .type(let text, let late):
            (late.map { "late \(TalkDuration(seconds: $0))\n" } ?? "")
                + (text.isEmpty ? ">" : "> " + TalkText.notation(ofTyped: text))
        case .wait(let seconds): "wait \(TalkDuration(seconds: seconds))"
        case .drop(let isNoticed): isNoticed ? "drop" : "drop unnoticed"
        case .gone: "gone"
        case .changed(let rule): "changed \(rule)"
        case .decide(let isApproved): isApproved ? "approve" : "refuse"
        case .close: "close"
        case .duplicate: "duplicate"
        case .respond(.value(let value)): "respond \(value.json(utcOffset: 0))"
        case .respond(.failed): "respond fails"
        case .see(let screen): screen.text.isEmpty && !screen.isBeginning ? "<" : "< \(screen)"
        case .seeAnything: "..."
        case .expect(let expectation): "expect \(expectation)"
        }
    }
}

extension Talk.Expectation: CustomStringConvertible {
    /// What stands behind `expect`.
    package var description: String {
        switch self {
        case .opened(let topic): "case \(topic)"
        case .sent(let text): "sms \(text)"
        case .ended(let outcome): "outcome \(outcome.rawValue)"
        case .judged(let rule, let outcome): "outcome \(rule) \(outcome)"
        case .asked(let system, let path): "request \(system) \(path)"
        case .planned(let flow): "reminder \(flow)"
        case .nothing(let effect): "no \(effect.rawValue)"
        case .language(let tag): "language \(tag)"
        case .holds(let condition): condition.source
        case .step(let address): "step \(address)"
        }
    }
}

extension Talk.LocalTime: CustomStringConvertible {
    /// `2026-05-02 09:00`.
    package var description: String {
        let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date.iso) \(clock.joined(separator: ":"))"
    }

    /// The minute of a moment on a clock so many seconds ahead of UTC.
    package init(_ moment: Timestamp, utcOffset: Int) {
        let time = moment.timeOfDay(utcOffset: utcOffset)
        self.init(date: moment.date(utcOffset: utcOffset), minutes: time.secondsSinceMidnight / 60)
    }
}

/// A length of time as talks and the phone in the terminal write it: `90s`, `3m`, `2h`, `1d`.
package struct TalkDuration: Hashable, Sendable, CustomStringConvertible {
    /// The length in seconds, never negative.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Reads a number with its unit; nil for what is none, and for more than a hundred years of days.
    package init?(_ text: some StringProtocol) {
        guard let unit = text.last, let factor = Self.units.first(where: { $0.sign == unit })?.seconds,
            let number = Int(text.dropLast()), (0...36_500).contains(number)
        else { return nil }
        seconds = number * factor
    }

    /// The length in the greatest unit that needs no fraction.
    package var description: String {
        let unit = Self.units.first { seconds % $0.seconds == 0 && (1...36_500).contains(seconds / $0.seconds) }
        return unit.map { "\(seconds / $0.seconds)\($0.sign)" } ?? "\(seconds)s"
    }

    private static let units: [(sign: Character, seconds: Int)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]
}
