/// Evaluates expressions and renders templates at one moment of one conversation.
package struct Evaluation: Sendable {
    let scope: any Scope
    /// The moment, clock and language the values are for.
    package let surroundings: Surroundings
    /// Steps one expression or template may take: see ``ExpressionLimits/budget``.
    package let budget: Int

    /// - Parameters:
    ///   - utcOffset: seconds the person's clock is ahead of UTC.
    ///   - language: a BCP 47 tag, for month names and plurals.
    package init(
        scope: some Scope, now: Timestamp, utcOffset: Int = 0, language: String = "en",
        budget: Int = ExpressionLimits.budget
    ) {
        let surroundings = Surroundings(now: now, utcOffset: utcOffset, language: language)
        self.init(scope: scope, surroundings: surroundings, budget: budget)
    }

    init(scope: some Scope, surroundings: Surroundings, budget: Int = ExpressionLimits.budget) {
        self.scope = scope
        self.surroundings = surroundings
        self.budget = budget
    }

    /// The expression's value; whatever fails is an error value.
    package func evaluate(_ expression: Expression) -> Value {
        var evaluator = Evaluator(self)
        return evaluator.value(of: expression.node)
    }

    /// The template's text. Any error or unknown value in it throws, because a failed expression never sends a blank.
    ///
    /// - Parameter escaping: what is done to each value before it stands in the text; the text around it stays.
    package func render(
        _ template: Template, escaping: ((String) -> String)? = nil
    ) throws(EvaluationFault) -> String {
        var evaluator = Evaluator(self)
        return try render(template, &evaluator, escaping)
    }

    private func render(
        _ template: Template, _ evaluator: inout Evaluator, _ escaping: ((String) -> String)?
    ) throws(EvaluationFault) -> String {
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .expression(let expression, _):
                let value = evaluator.value(of: expression.node)
                if let fault = value.reasonNotToShow { throw fault.about(expression) }
                let text = value.text(utcOffset: surroundings.utcOffset)
                result += escaping?(text) ?? text
            case .plural(let choice):
                result += try render(choice.form(evaluator.value(of: choice.count.node)), &evaluator, escaping)
            }
        }
        return result
    }

    /// The names whose being unknown keeps the expression from having a value, in reading order; empty when it has one.
    /// They are the facts worth asking: what a taken branch does not need is not among them.
    package func unknowns(in expression: Expression) -> [String] {
        var evaluator = Evaluator(self)
        return evaluator.unknowns(in: expression.node)
    }

    /// The names and paths, in lower case, that the expression's value stands on, in reading order. What was not looked
    /// at is not among them: the branch not taken, and the other operands where one settles an `and` or `or`.
    package func grounds(of expression: Expression) -> [String] {
        var evaluator = Evaluator(self)
        return evaluator.grounds(of: expression.node)
    }

    /// The comparisons of the expression by order (`<`, `<=`, `>`, `>=`) that were looked at, with their results.
    package func comparisons(in expression: Expression) -> [Comparison] {
        var evaluator = Evaluator(self)
        return evaluator.comparisons(in: expression.node)
    }
}

extension EvaluationFault {
    /// The fault with the expression it happened in.
    func about(_ expression: Expression) -> EvaluationFault {
        EvaluationFault("${\(expression.source)}: \(message)")
    }
}
