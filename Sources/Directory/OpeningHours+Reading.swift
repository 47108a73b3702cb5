extension OpeningHours {
    /// Why a text is no opening hours; each holds what was written there.
    package enum Fault: Error, Hashable, Sendable {
        /// A part without days or without times.
        case incomplete(String)
        /// Something that is no day of the week.
        case day(String)
        /// Something that is no time from one clock to another.
        case time(String)
        /// A time that ends before it begins, or when it begins.
        case backwards(String)
        /// A time that begins before the one in front of it is over.
        case overlapping(String)
        /// A day that is there twice.
        case twice(Day)
    }

    /// Reads `Mon-Wed, Fri 09:00-11:30, 13:30-16:30; Sat 09:00-12:00`: parts with days and times, `;` between them.
    package init(_ text: String) throws(Fault) {
        var parts: [Part] = []
        for part in text.pieces(";") { parts.append(try Part(part)) }
        guard !parts.isEmpty else { throw .incomplete(text) }
        var seen: Set<Day> = []
        for day in parts.flatMap(\.days).flatMap(\.all) where !seen.insert(day).inserted { throw .twice(day) }
        self.parts = parts
    }
}

extension OpeningHours.Part {
    fileprivate init(_ text: String) throws(OpeningHours.Fault) {
        let clock = text.firstIndex { $0.isASCII && $0.isNumber } ?? text.endIndex
        let (names, clocks) = (String(text[..<clock]).pieces(","), String(text[clock...]).pieces(","))
        guard !names.isEmpty, !clocks.isEmpty else { throw .incomplete(text) }
        var days: [OpeningHours.Days] = []
        for name in names { days.append(try OpeningHours.Days(name)) }
        var times: [OpeningHours.Times] = []
        for clock in clocks {
            let time = try OpeningHours.Times(clock)
            if let before = times.last, time.from < before.until { throw .overlapping(clock) }
            times.append(time)
        }
        (self.days, self.times) = (days, times)
    }
}

extension OpeningHours.Days {
    fileprivate init(_ text: String) throws(OpeningHours.Fault) {
        let ends = text.ends.compactMap { name in
            OpeningHours.Day.allCases.first { $0.short.lowercased() == name.lowercased() }
        }
        guard (1...2).contains(ends.count), ends.count == text.ends.count else { throw .day(text) }
        (first, last) = (ends[0], ends[ends.count - 1])
    }
}

extension OpeningHours.Times {
    fileprivate init(_ text: String) throws(OpeningHours.Fault) {
        let ends = text.ends.compactMap(Self.minutes)
        guard ends.count == 2, text.ends.count == 2 else { throw .time(text) }
        guard ends[0] < ends[1] else { throw .backwards(text) }
        (from, until) = (ends[0], ends[1])
    }

    /// The minutes since midnight of `9:00` or `09:00`; nil of what no clock shows.
    private static func minutes(_ clock: String) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        return minutes <= Self.wholeDay.until ? minutes : nil
    }
}

extension String {
    /// The parts between a sign, without spaces around; empty ones are left out.
    fileprivate func pieces(_ separator: Character) -> [String] {
        split(separator: separator).map(Self.trimmed).filter { !$0.isEmpty }
    }

    /// What stands before and behind a hyphen, or the dash that spreadsheet programs make of it.
    fileprivate var ends: [String] {
        split(omittingEmptySubsequences: false) { "-\u{2013}".contains($0) }.map(Self.trimmed)
    }

    private static func trimmed(_ text: Substring) -> String {
        let tail = text.drop(while: \.isWhitespace)
        return String(tail.prefix(upTo: tail.lastIndex { !$0.isWhitespace }.map(tail.index(after:)) ?? tail.startIndex))
    }
}
