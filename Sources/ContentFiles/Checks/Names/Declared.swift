import Conversation
import Expressions

/// What is known of a name before anybody has answered.
struct Declared {
    /// Its type; nil where it is not known, or differs from place to place.
    private(set) var type: ValueType?
    /// Values that stand for all it can have, the longest among them.
    private var examples: [Value]
    /// The same in each language of the pack, where they differ.
    private var localized: [[Value]] = []

    /// The most values that are kept of one name.
    private static let most = 24

    init(_ type: ValueType?, _ examples: [Value]) {
        self.type = type
        self.examples = examples
    }

    /// Texts that differ by language: those of each, in the pack's order.
    init(texts: [[String]]) { self.init(.text, localized: texts.map { $0.map(Value.text) }) }

    /// Values that differ by language: those of each, in the pack's order.
    init(_ type: ValueType, localized: [[Value]]) {
        self.init(type, [])
        self.localized = localized
    }

    /// The type of one with the values of the other.
    func with(valuesOf other: Declared) -> Declared {
        var result = other
        result.type = type
        return result
    }

    /// The values in a language, by its place in the pack's list.
    func examples(in language: Int) -> [Value] {
        localized.indices.contains(language) ? localized[language] + examples : examples
    }

    /// What another system or another flow brings, of which nothing is said.
    static let anything = Declared(nil, [.text(Extremes.endlessText)])

    /// Adds what another step can give the same name.
    mutating func join(_ other: Declared) {
        if type != other.type { type = nil }
        if localized.count == other.localized.count {
            localized = zip(localized, other.localized).map { Self.longest($0 + $1) }
        } else if localized.isEmpty {
            localized = other.localized
        }
        for value in other.examples where examples.count < Self.most && !examples.contains(value) {
            examples.append(value)
        }
    }
}

extension Declared {
    private static func longest(_ values: [Value]) -> [Value] {
        values.max { $0.text.count < $1.text.count }.map { [$0] } ?? []
    }

    /// What an answer of a person can be.
    ///
    /// - Parameter bound: Computes a bound of the rule; nil where it depends on other answers.
    init(_ rule: AnswerRule, isBounded: Bool, bound: (Expressions.Expression) -> Value?) {
        let bounds = [rule.from, rule.to].compactMap { $0.flatMap(bound) }
        switch rule.type {
        case .text: self.init(.text, [.text(isBounded ? Declared.text(rule.length.upperBound) : Extremes.endlessText)])
        case .choice: self.init(.text, Set(rule.choices.values).sorted().map(Value.text))
        case .number, .whole, .money, .duration:
            self.init(rule.type.valueType, bounds + Declared.examples(of: rule.type))
        case .date, .month, .yesNo, .phone, .pin, .idNumber, .claimCode, .place:
            self.init(rule.type.valueType, Declared.examples(of: rule.type))
        }
        if rule.type != .choice, !rule.choices.isEmpty {  // words such as "never" beside a number
            type = nil
            examples += Set(rule.choices.values).sorted().map(Value.text)
        }
        if rule.to != nil, !bounds.isEmpty, rule.type.valueType == .number { examples = bounds }
    }

    /// A field of the person that no question fills.
    init(_ type: AnswerType) {
        self.init(type.valueType, Declared.examples(of: type))
    }

    /// So many signs that are not in GSM-7: nobody knows in which script she writes.
    private static func text(_ length: Int) -> String { String(Extremes.endlessText.prefix(length)) }

    /// What stands for all values of a type where no bounds are given.
    private static func examples(of type: AnswerType) -> [Value] {
        switch type {
        case .text: [.text(Extremes.endlessText)]
        case .number, .money: [.number(999_999_999), .number(0)]
        case .whole: [.number(999_999_999), .number(0)]
        case .date: Extremes.days
        case .month: Extremes.months
        case .duration: [.duration(Span(months: 1_199))]
        case .yesNo: [.boolean(true), .boolean(false)]
        case .phone: [.text("+" + String(repeating: "8", count: 15))]  // the most digits of E.164
        case .choice: [.text(text(20))]
        case .place: [.text("888888888888")]  // the longest official codes of places have 12 digits
        case .pin: [.text("88888888")]
        case .claimCode: [.text(ClaimCode(random: []).digits)]
        case .idNumber: [.text(String(repeating: "8", count: 18))]
        }
    }
}

extension Declared {
    /// A value of which only the type is known.
    init(of type: ValueType?) {
        switch type {
        case .number: self.init(type, Declared.examples(of: .number))
        case .date, .datetime: self.init(type, Declared.examples(of: .date))
        case .month: self.init(type, Declared.examples(of: .month))
        case .duration: self.init(type, Declared.examples(of: .duration))
        case .boolean: self.init(type, Declared.examples(of: .yesNo))
        case .text, .time, .list, .object, nil: self.init(type, Declared.examples(of: .choice))
        }
    }
}
