import Conversation
import Entitlements
import Expressions

extension CheckRule {
    static let beforeConsent = CheckRule(
        "before-consent", "P03", .error, summary: "something is kept about a person who has not agreed",
        reason: """
            A field study in Ghana, Kenya and elsewhere found people enrolled in services without knowing it. What is kept \
            between conversations needs her yes first, on every way that leads there: also for someone who said no and \
            goes on, and for someone who comes in by a keyword. Consent is what 'consent' of pack.yaml asks for, or the \
            person field 'consent'. Answers to rules need no way of their own: the program keeps them only with consent.
            """
    ) { context in
        let pack = context.pack
        guard let gate = ConsentGate(pack) else { return context.undeclaredConsent }
        let starts =
            [pack.start] + pack.keywords.values + pack.destinations.values + [pack.otherwise].compactMap(\.self)
        let reached = StepGraph(pack, ways: gate.ways).reached(from: starts)
        return context.steps.filter { reached[$0.place] && $0.step.flow != Fact.flow }.flatMap { step in
            step.step.verb.keptAboutPerson(but: gate.fields).map { field in
                Finding(
                    "'person.\(field)' is kept also of people who have not agreed",
                    at: step.position(ofKept: .person(field)),
                    suggestion:
                        "ask for consent before, and branch on \(gate.fields.sorted().map { "person." + $0 }[0])")
            }
        }
    }
}

extension CheckContext {
    /// One remark for a pack that keeps something and asks nobody.
    fileprivate var undeclaredConsent: [Finding] {
        guard steps.contains(where: { !$0.step.verb.keptAboutPerson(but: []).isEmpty }) else { return [] }
        return [
            Finding(
                "the pack keeps something about people and has no field for their consent", at: position("person"),
                suggestion: "add 'consent: { type: yes_no }' under 'person', and ask for it first", severity: .info)
        ]
    }
}

extension Verb {
    /// The person fields that a step gives a value, without those of consent.
    fileprivate func keptAboutPerson(but consent: Set<String>) -> [String] {
        var seen: Set<String> = []
        return kept.compactMap { target, value in
            guard case .person(let field) = target, !consent.contains(field), value?.source != "null",
                seen.insert(field).inserted
            else { return nil }
            return field
        }
    }
}
