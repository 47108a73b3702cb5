import Conversation
import Directory
import Entitlements

/// Every rule that a step checks is in the rule book, with a way for each of its outcomes; every kind that is searched is
/// in the directory.
struct SearchCheck {
    let pack: Pack
    /// The drafts of the pack's steps, in their order.
    let drafts: [StepDraft]
    let log: DiagnosticLog

    func check() {
        for (step, draft) in zip(pack.steps, drafts) {
            switch step.verb {
            case .check(let check): self.check(check, draft)
            case .find(let find): self.check(find, draft)
            case .say, .menu, .ask, .branch, .set, .call, .send, .refer, .remind, .request, .end: break
            }
        }
    }

    private func check(_ check: Check, _ draft: StepDraft) {
        guard let rule = pack.rules.rules[check.rule] else {
            let near = nearest(to: check.rule, among: pack.rules.rules.keys.sorted())
            return log.error(
                "unknown-rule", "there is no rule '\(check.rule)'", at: draft.position(of: "check"),
                suggestion: near.map { "did you mean '\($0)'?" } ?? "rules stand in the folder 'rules'")
        }
        let known = Set(rule.outcomes.map(\.name) + [Rule.undecided])
        for name in check.ways.keys.sorted() where !known.contains(name) {
            let near = nearest(to: name, among: known.sorted())
            log.error(
                "unknown-outcome", "rule '\(check.rule)' has no outcome '\(name)'", at: draft.position(of: "go"),
                suggestion: near.map { "did you mean '\($0)'?" })
        }
        let missing = known.subtracting(check.ways.keys).sorted()
        guard check.otherwise == nil, let first = missing.first else { return }
        log.error(
            "dead-end", "nobody says where the outcome '\(first)' of '\(check.rule)' leads",
            at: draft.position(of: "go"),
            suggestion: "add '\(first): ...' or 'else: ...'")
    }

    private func check(_ find: Find, _ draft: StepDraft) {
        guard !pack.directory.kinds.contains(find.kind) else { return }
        let near = nearest(to: find.kind, among: pack.directory.kinds.sorted())
        log.error(
            "unknown-kind", "the directory has no kind '\(find.kind)'", at: draft.position(of: "find"),
            suggestion: near.map { "did you mean '\($0)'?" } ?? "a kind is a file: directory/\(find.kind).csv")
    }
}

extension StepDraft {
    /// Where the value of a key stands; where the step begins when the key is not there.
    fileprivate func position(of key: String) -> Position {
        value.entries?.first { $0.key == key }?.value.position ?? position
    }
}
