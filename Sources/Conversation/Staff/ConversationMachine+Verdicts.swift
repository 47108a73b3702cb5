package import Entitlements
package import Expressions

extension ConversationMachine {
    /// What the rules come to that were judged on a way, with what is known of her now.
    ///
    /// - Parameter path: The addresses of the steps that she walked.
    package func verdicts(along path: [String], _ snapshot: Snapshot, at now: Timestamp) -> [Verdict] {
        var snapshot = snapshot
        if !snapshot.isCurrent { snapshot.session = nil }
        let walk = Walk(self, channel: ChannelView(name: "staff", kind: .sms), snapshot: snapshot, at: now)
        var (steps, rules): (Set<String>, Set<String>) = ([], [])
        return path.filter { steps.insert($0).inserted }.flatMap(walk.verdicts(at:))
            .filter { rules.insert($0.rule).inserted }
    }
}

extension Walk {
    /// What came out at a step; nothing where it judges none, or has a question left.
    fileprivate func verdicts(at address: String) -> [Verdict] {
        guard let place = pack.places[address], case .check(let check) = pack.steps[place].verb else { return [] }
        let tag = pack.languages[language].tag
        switch check.subject {
        case .rule(let id):
            let judgement = pack.rules.judge(id, known, at: now, utcOffset: utcOffset, language: tag)
            return if case .verdict(let verdict)? = judgement { [verdict] } else { [] }
        case .several(let selection, _):
            return pack.rules.inquire(selection, known, at: now, utcOffset: utcOffset, language: tag).verdicts
        case .move: return []
        }
    }
}
