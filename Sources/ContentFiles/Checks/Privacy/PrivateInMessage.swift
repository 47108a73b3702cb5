import Conversation
import Expressions

extension CheckRule {
    static let privateInMessage = CheckRule(
        "private-in-message", "P04", .error, summary: "an SMS holds a private value",
        reason: """
            A USSD screen is gone when the session ends; an SMS stays in the phone, and phones are shared: in Togo one SIM \
            in five. The phones of women are read by their families. Say in the SMS what she needs to act, and leave the \
            private value out.
            """
    ) { context in
        context.steps.flatMap { step -> [Finding] in
            guard case .send = step.step.verb else { return [] }
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
