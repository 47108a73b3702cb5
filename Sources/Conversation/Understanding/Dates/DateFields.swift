import Expressions

/// The year, month and day of a date while its parts are sorted out.
struct DateFields {
    /// Whether a day is looked for.
    let hasDay: Bool
    /// The years it could be; none until one was named.
    var years: [Int] = []
    private var month: Int?
    private var day: Int?
    /// Numbers without a mark, in their order, with how many digits each was typed in.
    private var loose: [(value: Int, digits: Int)] = []
    /// How many loose numbers stood before the month's name.
    private var isYearFirst = false

    init(hasDay: Bool) {
        self.hasDay = hasDay
    }

    /// Keeps one part; false when it says again what another has said.
    mutating func take(_ part: DatePart, today: CalendarDate, plausible: ClosedRange<Int>) -> Bool {
        switch part {
        case .number(let value, let digits): loose.append((value, digits))
        case .year(let year): return plausible.contains(year) && name(years: [year])
        case .shortYear(let year):
            let near = (today.year - 99)...(today.year + 1)
            return name(years: [1900 + year, 2000 + year].filter(near.contains))
        case .yearsFromNow(let offset): return name(years: [today.year + offset])
        case .month(let number): return name(month: number)
        case .monthsFromNow(let offset):
            guard let then = today.calendarMonth.adding(months: offset) else { return false }
            return name(years: [then.year]) && name(month: then.month)
        case .day(let number):
            guard hasDay, day == nil else { return false }
            day = number
        case .weekday, .daysFromNow: return false
        case .nothing: break
        }
        return true
    }

    private mutating func name(years named: [Int]) -> Bool {
        guard years.isEmpty, !named.isEmpty else { return false }
        years = named
        isYearFirst = loose.isEmpty
        return true
    }

    private mutating func name(month named: Int) -> Bool {
        guard month == nil, (1...12).contains(named) else { return false }
        month = named
        return true
    }

    /// Gives each loose number its place; false when one has none, or could have two.
    mutating func placeLoose(plausible: ClosedRange<Int>) -> Bool {
        guard loose.count <= 3 else { return false }
        if years.isEmpty, let place = loose.firstIndex(where: { $0.digits == 4 && plausible.contains($0.value) }) {
            guard place == 0 || place == loose.count - 1 else { return false }
            years = [loose.remove(at: place).value]
            isYearFirst = place == 0 && (month == nil || !loose.isEmpty)
        }
        guard loose.allSatisfy({ $0.digits <= 2 }) else { return false }
        switch loose.count {
        case 0: return month != nil && (day != nil) == hasDay
        case 1: return placeOne(loose[0].value)
        case 2: return hasDay && month == nil && day == nil && placeTwo(loose[0].value, loose[1].value)
        default: return false
        }
    }

    private mutating func placeOne(_ value: Int) -> Bool {
        if month == nil {
            guard (day != nil) == hasDay, !hasDay || day != nil, !years.isEmpty || hasDay else { return false }
            return name(month: value)
        }
        guard hasDay, day == nil else { return false }
        day = value
        return true
    }

    /// Year first means month before day; otherwise only one of the two can be the month, or both are the same.
    private mutating func placeTwo(_ first: Int, _ second: Int) -> Bool {
        if isYearFirst || first <= 12 && (second > 12 || first == second) {
            (month, day) = (first, second)
        } else if first > 12, second <= 12 {
            (month, day) = (second, first)
        }
        return month.map((1...12).contains) ?? false
    }

    /// The months these fields can be.
    var months: [CalendarMonth] {
        guard let month else { return [] }
        return years.compactMap { CalendarMonth(year: $0, month: month) }
    }

    /// The days these fields can be.
    var days: [CalendarDate] {
        guard let month, let day else { return [] }
        return years.compactMap { CalendarDate(year: $0, month: month, day: day) }
    }
}
