import Conversation
import Expressions
import Telephony

extension CheckRule {
    static let privateInMessage = CheckRule(
        "private-in-message", "P04", .error, summary: "an SMS holds a private value that she was not asked about",
        reason: """
            A USSD screen is gone when the session ends; an SMS stays in the phone, and phones are shared: in Togo one SIM \
            in five. The phones of women are read by their families. Say in the SMS what she needs to act, and leave the \
            private value out. Where she wants it, to show it to an office, 'private: true' sends it, behind a menu that \
            asks her each time and that no dialled code can answer.
            """
    ) { context in
        let unasked = context.sentUnasked
        return context.steps.flatMap { step -> [Finding] in
            guard case .send = step.step.verb else { return [] }
            guard !step.step.isPrivate else { return unasked[step.place] ? [.unasked(at: step.position)] : [] }
            return context.versionsOfSteps[step.place].flatMap { version in
                version.template.references.filter { context.privateNames.isPrivate($0, in: step.step) }.map {
                    Finding(
                        "this SMS holds a private value", at: version.position(at: $0.offset),
                        suggestion: "leave the value out, or show it on the screen only")
                }
            }
        }
    }
}

extension CheckContext {
    /// Which steps are reached without a menu that asks and that no dialled code can answer.
    fileprivate var sentUnasked: [Bool] {
        let starts =
            [pack.start] + pack.keywords.values + pack.destinations.values + [pack.otherwise].compactMap(\.self)
            + pack.steps.compactMap { if case .remind(let remind) = $0.verb { remind.flow } else { nil } }
        return graph.reached(from: starts) { [pack] place in
            guard case .menu = pack.steps[place].verb else { return false }
            return pack.steps[place].stopsShortcut
        }
    }
}

extension Finding {
    fileprivate static func unasked(at position: Position) -> Finding {
        Finding(
            "this private SMS is sent without asking her", at: position,
            suggestion: "ask before, in a menu with 'no_shortcut: true', and say that others may read it")
    }
}
