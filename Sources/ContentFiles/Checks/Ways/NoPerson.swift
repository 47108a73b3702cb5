import Conversation
import Entitlements
import Expressions

extension CheckRule {
    static let noPerson = CheckRule(
        "no-person", "N04", .error, summary: "no way leads to a person",
        reason: """
            In tests with people who read little, a live person on the phone was up to ten times more accurate than any \
            text, and of 20 people who cannot read none finished a task by text alone. So every flow leads to a person: \
            by a case for staff, by a number to call, or by the word PERSON, which works everywhere once 'commands' of \
            pack.yaml says where it leads.
            """
    ) { context in
        let pack = context.pack
        let persons = context.steps.filter { context.isPerson($0) }.map(\.place)
        var leads = context.graph.leading(to: persons)
        for place in persons { leads[place] = true }
        if let place = pack.destinations[.person] {
            guard !leads[place] else { return [] }
            return [
                Finding(
                    "the word PERSON leads to '\(pack.steps[place].address)', but from there no way leads to a person",
                    at: context.position("commands", "person"),
                    suggestion: "add a step with 'refer', or a number to call")
            ]
        }
        var flows: Set<String> = [Fact.flow]
        return context.steps.filter { flows.insert($0.step.flow).inserted && !leads[$0.place] }.map {
            Finding(
                "no way leads from the flow '\($0.step.flow)' to a person", at: $0.position,
                suggestion: "say under 'commands' of pack.yaml where PERSON leads, or add a step with 'refer'")
        }
    }
}

extension CheckContext {
    /// Whether a step opens a case for staff or shows a number to call.
    fileprivate func isPerson(_ step: CheckedStep) -> Bool {
        if case .refer = step.step.verb { return true }
        return textsOfSteps[step.place].contains { text in
            text.isShown && text.text.version(pack.sourceLanguage).masked.hasPhoneNumber
        }
    }
}

extension String {
    /// Whether it has three or more digits in a row, which are a number to call unless they are a year.
    fileprivate var hasPhoneNumber: Bool {
        split { !$0.isWholeNumber }.contains { run in
            run.count >= 3 && !(run.count == 4 && (run.hasPrefix("19") || run.hasPrefix("20")))
        }
    }
}
