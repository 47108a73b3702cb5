package import Expressions

/// One thing we may ask a person. Asked once, used by every rule.
package struct Fact: Hashable, Sendable {
    /// The fact that tells where she is: parameters and local exceptions are chosen by it.
    package static let region = "region"
    /// The flow of the questions; each is the step of its fact's name.
    package static let flow = "rules/facts"

    /// What expressions name it by.
    package let name: String
    /// The type of its values in expressions; nil when they differ.
    package let type: ValueType?
    /// The type of an answer that is typed; nil where she chooses.
    package let typed: ValueType?
    /// The values that can be chosen; beside a typed answer they are its words, such as "never".
    package let choices: [Value]
    /// Whether "I do not know" is an answer.
    package let allowsUnknown: Bool
    /// What is taken instead when she does not know; nil leaves the rule undecided.
    package let assumed: Value?
    /// Whether it is a field of the person; else it lives in the conversation.
    package let isKeptWithPerson: Bool
    /// Whether a length of time is read as its number of months.
    package let countsMonths: Bool
    /// Where she can find out what she does not know.
    package let help: LocalizedText?

    /// The address of the step that asks it: `rules/facts#left_month`.
    package var step: String { "\(Self.flow)#\(name)" }

    package init(
        name: String, type: ValueType?, typed: ValueType? = nil, choices: [Value] = [], allowsUnknown: Bool = false,
        assumed: Value? = nil, isKeptWithPerson: Bool = false, countsMonths: Bool = false, help: LocalizedText? = nil
    ) {
        self.name = name
        self.type = type
        self.typed = typed
        self.choices = choices
        self.allowsUnknown = allowsUnknown
        self.assumed = assumed
        self.isKeptWithPerson = isKeptWithPerson
        self.countsMonths = countsMonths
        self.help = help
    }
}

// Values that come from elsewhere than the question.
extension Fact {
    /// The fact's value as a file or JSON writes it: texts are read as what the fact is. Nil when it can be no answer.
    package func reading(_ written: Value) -> Value? {
        if written == .null { return allowsUnknown ? .null : nil }
        if name == Self.region, case .text = written { return written }
        if let choice = choices.first(where: { $0 == written || $0.text == written.text }) { return choice }
        guard let typed else { return nil }
        return Self.value(written, as: countsMonths ? .number : typed)
    }

    /// What can be answered, for messages.
    package var answersInWords: String {
        let typed = typed.map { "a \(countsMonths ? "number of months" : $0.rawValue)" }
        return (choices.map(\.text) + [typed, allowsUnknown ? "null" : nil].compactMap(\.self)).joined(separator: ", ")
    }

    private static func value(_ written: Value, as type: ValueType) -> Value? {
        switch type {
        case .text: .text(written.text)
        case .number: (try? written.asNumber()).map(Value.number)
        case .boolean: ["true": true, "false": false][written.text].map(Value.boolean)
        case .date: (try? written.asDate(utcOffset: 0)).map(Value.date)
        case .month: (try? written.asMonth(utcOffset: 0)).map(Value.month)
        case .duration: (try? written.asDuration()).map(Value.duration)
        case .time, .datetime, .list, .object: nil
        }
    }

    /// An answer as expressions of rules read it.
    func counted(_ answer: Value) -> Value {
        guard countsMonths, case .duration(let span) = answer, span.seconds == 0 else { return answer }
        return .number(span.months)
    }
}
