/// A pattern of the field's format letters: `DD-MM-YYYY tt:mm`. Runs of letters are replaced, signs stay.
struct DatePattern {
    /// What a pattern tells of.
    enum Kind {
        case date
        case time
        case both
    }

    /// A run of one letter, or of signs that stay.
    enum Piece {
        case letters(String)
        case signs(String)
    }

    let pieces: [Piece]

    init(_ pattern: String) {
        var pieces: [Piece] = []
        var rest = pattern[...]
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }
            rest = rest.dropFirst(run.count)
            let isLetter = letter.isASCII && letter.isLetter && letter != "T"
            pieces.append(isLetter ? .letters(String(run)) : .signs(String(run)))
        }
        self.pieces = pieces
    }

    /// The moment written by the pattern on the clock of the surroundings.
    func text(of moment: Timestamp, _ kind: Kind, _ surroundings: Surroundings) throws(EvaluationFault) -> String {
        let clock = Clock(moment, surroundings)
        var result = ""
        for piece in pieces {
            switch piece {
            case .signs(let signs): result += signs
            case .letters(let letters): result += try clock.text(letters, kind)
            }
        }
        return result
    }
}

extension EvaluationFault {
    static func noFormat(_ letters: String) -> EvaluationFault {
        EvaluationFault("\(letters) is no date format; use YYYY, MM, DD, tt, mm")
    }
}

/// A moment taken apart on a clock.
private struct Clock {
    let date: CalendarDate
    let time: TimeOfDay
    let milliseconds: Int
    let utcOffset: Int
    let names: Names

    init(_ moment: Timestamp, _ surroundings: Surroundings) {
        utcOffset = surroundings.utcOffset
        date = moment.date(utcOffset: utcOffset)
        time = moment.timeOfDay(utcOffset: utcOffset)
        milliseconds = Int(moment.milliseconds.flooredRemainder(by: 1_000))
        names = Names(surroundings.language)
    }

    func text(_ letters: String, _ kind: DatePattern.Kind) throws(EvaluationFault) -> String {
        if let text = datePart(letters) {
            guard kind != .time else { throw EvaluationFault("\(letters) tells no time; use tt, mm, ss") }
            return text
        }
        guard let text = timePart(letters) else { throw .noFormat(letters) }
        guard kind != .date else { throw EvaluationFault("\(letters) tells no date; use YYYY, MM, DD") }
        return text
    }

    private func datePart(_ letters: String) -> String? {
        switch letters {
        case "YYYY": padded(date.year, 4)
        case "YY": padded(date.year % 100, 2)
        case "MMMM": names.month(date.month) ?? padded(date.month, 2)
        case "MMM": names.shortMonth(date.month) ?? padded(date.month, 2)
        case "MM": padded(date.month, 2)
        case "M": String(date.month)
        case "DD": padded(date.day, 2)
        case "D": String(date.day)
        case "EEEE": names.weekday(date.weekday) ?? String(date.weekday)
        case "EEE": names.shortWeekday(date.weekday) ?? String(date.weekday)
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
        case "fff": padded(milliseconds, 3)
        case "ffffff": padded(milliseconds, 3) + "000"
        case "fffffffff": padded(milliseconds, 3) + "000000"
        case "aa": names.half(isMorning: time.hour < 12).lowercased()
        case "AA": names.half(isMorning: time.hour < 12)
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
