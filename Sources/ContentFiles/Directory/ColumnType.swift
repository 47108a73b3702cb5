import Directory
import Expressions

/// What the values of a column can be read as; a column has the first type that all its filled values have, else it holds
/// texts.
enum ColumnType: CaseIterable {
    case yesNo, whole, day, month

    /// More digits are something to dial or to look up, not an amount.
    private static let mostDigits = 9

    /// The value of a text; nil when it is not of this type.
    func value(of text: String) -> Value? {
        switch self {
        case .yesNo: text == "yes" ? .boolean(true) : text == "no" ? .boolean(false) : nil
        case .whole: Self.whole(text).map(Value.number)
        case .day: CalendarDate(iso: text).map(Value.date)
        case .month: CalendarMonth(iso: text).map(Value.month)
        }
    }

    /// What its values are, for messages.
    var described: String {
        switch self {
        case .yesNo: "yes or no"
        case .whole: "whole numbers"
        case .day: "days such as 2027-04-20"
        case .month: "months such as 2027-04"
        }
    }

    /// A whole number without zeros in front, which only codes have.
    private static func whole(_ text: String) -> Int? {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard (1...mostDigits).contains(digits.count), digits.allSatisfy(\.isDigit),
            text == "0" || digits.first != UInt8(ascii: "0")
        else { return nil }
        return Int(text)
    }
}

/// The types that columns can still have, narrowed row by row: a directory is too long to be read twice.
struct ColumnTypes {
    private var possible: [[ColumnType]]

    /// Nothing is known yet of so many columns.
    init(_ count: Int) {
        possible = Array(repeating: ColumnType.allCases, count: count)
    }

    /// Takes one row's texts into account.
    mutating func narrow(by entries: [OwnFields.Entry?]) {
        for (column, entry) in entries.enumerated() {
            switch entry {
            case .value(.text(let text)): possible[column].removeAll { $0.value(of: text) == nil }
            case .value, .worded, nil: break
            }
        }
    }

    /// The type of a column; nil of texts, and of a column without a value: no value is of every type.
    func type(of column: Int) -> ColumnType? {
        possible[column].count == ColumnType.allCases.count ? nil : possible[column].first
    }

    /// A row's texts as values of their columns' types.
    func typed(_ entries: [OwnFields.Entry?]) -> [OwnFields.Entry?] {
        zip(possible, entries).map { types, entry in
            guard case .value(.text(let text)) = entry, let value = types.first?.value(of: text) else { return entry }
            return .value(value)
        }
    }
}
