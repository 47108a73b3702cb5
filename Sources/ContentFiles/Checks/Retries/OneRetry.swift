import Conversation
import Expressions

extension CheckRule {
    static let oneRetry = CheckRule(
        "one-retry", "E02", .warning, summary: "the help does not grow from one retry to the next",
        reason: """
            The guides for voice menus agree on two tries more, each with more help than the one before, and then a \
            person. So a question has two retries that differ, and the last one shows an example or the numbers that can \
            be sent.
            """
    ) { context in
        context.steps.flatMap { step -> [Finding] in
            let retries = step.step.verb.retries
            guard let last = retries.last else { return [] }
            if retries.count == 1 || Set(retries.map { $0.version(context.pack.sourceLanguage) }).count < retries.count
            {
                return [
                    Finding(
                        "there is only one text for several tries", at: step.position("retry"),
                        suggestion: "add a second one, with an example")
                ]
            }
            return context.retries(of: step).filter { $0.text.text == last && !context.showsExample($0) }.map {
                Finding(
                    "the last retry shows no example", at: $0.position,
                    suggestion: "end it with an example, or with the numbers that can be sent")
            }
        }
    }
}

extension CheckContext {
    /// Whether a text has a digit or a word for an example. Where a language's words are not known, it has.
    fileprivate func showsExample(_ version: TextVersion) -> Bool {
        if version.template.masked.contains(where: \.isWholeNumber) { return true }
        guard let table = table(of: version.language) else { return true }
        return !table.exampleWords.matches(in: version.wording).isEmpty
    }
}

extension Verb {
    /// The texts for answers that were not understood, and where someone goes who was not understood after the last.
    var retries: [LocalizedText] {
        switch self {
        case .menu(let menu): menu.retry
        case .ask(let ask): ask.retry
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: []
        }
    }
}
