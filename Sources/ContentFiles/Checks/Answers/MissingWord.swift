import Conversation

extension CheckRule {
    static let missingWord = CheckRule(
        "missing-word", "I04", .error, summary: "an answer cannot be said in a language of the pack",
        reason: """
            By SMS people write words, not only numbers. An option is chosen by its label or one of its words, "yes" and \
            "no" by the words that the program knows, a choice by the words of its list: in each language of the pack \
            there must be one, or people who read that language can only guess.
            """
    ) { context in
        context.steps.flatMap { step -> [Finding] in
            switch step.step.verb {
            case .menu, .check: context.wordless(step.step.verb.options, step)
            case .ask(let ask) where ask.answer.type == .yesNo: context.withoutYes(step)
            case .ask(let ask) where ask.answer.type == .choice: context.withoutWord(step)
            case .ask, .say, .branch, .set, .call, .send, .refer, .find, .remind, .request, .end: []
            }
        }
    }
}

extension CheckContext {
    /// Options whose label is not always the same, and who have no words.
    fileprivate func wordless(_ options: [Option], _ step: CheckedStep) -> [Finding] {
        options.indices.filter { options[$0].words.isEmpty }.map {
            Finding(
                "option \(options[$0].number) has no word that chooses it", at: step.position(ofOption: $0),
                suggestion: "add 'words:'")
        }
    }

    /// A yes or no that is to be typed, in languages whose words for it nobody taught the program.
    fileprivate func withoutYes(_ step: CheckedStep) -> [Finding] {
        pack.languages.filter { !YesNoWords.languages.contains($0.primaryTag) }.map {
            Finding(
                "the program knows no words for yes and no in \($0.name)", at: step.position("answer", "type"),
                suggestion: "make a menu with the options yes and no")
        }
    }

    /// Values of a choice that have no word in the script of some language.
    fileprivate func withoutWord(_ step: CheckedStep) -> [Finding] {
        let entries = step.value("answer", "choices")?.entries ?? []
        return entries.flatMap { entry -> [Finding] in
            let words = [entry.key] + (entry.value.elements ?? [entry.value]).compactMap(\.text)
            return pack.languages.filter { language in !words.contains { $0.isLatin == language.name.isLatin } }.map {
                Finding(
                    "'\(entry.key)' has no word in \($0.name)", at: entry.keyPosition,
                    suggestion: "add the word to its list")
            }
        }
    }
}

extension Language {
    /// The tag without script and region: `zh` of `zh-Hans`.
    var primaryTag: String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
}

extension String {
    /// Whether its letters are those of the Latin script; what has no letters is.
    fileprivate var isLatin: Bool {
        unicodeScalars.allSatisfy {
            !$0.properties.isAlphabetic || $0.value < 0x370 || (0x1E00...0x1EFF).contains($0.value)
        }
    }
}
