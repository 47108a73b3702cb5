import Conversation
import Expressions

extension CheckRule {
    static let silentEffect = CheckRule(
        "silent-effect", "N02", .error, summary: "something lasting happens and nobody says so",
        reason: """
            "Back" takes an answer back, but not what it caused: a case that was opened stays open, a reminder stays \
            planned. People must know that it happened, or they go back and do it again. So something is said between the \
            effect and the next question. An SMS speaks for itself.
            """
    ) { context in
        let steps = context.pack.steps
        let questions = steps.indices.filter { steps[$0].verb.asksAnything && !steps[$0].verb.namesCase }
        let silent = context.graph.leading(
            to: questions, stops: { steps[$0].verb.speaks || steps[$0].verb.asksAnything })
        return context.steps.compactMap { step in
            guard silent[step.place], let effect = step.step.verb.silentEffect else { return nil }
            return Finding(
                "\(effect), and the next question comes without a word about it", at: step.position,
                suggestion: "add 'say:', for example with the case's number")
        }
    }
}

extension Verb {
    /// What a step does that lasts and about which it says nothing itself.
    fileprivate var silentEffect: String? {
        switch self {
        case .refer(let referral): referral.say == nil ? "a case is opened" : nil
        case .remind: "a reminder is planned"
        case .say, .menu, .ask, .branch, .set, .call, .send, .check, .find, .request, .end: nil
        }
    }
    /// Whether it shows a question.
    fileprivate var asksAnything: Bool {
        switch self {
        case .menu, .ask, .find, .check: true
        case .say, .branch, .set, .call, .send, .refer, .remind, .request, .end: false
        }
    }

    /// Whether it says something before the next question.
    fileprivate var speaks: Bool {
        switch self {
        case .say, .end: true
        case .refer(let referral): referral.say != nil
        case .menu, .ask, .branch, .set, .call, .send, .check, .find, .remind, .request: false
        }
    }

    /// Whether its texts tell the number of a case, which says that there is one.
    fileprivate var namesCase: Bool { references.contains { $0.root == "case" } }
}
