import FoundationEssentials

/// What a function is called with, read as the types it needs.
struct Arguments {
    let values: [Value]
    let surroundings: Surroundings

    var count: Int { values.count }

    subscript(index: Int) -> Value { values[index] }

    func text(_ index: Int) -> String { values[index].text(utcOffset: surroundings.utcOffset) }

    func text(_ index: Int, or absent: String) -> String { index < values.count ? text(index) : absent }

    func number(_ index: Int) throws(EvaluationFault) -> Decimal { try values[index].asNumber() }

    /// A whole number; a fraction is cut, as in the field.
    func whole(_ index: Int) throws(EvaluationFault) -> Int {
        guard let whole = try number(index).wholePart, Int32(exactly: whole) != nil else {
            throw EvaluationFault("\(text(index)) is too large a whole number")
        }
        return whole
    }

    func whole(_ index: Int, or absent: Int) throws(EvaluationFault) -> Int {
        index < values.count ? try whole(index) : absent
    }

    func date(_ index: Int) throws(EvaluationFault) -> CalendarDate {
        try values[index].asDate(utcOffset: surroundings.utcOffset)
    }

    func month(_ index: Int) throws(EvaluationFault) -> CalendarMonth {
        try values[index].asMonth(utcOffset: surroundings.utcOffset)
    }

    func moment(_ index: Int) throws(EvaluationFault) -> Timestamp {
        try values[index].asMoment(utcOffset: surroundings.utcOffset)
    }

    func time(_ index: Int) throws(EvaluationFault) -> TimeOfDay {
        try values[index].asTime(utcOffset: surroundings.utcOffset)
    }

    func object(_ index: Int) throws(EvaluationFault) -> Object {
        guard case .object(let object) = values[index] else {
            throw EvaluationFault("\(values[index].described) is no object")
        }
        return object
    }

    func list(_ index: Int) throws(EvaluationFault) -> [Value] {
        guard case .list(let items) = values[index] else {
            throw EvaluationFault("\(values[index].described) is no list")
        }
        return items
    }

    /// The numbers of a call such as `max(1, 2)`, or of its only argument when that is a list.
    func numbers() throws(EvaluationFault) -> [Decimal] {
        var values = values
        if values.count == 1, case .list(let items) = values[0] { values = items }
        var numbers: [Decimal] = []
        for value in values { numbers.append(try value.asNumber()) }
        return numbers
    }
}
