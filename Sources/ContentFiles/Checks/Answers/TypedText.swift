import Conversation

extension CheckRule {
    static let typedText = CheckRule(
        "typed-text", "I01", .warning, summary: "people must type words",
        reason: """
            Typing words on a keypad is slow and full of slips, and who reads little writes less: in tests with 90 people \
            in four countries hardly anybody new to it could do it alone. Numbered options, a place by its name or a call \
            back ask less. Two such questions with nothing useful between them are an error.
            """
    ) { context in
        let asking = context.steps.filter(\.asksForText)
        let after = context.graph.reached(
            from: asking.flatMap { context.graph.next($0.place) },
            stops: { context.tells($0) || context.steps[$0].asksForText })
        return asking.map { step in
            Finding(
                after[step.place]
                    ? "a second text must be typed before anything useful was said" : "people must type words here",
                at: step.position("ask"),
                suggestion: "offer options, or let them talk to a person",
                severity: after[step.place] ? .error : nil)
        }
    }
}

extension CheckedStep {
    fileprivate var asksForText: Bool {
        if case .ask(let ask) = step.verb { ask.answer.type == .text } else { false }
    }
}
