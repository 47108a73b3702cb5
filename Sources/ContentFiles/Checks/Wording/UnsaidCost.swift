import Conversation

extension CheckRule {
    static let unsaidCost = CheckRule(
        "unsaid-cost", "T10", .warning, summary: "the first screen does not say what it costs",
        reason: """
            People are charged false fees by those who help them, and hang up when they fear for their credit. The first \
            screens say that the service is free, or what it costs. They should also say who speaks, and how long it \
            takes; that cannot be found out from files.
            """
    ) { context in
        let first = context.firstScreens
        return context.pack.languages.indices.compactMap { language in
            guard let table = context.table(of: language) else { return nil }
            let texts = first.flatMap { place in
                context.versionsOfSteps[place].filter { $0.language == language && $0.text.role.isMain }
            }
            guard let last = texts.last, texts.allSatisfy({ table.freeWords.matches(in: $0.wording).isEmpty }) else {
                return nil
            }
            return Finding(
                "nothing on the first screens says what the service costs", at: last.position,
                suggestion: "say that it is free, or the price")
        }
    }
}

extension CheckContext {
    /// The screens that a new person can see before her first answer counts: those that are reached without an answer,
    /// and those behind a choice of language.
    var firstScreens: [Int] {
        var seen: Set<Int> = []
        var screens: [Int] = []
        var open = [pack.start]
        while let place = open.popLast() {
            guard seen.insert(place).inserted else { continue }
            let step = pack.steps[place]
            guard step.verb.waits else {
                if !step.verb.texts.isEmpty { screens.append(place) }
                open += step.verb.ways.compactMap(\.place)
                continue
            }
            screens.append(place)
            if step.verb.choosesLanguage { open += step.verb.ways.compactMap(\.place) + callers(of: step.flow) }
        }
        return screens.sorted()
    }

    /// Where a flow goes on that calls another, once that has come back.
    private func callers(of flow: String) -> [Int] {
        pack.steps.compactMap { step in
            guard case .call(let call) = step.verb, pack.steps[call.flow].flow == flow else { return nil }
            return call.go.place
        }
    }
}

extension Verb {
    /// Whether an answer to it sets the language.
    var choosesLanguage: Bool {
        guard case .menu(let menu) = self else { return false }
        return menu.options.contains { option in option.set.contains { $0.target == .language } }
    }
}
