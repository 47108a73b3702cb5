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
        switch check.subject {
        case .rule(let id): checkOutcomes(of: id, check, draft)
        case .several(let selection, _): checkList(selection, check, draft)
        case .move(let selection, let from, let to):
            checkList(selection, check, draft)
            checkMove(from, to, check, draft)
        }
    }

    private func reportUnknown(_ name: String, among known: [String], _ draft: StepDraft) {
        let near = nearest(to: name, among: known)
        log.error(
            "unknown-rule", "there is no rule '\(name)'", at: draft.position(of: "check"),
            suggestion: near.map { "did you mean '\($0)'?" } ?? "rules stand in the folder 'rules'")
    }

    /// Every rule of a list is there, and so is each that has a way of its own.
    private func checkList(_ selection: RuleSelection, _ check: Check, _ draft: StepDraft) {
        let ids = pack.rules.rules.keys.sorted()
        if case .named(let parts) = selection {
            for case .rule(let id) in parts where pack.rules.rules[id] == nil {
                reportUnknown(id, among: ids + Rule.Area.allCases.map(\.rawValue) + ["all"], draft)
            }
        }
        let rules = check.rules(in: pack.rules).map(\.id)
        for id in check.ways.keys.sorted() where !rules.contains(id) {
            let near = nearest(to: id, among: rules)
            log.error(
                "unknown-rule", "'\(id)' is no rule of this list", at: draft.position(of: "go"),
                suggestion: near.map { "did you mean '\($0)'?" })
        }
        guard check.otherwise == nil, let first = rules.first(where: { check.ways[$0] == nil }) else { return }
        log.error(
            "dead-end", "nobody says where '\(first)' leads", at: draft.position(of: "go"),
            suggestion: "add '\(first): ...' or 'else: ...'")
    }

    /// Both places are asked for as places, and some rule leaves something to do.
    private func checkMove(_ from: String, _ to: String, _ check: Check, _ draft: StepDraft) {
        let asked = pack.rules.facts.keys.filter(isPlace).sorted()
        for name in [from, to] where !asked.contains(name) {
            let near = nearest(to: name, among: asked)
            log.error(
                "move-place", "'\(name)' is no fact that asks for a place", at: draft.position(of: "moved"),
                suggestion: near.map { "did you mean '\($0)'?" } ?? "add it to \(FactsFile.path) with type: place")
        }
        guard !check.rules(in: pack.rules).contains(where: { $0.portability?.next.isEmpty == false }) else { return }
        log.error(
            "move-nothing", "no rule of this list says what to do after a move", at: draft.position(of: "check"),
            suggestion: "add 'next' to the portability of a rule")
    }

    private func isPlace(_ fact: String) -> Bool {
        guard let place = pack.places["\(Fact.flow)#\(fact)"], case .ask(let ask) = pack.steps[place].verb else {
            return false
        }
        return ask.answer.type == .place
    }

    private func checkOutcomes(of id: String, _ check: Check, _ draft: StepDraft) {
        guard let rule = pack.rules.rules[id] else {
            return reportUnknown(id, among: pack.rules.rules.keys.sorted(), draft)
        }
        let known = Set(rule.outcomes.map(\.name) + [Rule.undecided])
        for name in check.ways.keys.sorted() where !known.contains(name) {
            let near = nearest(to: name, among: known.sorted())
            log.error(
                "unknown-outcome", "rule '\(id)' has no outcome '\(name)'", at: draft.position(of: "go"),
                suggestion: near.map { "did you mean '\($0)'?" })
        }
        let missing = known.subtracting(check.ways.keys).sorted()
        guard check.otherwise == nil, let first = missing.first else { return }
        log.error(
            "dead-end", "nobody says where the outcome '\(first)' of '\(id)' leads",
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
    func position(of key: String) -> Position {
        value.entries?.first { $0.key == key }?.value.position ?? position
    }
}
