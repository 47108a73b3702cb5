import Conversation
import Expressions
import Telephony

extension CheckContext {
    /// Every limit that a screen of the pack is held against, each once: the pack's own, and those of its channels where
    /// they are smaller.
    var limits: [ScreenLimit] {
        let own = ChannelKind.allCases.map { pack.limit(on: $0, of: nil) }
        var seen: Set<ScreenLimit> = []
        let all = own + settings.carriers.map { pack.limit(on: $0.kind, of: $0.limit) }
        return all.filter { seen.insert($0).inserted }
    }

    /// A text of a step with the longest values at every place. Of a rule's result these are values that come together:
    /// the outcome's own text with its own next steps, of each outcome that leads here.
    func longest(_ template: Template, at place: Int, _ language: Int) -> String {
        if let literal = template.literal { return literal }
        let flow = pack.steps[place].flow
        let roots = Set(template.references.map(\.root))
        let results = resultsAtSteps[place].filter { roots.contains($0.name) }
        guard let name = results.map(\.name).min() else { return extremes(of: flow, language).longest(template) }
        return results.filter { $0.name == name }
            .map { extremes(of: flow, language, with: $0).longest(template) }
            .max { TextMeasure(of: $0).size < TextMeasure(of: $1).size } ?? ""
    }

    /// Where a step's text stands in a language; the step itself where it has none of the role.
    func position(of role: PackText.Role, in step: CheckedStep, _ language: Int) -> Position {
        guard let text = textsOfSteps[step.place].first(where: { $0.role == role }) else { return step.position }
        return text.position(language)
    }

    /// Where the text of a screen stands.
    func position(of fault: ScreenFaults.Fault) -> Position {
        let role: PackText.Role =
            switch (fault.part, fault.step.step.verb) {
            case (.retry(let number), _): .retry(number)
            case (_, .ask): .ask
            case (_, .end): .end
            case (_, _): .menu
            }
        return position(of: role, in: fault.step, fault.language)
    }

    /// One fault for each place: the worst, whatever the limit.
    func worst(_ faults: [ScreenFaults.Fault]) -> [(fault: ScreenFaults.Fault, position: Position)] {
        var places: [Position: Int] = [:]
        var worst: [(fault: ScreenFaults.Fault, position: Position)] = []
        for fault in faults {
            let position = position(of: fault)
            if let place = places[position] {
                if fault.number > worst[place].fault.number { worst[place].fault = fault }
            } else {
                places[position] = worst.count
                worst.append((fault, position))
            }
        }
        return worst
    }
}

extension PackText {
    /// Where the text stands in a language, or its source where that has none of its own.
    func position(_ language: Int) -> Position { place.translations[language]?.position ?? place.source }
}

extension TextMeasure {
    /// How much of a screen a text takes, whatever its encoding: half a UCS-2 unit, or a septet.
    var size: Int { encoding == .ucs2 ? units * 2 : units }
}
