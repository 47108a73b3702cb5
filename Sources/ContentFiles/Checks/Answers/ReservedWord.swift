import Conversation

extension CheckRule {
    static let reservedWord = CheckRule(
        "reserved-word", "I04", .error, summary: "an answer is a word that does something else by SMS",
        reason: """
            By SMS the words for STOP and HELP are read before anything else: carriers and law want it so. An option that \
            one of them should choose would end all messages instead, or show the help. In some countries N, END, QUIT and \
            CANCEL end messages: in a service that asks questions they are answers, and stay so.
            """
    ) { context in
        context.answersThatEnd
            + context.steps.flatMap { step -> [Finding] in
                switch step.step.verb {
                case .menu, .check:
                    let options = step.step.verb.options
                    return options.indices.flatMap { index in
                        options[index].words.compactMap {
                            context.reserved($0, at: step.position(ofWord: $0, ofOption: index))
                        }
                    }
                case .ask(let ask):
                    return ask.answer.choices.keys.sorted().compactMap {
                        context.reserved($0, at: step.position("answer", "choices"))
                    }
                case .say, .branch, .set, .call, .send, .refer, .find, .remind, .request, .end: return []
                }
            }
    }
}

extension CheckContext {
    /// Words for STOP and HELP that people everywhere answer yes or no with.
    fileprivate var answersThatEnd: [Finding] {
        let lists = reading.commandLists.filter { $0.command == .stop || $0.command == .help }
        return lists.flatMap(\.words).filter { YesNoWords.reading($0.word) != nil }.map {
            Finding(
                "'\($0.word)' is how people answer yes or no", at: $0.position, suggestion: "take it out of the list")
        }
    }

    fileprivate func reserved(_ word: String, at position: Position) -> Finding? {
        switch pack.commands[word] {
        case .stop?:
            Finding("'\(word)' ends all messages by SMS", at: position, suggestion: "choose another word")
        case .help?:
            Finding("'\(word)' shows the help by SMS", at: position, suggestion: "choose another word")
        case .start?, .language?, .person?, .forget?, .menu?, .back?, nil: nil
        }
    }
}

extension CheckedStep {
    /// Where a folded word of an option stands, or the option where the word is its label.
    fileprivate func position(ofWord word: String, ofOption index: Int) -> Position {
        guard let options = value("options")?.elements, options.indices.contains(index),
            let words = options[index]["words"]?.elements,
            let found = words.first(where: { $0.text.map(Folding.fold) == word })
        else { return position(ofOption: index) }
        return found.position
    }
}
