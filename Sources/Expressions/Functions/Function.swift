/// A function of the language: declared once, read by the parser, the checker, the guide and the tests.
package struct Function: Sendable {
    /// In lower case; calls ignore case.
    package let name: String
    /// What a call takes, in order.
    package let parameters: [Parameter]
    /// What it gives when nothing fails; nil when that depends on its arguments.
    package let result: ValueType?
    /// One line for the guide.
    package let summary: String
    /// A call with its result as text; a test evaluates each.
    package let example: Example
    let action: Action

    /// A call in the guide.
    package struct Example: Hashable, Sendable {
        /// The call as an operator writes it.
        package let source: String
        /// The value's text at 2026-03-15T10:30:00Z.
        package let result: String
    }

    /// What a call does.
    enum Action: Sendable {
        /// Gets only known values without errors.
        case plain(@Sendable (Arguments) throws(EvaluationFault) -> Value)
        /// Gets errors and unknowns too.
        case open(@Sendable (Arguments) throws(EvaluationFault) -> Value)
        /// As plain, and takes what it costs from the steps that are left.
        case metered(@Sendable (Arguments, inout Int) throws(EvaluationFault) -> Value)
        /// Evaluates its arguments itself, as far as it must.
        case lazy(LazyForm)
        /// Applies its second argument, a function, to what its first holds.
        case each(EachForm)
    }

    /// Forms that do not evaluate all of their arguments.
    enum LazyForm: Sendable {
        case and
        case or
        case when
        case choose
    }

    /// Forms whose second argument is a function.
    enum EachForm: Sendable {
        case list
        case object
        case filter
    }

    /// `round(number, [places])`.
    package var signature: String { "\(name)(\(parameters.map(\.text).joined(separator: ", ")))" }

    /// How many arguments a call has.
    package var arity: ClosedRange<Int> {
        let needed = parameters.count { !$0.isOptional }
        return needed...(parameters.last?.isRepeated == true ? 1_000 : parameters.count)
    }

    /// The number of arguments in words.
    var arityText: String {
        let (low, high) = (arity.lowerBound, arity.upperBound)
        if low == high { return low == 0 ? "no arguments" : "\(low) argument\(low == 1 ? "" : "s")" }
        return high == 1_000 ? "at least \(low) argument\(low == 1 ? "" : "s")" : "\(low) to \(high) arguments"
    }
}

extension Function {
    /// Every function there is, by family.
    package static let all: [Function] = [
        conversion, logic, text, trimming, parts, words, tests, numberTests, dateTests, patterns, number,
        numberFormat, date, dateParts, parsing, dateFormat, list, object, each, data,
    ].flatMap { $0 }

    private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// The function of that name in any case.
    package static func named(_ name: String) -> Function? { byName[name.lowercased()] }
}

/// A parameter as the guide shows it.
package struct Parameter: Hashable, Sendable {
    /// The name the guide shows.
    package let name: String
    /// What it takes; nil for anything. Texts that read as such a value are taken too.
    package let type: ValueType?
    /// Whether a call may leave it out.
    package private(set) var isOptional = false
    /// Whether more arguments of the kind may follow.
    package private(set) var isRepeated = false

    init(_ name: String, _ type: ValueType? = nil) {
        (self.name, self.type) = (name, type)
    }

    var optional: Parameter {
        var parameter = self
        parameter.isOptional = true
        return parameter
    }

    var repeated: Parameter {
        var parameter = self
        parameter.isRepeated = true
        return parameter
    }

    fileprivate var text: String { isRepeated ? "\(name)..." : isOptional ? "[\(name)]" : name }
}

/// The types of values, as a checker needs them.
package enum ValueType: String, CaseIterable, Hashable, Sendable {
    case text
    case number
    case boolean
    case date
    case month
    case time
    case datetime
    case duration
    case list
    case object
}

extension Function {
    /// A function that gets known values only.
    init(
        _ name: String, _ parameters: [Parameter], _ result: ValueType?, _ summary: String,
        _ example: (String, String), _ body: @escaping @Sendable (Arguments) throws(EvaluationFault) -> Value
    ) {
        self.init(name, parameters, result, summary, example, action: .plain(body))
    }

    init(
        _ name: String, _ parameters: [Parameter], _ result: ValueType?, _ summary: String,
        _ example: (String, String), action: Action
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.summary = summary
        self.example = Example(source: example.0, result: example.1)
        self.action = action
    }
}
