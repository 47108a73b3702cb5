import Conversation

extension CheckRule {
    static let farPerson = CheckRule(
        "far-person", "N05", .warning, summary: "a person is further away than one key or one word",
        reason: """
            Text menus alone fail people who cannot read, so whoever does not get on asks for a person at once, wherever \
            she is. Where PERSON leads to a case for staff, each screen that tells something needs an option that does, \
            too: a key is pressed also by those who cannot write a word. A question needs none while the word works there. \
            It does not where any text is an answer, or where an option that leads elsewhere has it. A screen with \
            'no_shortcut' is no exception: only dialled digits stop there.
            """
    ) { context in
        guard let way = WayToPerson(context) else { return [] }
        return context.steps.filter { !way.isTaken[$0.place] }.flatMap { step -> [Finding] in
            switch step.step.verb {
            case .menu(let menu): context.distant(menu, at: step, way)
            case .ask(let ask): context.swallowed(ask, at: step)
            case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: []
            }
        }
    }
}

extension CheckContext {
    /// The words for PERSON, in all languages of the pack.
    private var personWords: Set<String> { Set(pack.commands.filter { $0.value == .person }.keys) }

    /// What keeps her from a person at a menu.
    fileprivate func distant(_ menu: Menu, at step: CheckedStep, _ way: WayToPerson) -> [Finding] {
        guard !menu.options.contains(where: { $0.when == nil && way.isTaken(by: $0.go) }) else { return [] }
        if informations.contains(step.place) {
            return [
                Finding(
                    "no option of this screen leads to a person", at: step.position("options"),
                    suggestion: "add one that leads where PERSON leads, or to a step with 'refer'")
            ]
        }
        return menu.options.compactMap { option in
            guard let word = option.words.first(where: personWords.contains) else { return nil }
            return Finding(
                "'\(word)' asks for a person everywhere else, and chooses an answer here",
                at: position(of: option, in: step), suggestion: "take another word")
        }
    }

    /// What keeps her from a person at a question that takes the word for its answer.
    fileprivate func swallowed(_ ask: Ask, at step: CheckedStep) -> [Finding] {
        guard ask.answer.type == .text, personWords.contains(where: { ask.answer.length.contains($0.count) }) else {
            return []
        }
        return [
            Finding(
                "any text is an answer here, also the word PERSON", at: step.position("answer"),
                suggestion: "offer a menu instead, or open a case for staff with the answer")
        ]
    }
}
