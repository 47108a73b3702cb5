/// A pattern of the field's format letters: `DD-MM-YYYY tt:mm`. Runs of letters are replaced, signs stay.
struct DatePattern {
    private let pattern: String

    init(_ pattern: String) {
        self.pattern = pattern
    }

    /// The moment written by the pattern on the clock of the surroundings.
    func text(of moment: Timestamp, _ surroundings: Surroundings) throws(EvaluationFault) -> String {
        let clock = Clock(moment, surroundings)
        var result = ""
        var rest = pattern[...]
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }
            rest = rest.dropFirst(run.count)
            if letter.isLetter, letter != "T" {
                guard let part = clock.text(String(run)) else {
                    throw EvaluationFault("\(run) is no date format; use YYYY, MM, DD, tt, mm")
                }
                result += part
            } else {
                result += run
            }
        }
        return result
    }
}

/// A moment taken apart on a clock.
private struct Clock {
    let date: CalendarDate
    let time: TimeOfDay
    let utcOffset: Int
    let names: Names

    init(_ moment: Timestamp, _ surroundings: Surroundings) {
        utcOffset = surroundings.utcOffset
        date = moment.date(utcOffset: utcOffset)
        time = moment.timeOfDay(utcOffset: utcOffset)
        names = Names(surroundings.language)
    }

    func text(_ letters: String) -> String? { datePart(letters) ?? timePart(letters) }

    private func datePart(_ letters: String) -> String? {
        switch letters {
        case "YYYY": padded(date.year, 4)
        case "YY": padded(date.year % 100, 2)
        case "MMMM": names.month(date.month) ?? padded(date.month, 2)
        case "MMM": names.month(date.month).map { String($0.prefix(3)) } ?? padded(date.month, 2)
        case "MM": padded(date.month, 2)
        case "M": String(date.month)
        case "DD": padded(date.day, 2)
        case "D": String(date.day)
        case "EEEE": names.weekday(date.weekday) ?? String(date.weekday)
        case "EEE": names.weekday(date.weekday).map { String($0.prefix(3)) } ?? String(date.weekday)
        default: nil
        }
    }

    private func timePart(_ letters: String) -> String? {
        let hour = (time.hour + 11) % 12 + 1
        return switch letters {
        case "tt": padded(time.hour, 2)
        case "t": String(time.hour)
        case "hh": padded(hour, 2)
        case "h": String(hour)
        case "mm": padded(time.minute, 2)
        case "m": String(time.minute)
        case "ss": padded(time.second, 2)
        case "s": String(time.second)
        case "aa": time.hour < 12 ? "am" : "pm"
        case "AA": time.hour < 12 ? "AM" : "PM"
        case "Z": utcOffset == 0 ? "Z" : offset
        case "ZZZ": offset
        default: nil
        }
    }

    private var offset: String {
        let minutes = abs(utcOffset) / 60
        return "\(utcOffset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
