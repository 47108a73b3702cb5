import Conversation

extension CheckRule {
    static let singleOption = CheckRule(
        "single-option", "M09", .warning, summary: "a question has only one answer",
        reason: """
            A question with one option is a hop that decides nothing: each costs people who give up there. An \
            information with one way on below it is none.
            """
    ) { context in
        context.menus.compactMap { checked in
            guard checked.menu.options.count == 1, checked.kind != .information else { return nil }
            return Finding(
                "this menu has one option", at: checked.step.position("options"),
                suggestion: "go on without asking, or add what else there is")
        }
    }
}
