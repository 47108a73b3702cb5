import Conversation

extension CheckRule {
    static let noWayOut = CheckRule(
        "no-way-out", "E03", .error, summary: "nothing helps someone who is never understood",
        reason: """
            After the last retry somebody else has to help: a person, a call back, or at least the main menu. Without a \
            way out the same question comes again for ever. 'otherwise' of the step says where, 'otherwise' of the pack \
            for all steps that do not say.
            """
    ) { context in
        let pack = context.pack
        let hasWayOut = pack.otherwise != nil || pack.destinations[.person] != nil
        let asking = context.steps.filter { $0.step.verb.isQuestion }
        let lost = hasWayOut ? [] : asking.filter { $0.step.verb.otherwise == nil }
        let missing = lost.first.map { first in
            Finding(
                lost.count == 1
                    ? "the question '\(first.step.name)' has no way out"
                    : "\(lost.count) questions have no way out, '\(first.step.name)' among them",
                at: context.packPosition,
                suggestion: "add 'otherwise:' with a flow that offers a person")
        }
        return [missing].compactMap(\.self)
            + asking.filter(\.comesBack).map {
                Finding(
                    "the way out leads back to a question", at: $0.position("otherwise"),
                    suggestion: "lead to a person or to the main menu")
            }
    }
}

extension CheckedStep {
    /// Whether the way out of a question is the question itself, or the one before it.
    fileprivate var comesBack: Bool {
        switch step.verb.otherwise {
        case .back: true
        case .step(let other): other == place
        case .home, .end, nil: false
        }
    }
}

extension Verb {
    /// Whether it asks a question that can be missed.
    fileprivate var isQuestion: Bool {
        switch self {
        case .menu, .ask: true
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: false
        }
    }

    /// Where someone goes who was not understood after the last retry, when the step says.
    var otherwise: Go? {
        switch self {
        case .menu(let menu): menu.otherwise
        case .ask(let ask): ask.otherwise
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: nil
        }
    }
}
