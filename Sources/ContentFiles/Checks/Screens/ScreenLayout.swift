import Conversation
import Entitlements
import Expressions
import Telephony

/// One screen that a step can show, in one language, with the longest values at every place.
struct LongestScreen {
    /// What of a step is shown.
    enum Part: Hashable {
        /// The question or last text, below what was said before it.
        case question
        /// What comes after so many answers that were not understood.
        case retry(Int)
        /// The answer, shown to be confirmed.
        case confirmation
    }

    let part: Part
    /// The place of the language in the pack's list.
    let language: Int
    let text: String
    /// Each option with the line it stands in.
    let options: [(number: Int, line: String)]

    /// The lines of the options.
    var lines: [String] { options.map(\.line) }
}

/// Makes the screens of a pack's steps as the machine does, with the longest values.
struct ScreenLayout {
    private let context: CheckContext
    private let pack: Pack
    private let said: LongestSaid
    private let builtIn: [[BuiltInTexts.Name: String]]
    /// The facts that several rules can ask for at once.
    private let askedBySeveral: Set<String>

    init(_ context: CheckContext) {
        self.context = context
        pack = context.pack
        said = LongestSaid(context)
        askedBySeveral = Set(
            context.pack.steps.flatMap { step -> [String] in
                guard case .check(let check) = step.verb, case .several = check.subject else { return [] }
                return check.facts(in: context.pack.rules)
            })
        builtIn = context.pack.languages.indices.map { language in
            Dictionary(
                uniqueKeysWithValues: BuiltInTexts.Name.allCases.map {
                    ($0, context.pack.texts[$0].version(language).literal ?? $0.english)
                })
        }
    }

    /// The line that turns pages in a language.
    func navigation(_ language: Int) -> Navigation {
        pack.navigation(more: builtIn[language][.more] ?? "", back: builtIn[language][.back] ?? "")
    }

    /// All screens of a step in a language.
    func screens(of step: CheckedStep, _ language: Int) -> [LongestScreen] {
        switch step.step.verb {
        case .menu(let menu): return screens(of: menu, step, language)
        case .ask(let ask): return screens(of: ask, step, language)
        case .end(let text):
            return [screen(.question, above(step, language, longest(text, step, language)), [], language)]
        case .find(let find): return [screen(of: find, step, language)]
        case .check(let check): return check.lists ? [screen(of: check, step, language)] : []
        case .say, .branch, .set, .call, .send, .refer, .remind, .request: return []
        }
    }

    private func screens(of menu: Menu, _ step: CheckedStep, _ language: Int) -> [LongestScreen] {
        let options = lines(step, language) + enough(below: step, language)
        let question = longest(menu.text, step, language)
        let retries =
            menu.retry.isEmpty
            ? [builtIn[language][.retryMenu] ?? ""] : menu.retry.map { longest($0, step, language) }
        return [screen(.question, above(step, language, question), options, language)]
            + retries.enumerated().map { screen(.retry($0 + 1), $1, options, language) }
    }

    private func screens(of ask: Ask, _ step: CheckedStep, _ language: Int) -> [LongestScreen] {
        let question = longest(ask.text, step, language)
        let retries =
            ask.retry.isEmpty
            ? [(builtIn[language][.retryAnswer] ?? "") + "\n" + question]
            : ask.retry.map { longest($0, step, language) }
        let last = enough(below: step, language)
        var screens = [screen(.question, above(step, language, question), last, language)]
        screens += retries.enumerated().map { screen(.retry($0 + 1), $1, last, language) }
        if ask.confirms { screens.append(screen(.confirmation, confirmation(of: ask, step, language), [], language)) }
        return screens
    }

    /// A full list of offices, each with the longest name there is.
    private func screen(of find: Find, _ step: CheckedStep, _ language: Int) -> LongestScreen {
        let names = context.reading.names.names(of: step.step.flow)
        let name = names[step.step.name.lowercased() + ".name"]?.examples(in: language).first?.text ?? ""
        let options = (1...Find.most).map { (number: $0, line: pack.line($0, name)) }
        let none = (number: Find.most + 1, line: pack.line(Find.most + 1, builtIn[language][.noneOfThese] ?? ""))
        let heading = find.heading.map { longest($0, step, language) } ?? builtIn[language][.which] ?? ""
        return screen(.question, above(step, language, heading), options + [none], language)
    }

    /// A full list of what rules came to, with the longest titles there are.
    private func screen(of check: Check, _ step: CheckedStep, _ language: Int) -> LongestScreen {
        var titles = step.step.verb.listedTitles(in: pack.rules).map { longest($0, step, language) }
        if case .several = check.subject { titles.append(builtIn[language][.askMore] ?? "") }
        let shown = titles.sorted { $0.count > $1.count }.prefix(Check.most)
        let options = shown.enumerated().map { (number: $0 + 1, line: pack.line($0 + 1, $1)) }
        let heading = check.heading.map { longest($0, step, language) } ?? builtIn[language][.which] ?? ""
        return screen(.question, above(step, language, heading), options + lines(step, language), language)
    }

    /// The step's own options.
    private func lines(_ step: CheckedStep, _ language: Int) -> [(number: Int, line: String)] {
        step.step.verb.options.map { option in
            (number: option.number, line: pack.line(option.number, longest(option.label, step, language)))
        }
    }

    /// The line that ends the questions of several rules, below a question that they can ask.
    private func enough(below step: CheckedStep, _ language: Int) -> [(number: Int, line: String)] {
        guard step.step.flow == Fact.flow, askedBySeveral.contains(step.step.name), let key = Int(pack.keys.more) else {
            return []
        }
        return [(number: key, line: pack.enoughLine(builtIn[language][.enough] ?? ""))]
    }

    private func screen(
        _ part: LongestScreen.Part, _ text: String, _ options: [(number: Int, line: String)], _ language: Int
    ) -> LongestScreen {
        LongestScreen(part: part, language: language, text: text, options: options)
    }

    private func confirmation(of ask: Ask, _ step: CheckedStep, _ language: Int) -> String {
        let names = context.reading.names.names(of: step.step.flow)
        let suffix = ask.answer.type == .place ? AnswerType.placeNameSuffix : ""
        let shown = names[ask.save.name + suffix]
        let answer = ["answer": shown?.examples(in: language) ?? []]
        return Extremes(names: answer, language: pack.languages[language].tag)
            .longest(pack.texts[.confirm].version(language))
    }

    private func above(_ step: CheckedStep, _ language: Int, _ text: String) -> String {
        let said = said.text(above: step.place, language)
        return said.isEmpty ? text : said + "\n" + text
    }

    private func longest(_ text: LocalizedText, _ step: CheckedStep, _ language: Int) -> String {
        context.longest(text.version(language), at: step.place, language)
    }
}
