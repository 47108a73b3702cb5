import Conversation
import Expressions

extension CheckRule {
    static let keptSecret = CheckRule(
        "kept-secret", "P04", .error, summary: "a PIN is kept or shown",
        reason: """
            A PIN is there to be compared and forgotten. Kept with a person it stands in the data base and its copies; \
            shown in a text it stays on the phone and in transcripts, where helpers and family read it. A PIN may go to \
            the system that knows it, by 'request', and nowhere else.
            """
    ) { context in
        context.steps.flatMap { step -> [Finding] in
            let names = context.privateNames
            let kept = step.step.verb.kept.filter { target, _ in
                if case .person(let field) = target { names.isSecret(person: field) } else { false }
            }
            let keeping = kept.prefix(1).map { target, _ in
                Finding(
                    "a PIN is kept with the person", at: step.position(ofKept: target),
                    suggestion: "save it under a name of the flow; it is gone when the conversation ends")
            }
            return keeping
                + context.versionsOfSteps[step.place].flatMap { version in
                    version.template.references.filter { names.isSecret($0, in: step.step) }.map {
                        Finding(
                            "this text shows a PIN", at: version.position(at: $0.offset),
                            suggestion: "take the value out")
                    }
                }
        }
    }
}
