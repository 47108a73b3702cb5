import Conversation
import Entitlements

extension CheckRule {
    static let untestedStep = CheckRule(
        "untested-step", "Y01", .warning, summary: "no talk comes to a step",
        reason: """
            A talk is the only proof that a conversation goes as it was meant. A step that no talk reaches may say anything \
            to anybody. 'waymark test --verbose' also lists the options that no talk chooses.
            """
    ) { context in
        guard !context.talks.isEmpty else {
            return [
                Finding(
                    "this pack has no talks", at: context.packPosition,
                    suggestion: "write down in talks/ how its conversations must go")
            ]
        }
        let walked = context.walked.steps.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        let asked = context.askedFacts
        return context.steps.filter { step in
            !walked.contains(step.step.address) && (step.step.flow != Fact.flow || asked.contains(step.step.name))
        }.map { step in
            Finding(
                "no talk comes to step '\(step.step.name)'", at: step.position,
                suggestion: "add a talk that walks here")
        }
    }

    static let untestedLanguage = CheckRule(
        "untested-language", "Y01", .warning, summary: "no talk is in a language",
        reason: """
            A language that no talk is in was perhaps never read on a screen: how its texts are cut into pages, and whether \
            its words are understood, nobody has seen.
            """
    ) { context in
        guard !context.talks.isEmpty else { return [] }
        return context.pack.languages.filter { context.walked.steps[$0.tag] == nil }.map { language in
            Finding(
                "no talk is in \(language.tag)", at: context.position("languages", language.tag),
                suggestion: "add a talk: on ussd ... in \(language.tag)")
        }
    }
}

extension CheckContext {
    /// The facts that rules can ask for which some step checks; the others have only the rules' own tests.
    fileprivate var askedFacts: Set<String> {
        Set(
            pack.steps.flatMap { step -> [String] in
                guard case .check(let check) = step.verb else { return [] }
                return check.facts(in: pack.rules)
            })
    }
}
