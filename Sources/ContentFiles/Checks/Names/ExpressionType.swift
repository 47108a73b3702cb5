import Expressions

extension CheckRule {
    static let expressionType = CheckRule(
        "expression-type", "V01", .error, summary: "an expression does with a value what cannot be done with it",
        reason: """
            A date plus a number, or a text put in order with a number, has no value: the conversation would stop there \
            with the apology. The types come from the answers, the person's fields and the constants that are declared. \
            What can only hardly be meant, such as a date as a condition, is a warning.
            """
    ) { context in
        context.reading.typeFaults.map { fault, position in
            Finding(
                fault.message, at: position, suggestion: fault.suggestion,
                severity: fault.severity == .error ? .error : .warning)
        }
    }
}
