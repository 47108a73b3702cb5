import Conversation

/// A menu with its step: what the rules about menus look at.
struct CheckedMenu {
    /// What a menu's text is.
    enum Kind: Hashable {
        /// Something is asked whose answer matters: a question, and its answers or what they set.
        case question
        /// A heading or a question that only leads on to topics.
        case heading
        /// An information, with ways on below it.
        case information
    }

    let step: CheckedStep
    let menu: Menu
    /// What its text is, by the wording of the pack's own language.
    let kind: Kind

    init?(_ step: CheckedStep, _ wording: Wording?) {
        guard case .menu(let menu) = step.step.verb else { return nil }
        self.step = step
        self.menu = menu
        let keeps = menu.save != nil || menu.options.contains { !$0.set.isEmpty }
        guard let wording, let last = wording.sentences.last else {
            kind = keeps ? .question : .heading
            return
        }
        // A text that is only a value, such as what a rule says, is no heading: its own words are not known here.
        let isValue = wording.signs == 0 && wording.words.allSatisfy(\.isValue)
        let isShort = !isValue && wording.sentences.count == 1 && last.words <= 4 && last.signs <= 8
        if keeps || menu.isYesOrNo {
            kind = .question
        } else {
            kind = last.isQuestion || last.endsWithColon || isShort ? .heading : .information
        }
    }
}

extension Menu {
    /// Whether yes is among its options, and no.
    var isYesOrNo: Bool {
        guard options.count >= 2 else { return false }
        return options.contains { YesNoWords.isYes($0.words) } && options.contains { YesNoWords.isNo($0.words) }
    }
}

extension CheckContext {
    /// Where the number of an option stands, or its label where the number is only counted on.
    func numberPosition(of option: Option, in step: CheckedStep) -> Position {
        guard case .menu(let menu) = step.step.verb, let options = step.value("options")?.elements,
            let place = menu.options.firstIndex(where: { $0.number == option.number }), options.indices.contains(place),
            let entry = options[place].entries?.first(where: { $0.key == "number" })
        else { return position(of: option, in: step) }
        return entry.keyPosition
    }

    /// Where the label of an option stands in the pack's own language.
    func position(of option: Option, in step: CheckedStep) -> Position {
        position(of: .option(option.number), in: step, pack.sourceLanguage)
    }
}
