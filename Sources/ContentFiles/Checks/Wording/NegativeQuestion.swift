import Conversation

extension CheckRule {
    static let negativeQuestion = CheckRule(
        "negative-question", "T06", .warning, summary: "a question for yes or no says not",
        reason: """
            "Did you not get a contract?" is answered with yes and with no by people who mean the same. Ask for what is, \
            not for what is not.
            """
    ) { context in
        context.menus.filter(\.menu.isYesOrNo).flatMap { menu -> [Finding] in
            context.versionsOfSteps[menu.step.place].compactMap { version in
                guard version.text.role == .menu, let table = context.table(of: version.language),
                    let question = version.wording.sentences.last(where: \.isQuestion),
                    let match = table.negations.matches(in: version.wording).first(where: {
                        $0.offset >= question.offset
                    })
                else { return nil }
                return Finding(
                    "the question says '\(match.term)'", at: version.position(at: match.offset),
                    suggestion: "ask the other way round")
            }
        }
    }
}
