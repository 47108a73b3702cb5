import Conversation
import Expressions

extension CheckRule {
    static let bareEnd = CheckRule(
        "bare-end", "N03", .warning, summary: "a conversation ends without what comes next",
        reason: """
            The last screen is what people keep in mind or copy on paper: what happens now, by when, and where to ask. It \
            needs something to hold on to: a number to call, a date or a case's number, or a word that brings the answer \
            back.
            """
    ) { context in
        let words = context.pack.keywords.keys.sorted()
        return context.steps.flatMap { step -> [Finding] in
            guard case .end = step.step.verb else { return [] }
            return context.versions(of: step, .end).filter { !$0.holdsSomething(words) }.map {
                Finding(
                    "the last text names no number, no day and no word to come back with", at: $0.position,
                    suggestion: "say what happens next and by when, with a number to call or a keyword to send")
            }
        }
    }
}

extension TextVersion {
    /// Whether it has a digit, a value, or a word that starts a flow.
    fileprivate func holdsSomething(_ words: [String]) -> Bool {
        let shown = template.masked
        if shown.contains(where: { $0.isWholeNumber }) || template.literal == nil { return true }
        if wording.words.contains(where: { words.contains($0.folded) }) { return true }
        return wording.hasSigns
            && words.contains { $0.unicodeScalars.contains(where: \.isSpaceless) && shown.contains($0) }
    }
}
