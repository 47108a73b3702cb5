import Conversation
import Expressions

extension CheckRule {
    static let unboundedValue = CheckRule(
        "unbounded-value", "B03", .error, summary: "a value that may be of any length is shown",
        reason: """
            What people type and what other systems send can be of any length, and could turn one screen into ten. A \
            question for a text says 'most'; elsewhere text_slice(value, 0, 20) bounds what is shown.
            """
    ) { context in
        context.versions.compactMap { version in
            guard version.text.role != .note, version.template.literal == nil, let step = version.text.step,
                case let flow = context.pack.steps[step].flow,
                let value = context.extremes(of: flow, version.language).endless(in: version.template)
            else { return nil }
            return Finding(
                "nothing says how long ${\(value.source)} can be", at: version.position(at: value.offset),
                suggestion: "give the question's answer 'most: 30', or write ${text_slice(\(value.source), 0, 30)}")
        }
    }
}
