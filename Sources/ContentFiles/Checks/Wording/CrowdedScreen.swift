import Conversation

extension CheckRule {
    static let crowdedScreen = CheckRule(
        "crowded-screen", "T02", .warning, summary: "a question says too much at once",
        reason: """
            One idea to a screen: who reads slowly answers what stands last and forgets what came before. A question has \
            at most two sentences above its options, and asks one thing.
            """
    ) { context in
        let most = context.thresholds.sentences
        return context.questions.compactMap { version in
            let sentences = version.wording.sentences.filter { $0.saysSomething && !$0.endsWithColon }
            let questions = sentences.count(where: \.isQuestion)
            if questions > 1 {
                return Finding(
                    "\(questions) questions on one screen", at: version.position, suggestion: "ask one after the other")
            }
            guard sentences.count > most else { return nil }
            return Finding(
                "\(sentences.count) sentences with a question", at: version.position,
                suggestion: "say the rest in a step before, or leave it out")
        }
    }
}

extension CheckContext {
    /// The texts that ask something whose answer matters, in each language: of menus that keep an answer or set one, and
    /// of those with yes and no.
    var questions: [TextVersion] {
        menus.filter { $0.kind == .question }.flatMap { menu in
            versionsOfSteps[menu.step.place].filter { $0.text.role == .menu }
        }
    }
}
