import Directory
import Expressions
import FoundationEssentials
import Telephony

/// How an answer to a typed question was read.
enum AnswerReading: Hashable {
    case value(Value)
    /// Places that could be meant, by their codes.
    case several([String])
    /// "I do not know", where the question allows it.
    case unknown
    case miss
}

/// Reads answers of one kind of question.
struct AnswerReader {
    let rule: AnswerRule
    /// The pack's key for "I do not know".
    let unknownKey: String
    /// Computes the rule's bounds.
    let bound: (Expressions.Expression) -> Value
    /// The country whose numbers people write without its calling code.
    let country: Country?
    /// Reads the name of a place.
    let place: (String) -> PlaceReading

    /// Reads what was typed. The key for "I do not know" counts unless it is itself an answer within the bounds.
    func read(_ typed: String) -> AnswerReading {
        let folded = Folding.fold(typed)
        if rule.allowsUnknown, UnknownWords.all.contains(folded) || folded == rule.unknownKey { return .unknown }
        if rule.type == .place { return readPlace(typed, folded) }
        if let value = value(typed, folded), isWithinBounds(value) { return .value(value) }
        return rule.allowsUnknown && folded == unknownKey && rule.unknownKey == nil ? .unknown : .miss
    }

    private func readPlace(_ typed: String, _ folded: String) -> AnswerReading {
        switch place(typed) {
        case .one(let region): .value(.text(region.code))
        case .several(let regions): .several(regions.map(\.code))
        case .none: rule.allowsUnknown && folded == unknownKey ? .unknown : .miss
        }
    }

    private func value(_ typed: String, _ folded: String) -> Value? {
        if let choice = rule.choices[folded] { return .text(choice) }
        return switch rule.type {
        case .text: rule.length.contains(typed.count) ? .text(typed) : nil
        case .number, .money: NumberReading.decimal(number(typed, folded)).map(Value.number)
        case .whole: NumberReading.whole(number(typed, folded)).map { .number(Decimal($0)) }
        case .date: DateReading.date(folded).map(Value.date)
        case .month: DateReading.month(folded).map(Value.month)
        case .duration: (DurationReading.span(folded) ?? bareSpan(folded)).map(Value.duration)
        case .yesNo: YesNoWords.reading(folded).map(Value.boolean)
        case .phone: (try? PhoneNumber.parse(typed, in: country)).map { .text($0.e164) }
        case .choice: nil
        case .pin: digits(folded, 4...8).map(Value.text)
        case .idNumber: IdentityNumber.normalised(folded).map(Value.text)
        case .place: nil
        }
    }

    /// A number that the question itself gives a unit: "8" years, "2.5" years.
    private func bareSpan(_ folded: String) -> Span? {
        guard let unit = rule.unitMonths, let number = NumberReading.decimal(folded), number <= 1_200 else {
            return nil
        }
        return NumberReading.whole("\(number * Decimal(unit))").map { Span(months: $0) }
    }

    /// Folding takes marks off both ends; before a number a point belongs to it, and a minus must not get lost.
    private func number(_ typed: String, _ folded: String) -> String {
        switch typed.first {
        case "-", "－", "−": "-" + folded
        case ".": "0." + folded
        default: folded
        }
    }

    private func isWithinBounds(_ value: Value) -> Bool {
        if let from = rule.from, isLess(value, bound(from)) { return false }
        if let to = rule.to, isLess(bound(to), value) { return false }
        return true
    }

    /// Order between two values of one kind; a month is compared with a day by its month.
    private func isLess(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        case (.month(let a), .month(let b)): a < b
        case (.month(let a), .date(let b)): a < b.calendarMonth
        case (.date(let a), .month(let b)): a.calendarMonth < b
        case (.duration(let a), .duration(let b)): a.compared(to: b).map { $0 < 0 } ?? false
        default: false
        }
    }

    private func digits(_ folded: String, _ length: ClosedRange<Int>) -> String? {
        let plain = folded.filter { $0 != " " }
        return length.contains(plain.count) && plain.allSatisfy { $0.isASCII && $0.isNumber } ? plain : nil
    }
}
