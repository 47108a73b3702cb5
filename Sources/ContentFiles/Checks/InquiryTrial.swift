import Conversation
import Entitlements

/// Whether each rule of a check of several can be decided with the questions that the step allows: one that needs more
/// is never listed without "Ask me more".
struct InquiryTrial {
    let pack: Pack
    /// The drafts of the pack's steps, in their order.
    let drafts: [StepDraft]
    let log: DiagnosticLog

    func check() {
        for (step, draft) in zip(pack.steps, drafts) {
            guard case .check(let check) = step.verb, case .several(let selection, let limit) = check.subject else {
                continue
            }
            for rule in pack.rules.rules(in: selection) where rule.allFacts.count > limit {
                let most = mostQuestions(of: rule)
                guard most > limit else { continue }
                log.warning(
                    "many-questions", "'\(rule.id)' can need \(most) questions, more than the \(limit) of this step",
                    at: draft.position(of: "check"), suggestion: "leave the rule out, or allow more with 'questions'")
            }
        }
    }

    /// The most questions of the rule's own, and those that tell whether it is about her.
    private func mostQuestions(of rule: Rule) -> Int {
        let own = RuleSurvey(of: rule, in: pack.rules, utcOffset: pack.settings.utcOffset).mostQuestions
        return own + Set(rule.concernFacts).subtracting(rule.facts).count
    }
}
