/// The values that stand for all an expression can give: the longest, the least and the greatest. Checks measure screens
/// with them before anybody has answered.
package struct Extremes: Sendable {
    /// The most values that are looked at for one part of an expression.
    private static let most = 16
    /// Characters of a text of which nothing says how long it can be: more than any answer may have.
    package static let endless = 4_000
    /// Stands for such a text. Its sign is outside of GSM-7, as what people type can be.
    package static let endlessText = String(repeating: "国", count: endless)

    private let names: [String: [Value]]
    private let surroundings: Surroundings

    /// - Parameters:
    ///   - names: What each name can be, by its path in lower case: `left_month`, `person.region`.
    ///   - language: a BCP 47 tag, for month names and plurals.
    package init(names: [String: [Value]], language: String) {
        self.names = names
        surroundings = Surroundings(now: Self.moment, utcOffset: 0, language: language)
    }

    /// 30 September 2026, 23:59:59: two digits for everything, and the longest English name of a month.
    private static let moment = Timestamp(milliseconds: 1_790_812_799_000)

    /// What an expression can give; empty when it always fails or is never known.
    package func values(of expression: Expression) -> [Value] { values(of: expression.node) }

    /// A text with the longest value at each place.
    package func longest(_ template: Template) -> String {
        template.parts.map { part in
            switch part {
            case .text(let text): text
            case .expression(let expression, _): text(of: expression.node)
            case .plural(let choice):
                choice.forms.map(longest).max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? ""
            }
        }.joined()
    }

    /// The first expression of a text whose value nothing bounds, with its offset in the text's source.
    package func endless(in template: Template) -> (source: String, offset: Int)? {
        for part in template.parts {
            switch part {
            case .text: continue
            case .expression(let expression, let offset):
                guard text(of: expression.node).unicodeScalars.count >= Self.endless else { continue }
                return (expression.source, offset)
            case .plural(let choice):
                guard let found = choice.forms.lazy.compactMap(endless).first else { continue }
                return found
            }
        }
        return nil
    }

    private func text(of node: Node) -> String {
        values(of: node).map(\.text).max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? ""
    }
}

// The walk through an expression's tree.
extension Extremes {
    private static let answers: [Value] = [.boolean(true), .boolean(false)]

    private func values(of node: Node) -> [Value] {
        switch node.form {
        case .literal(let value): [value]
        case .root, .property: node.path.flatMap { names[$0] } ?? [.text(Self.endlessText)]
        case .parameter, .index, .lambda, .function: [.text(Self.endlessText)]
        case .today: Self.days
        case .now: [.datetime(surroundings.now)]
        case .list(let items): [.list(items.compactMap { longest(values(of: $0)) })]
        case .negated(let inner): combined([inner]) { Node(.negated($0[0]), node.place) }
        case .not: Self.answers
        case .operation(.join, let left, let right): [.text(text(of: left) + text(of: right))]
        case .operation(let sign, let left, let right) where sign.reckons:
            combined([left, right]) { Node(.operation(sign, $0[0], $0[1]), node.place) }
        case .operation: Self.answers
        case .call(let call): values(of: call, at: node.place)
        }
    }

    private func values(of call: FunctionCall, at place: Place) -> [Value] {
        let arguments = call.arguments
        switch call.function.action {
        case .lazy(.when), .lazy(.choose): return chosen(values(of: arguments[1]) + values(of: arguments[2]))
        case .lazy(.and), .lazy(.or): return Self.answers
        case .each: return [.text(Self.endlessText)]
        case .plain, .open, .metered: break
        }
        switch call.function.name {
        case "default": return chosen(values(of: arguments[0]) + values(of: arguments[1]))
        case "plural": return chosen(arguments.dropFirst().flatMap(values))
        default: break
        }
        if call.function.result == .boolean { return Self.answers }
        return combined(arguments) { Node(.call(FunctionCall(function: call.function, arguments: $0)), place) }
    }

    /// What a node gives for the values of its parts: all at their longest, and then each varied alone.
    private func combined(_ parts: [Node], _ node: ([Node]) -> Node) -> [Value] {
        let all = parts.map(values)
        let base = all.map { longest($0) ?? .null }
        var results = [value(of: node(base.map(\.node)))]
        for (place, values) in all.enumerated() where values.count > 1 {
            for value in values {
                var varied = base
                varied[place] = value
                results.append(self.value(of: node(varied.map(\.node))))
            }
        }
        return chosen(results)
    }

    private func value(of node: Node) -> Value {
        var evaluator = Evaluator(Evaluation(scope: DictionaryScope(), surroundings: surroundings))
        return evaluator.value(of: node)
    }

    private func longest(_ values: [Value]) -> Value? {
        values.max { $0.text.unicodeScalars.count < $1.text.unicodeScalars.count }
    }

    /// Those that can be shown, each once; of too many, the longest.
    private func chosen(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        let shown = values.filter { $0.reasonNotToShow == nil && seen.insert($0).inserted }
        guard shown.count > Self.most else { return shown }
        return Array(shown.sorted { $0.text.unicodeScalars.count > $1.text.unicodeScalars.count }.prefix(Self.most))
    }
}

extension Extremes {
    /// A late day of each month: every month's name once, with two digits for the day.
    package static let days: [Value] = (1...12).compactMap { CalendarDate(year: 2028, month: $0, day: 28) }.map(
        Value.date)
    /// Every month once.
    package static let months: [Value] = (1...12).compactMap { CalendarMonth(year: 2028, month: $0) }.map(Value.month)
}

extension Operator {
    /// Whether it gives more than true and false.
    fileprivate var reckons: Bool {
        switch self {
        case .join, .add, .subtract, .multiply, .divide, .power: true
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .isNotIn: false
        }
    }
}

extension Value {
    fileprivate var node: Node { Node(.literal(self), Place(0, 0)) }
}
