import Conversation
import Expressions

extension CheckRule {
    static let hurriedAnswer = CheckRule(
        "hurried-answer", "S06", .error, summary: "dialled digits can give consent or open private things",
        reason: """
            People keep codes such as *384*77*1*2# and pass them on. Nobody may agree to something by a code that somebody \
            else wrote, and nobody may see what is private by pressing "redial". PINs and private answers stop such a code \
            by themselves; a question that leads to consent or to a private text needs 'no_shortcut: true'.
            """
    ) { context in
        let pack = context.pack
        let gate = ConsentGate(pack)
        let guarded = context.steps.filter { step in
            step.isGivingConsent(gate) || step.isShowingPerson(pack)
        }
        let before = context.graph.leading(to: guarded.map(\.place), stops: { pack.steps[$0].verb.waits })
        return context.steps.filter { step in
            let verb = step.step.verb
            guard verb.waits, !step.step.stopsShortcut else { return false }
            if case .ask(let ask) = verb, ask.hidesAnswer { return false }
            return verb.asks && (before[step.place] || verb.asksForConsent(gate))
        }.map {
            Finding(
                "a dialled code can answer this, which leads to consent or to something private", at: $0.position,
                suggestion: "add 'no_shortcut: true'")
        }
    }
}

extension CheckedStep {
    /// Whether it is a step that gives consent without asking.
    func isGivingConsent(_ gate: ConsentGate?) -> Bool {
        guard let gate, case .set(let changes, _) = step.verb else { return false }
        return changes.contains(where: gate.isGiven)
    }

    /// Whether one of its texts shows a private field of the person.
    fileprivate func isShowingPerson(_ pack: Pack) -> Bool {
        step.verb.texts.contains { role, text in
            role != .note
                && text.versions.contains { version in
                    version.references.contains { reference in
                        reference.root == "person"
                            && pack.personFields[reference.path.first?.lowercased() ?? ""]?.isPrivate == true
                    }
                }
        }
    }
}

extension Verb {
    /// Whether its answer is consent.
    func asksForConsent(_ gate: ConsentGate?) -> Bool {
        guard let gate else { return false }
        switch self {
        case .menu(let menu): return menu.options.contains { $0.set.contains(where: gate.isGiven) }
        case .ask(let ask):
            guard case .person(let field) = ask.save else { return false }
            return gate.fields.contains(field)
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: return false
        }
    }
}
