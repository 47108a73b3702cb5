import Conversation
import Entitlements

extension CheckRule {
    static let oddName = CheckRule(
        "odd-name", "X01", .warning, summary: "a name that other systems cannot take over",
        reason: """
            Expressions, exports and most other flow systems take names of letters, digits and _ that begin with a \
            letter. Steps and answers must be named so anyway; this rule looks at the files of flows, at person fields \
            and at constants.
            """
    ) { context in
        var flows: Set<String> = []
        let files = context.steps.filter { step in
            step.step.flow != Fact.flow && flows.insert(step.step.flow).inserted
        }
        let odd = files.filter { !$0.step.flow.split(separator: "/").allSatisfy { String($0).isName } }.map {
            finding("the flow '\($0.step.flow)'", at: $0.position)
        }
        let entries = ["person", "constants"].flatMap { key in context.entry(key)?.entries ?? [] }
        return odd
            + entries.filter { !$0.key.isName }.map { finding("'\($0.key)'", at: $0.keyPosition) }
    }

    private static func finding(_ what: String, at position: Position) -> Finding {
        Finding(
            "\(what) is not named by letters, digits and _ alone", at: position,
            suggestion: "rename it; begin with a letter")
    }
}
