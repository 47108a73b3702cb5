import Conversation
import Entitlements
import Expressions

extension CheckRule {
    static let unusedAnswer = CheckRule(
        "unused-answer", "P05", .warning, summary: "something is asked and never used",
        reason: """
            Every question costs her time and money, and every answer that is kept can be lost. What no text, no \
            condition, no rule and no note to staff uses is not asked.
            """
    ) { context in
        let used = UsedNames(context.pack)
        return context.steps.flatMap { step -> [Finding] in
            guard step.step.flow != Fact.flow else { return [] }
            return step.step.verb.asked.filter { !used.contains($0, in: step.step) }.map {
                Finding(
                    "the answer '\($0.name)' is never used", at: step.position(ofKept: $0),
                    suggestion: "use it, for example in a note to staff, or do not ask")
            }
        }
    }
}

/// Every name that a pack reads.
private struct UsedNames {
    private var person: Set<String> = []
    /// Answers by flow, and those that callers read.
    private var answers: Set<[String]> = []
    private var results: Set<String> = []
    private let facts: Set<String>
    private var checking: Set<String> = []

    init(_ pack: Pack) {
        facts = Set(pack.rules.facts.keys)
        let consent = pack.settings.consent?.references ?? []
        person = Set(consent.compactMap(\.field))
        for step in pack.steps {
            if case .check = step.verb { checking.insert(step.flow) }
            for reference in step.verb.references {
                answers.insert([step.flow, reference.root])
                if reference.root.hasSuffix(AnswerType.placeNameSuffix) {
                    answers.insert([step.flow, String(reference.root.dropLast(AnswerType.placeNameSuffix.count))])
                }
                guard let field = reference.field else { continue }
                if reference.root == "person" { person.insert(field) } else { results.insert(field) }
            }
        }
    }

    func contains(_ target: Target, in step: Step) -> Bool {
        switch target {
        case .language, .pin, .sharing: true
        case .person(let field):
            person.contains(field) || person.contains(field + AnswerType.placeNameSuffix) || facts.contains(field)
        case .answer(let name):
            answers.contains([step.flow, name]) || results.contains(name)
                || facts.contains(name) && checking.contains(step.flow)
        }
    }
}

extension Reference {
    /// The name below the root.
    fileprivate var field: String? { path.first?.lowercased() }
}

extension Verb {
    /// Where the answers of people are kept that the step asks.
    fileprivate var asked: [Target] {
        switch self {
        case .menu(let menu): menu.save.map { [$0] } ?? []
        case .ask(let ask): [ask.save]
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: []
        }
    }
}
