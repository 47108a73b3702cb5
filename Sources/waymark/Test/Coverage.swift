import Conversation
import Entitlements

/// How much of a pack its talks walk, and its rule tests come to.
struct Coverage {
    /// One kind of thing that can be walked.
    struct Part {
        let name: String
        let all: [String]
        let missing: [String]

        init(_ name: String, all: [String], walked: [Set<String>]) {
            self.name = name
            self.all = all
            missing = all.filter { item in !walked.contains { $0.contains(item) } }
        }

        var walked: Int { all.count - missing.count }
        /// In whole percent, rounded down so that 100 means all.
        var percent: Int { all.isEmpty ? 100 : walked * 100 / all.count }
    }

    private(set) var parts: [Part]

    init(of pack: Pack, by reports: [TalkRun.Report], rules: [RuleResult]) {
        let options = pack.steps.flatMap { step -> [String] in
            guard case .menu(let menu) = step.verb else { return [] }
            return menu.options.map { "\(step.address).\($0.number)" }
        }
        parts = [
            Part("steps", all: pack.steps.map(\.address), walked: reports.map(\.steps)),
            Part("options", all: options, walked: reports.map(\.options)),
            Part("outcomes", all: Outcome.allCases.map(\.rawValue), walked: reports.map(\.outcomes)),
            Part("languages", all: pack.languages.map(\.tag), walked: reports.map(\.languages)),
        ]
        let entitlements = pack.rules.rules.values.flatMap { rule in rule.outcomes.map { "\(rule.id).\($0.name)" } }
        guard !entitlements.isEmpty else { return }
        parts.append(Part("entitlements", all: entitlements.sorted(), walked: rules.map(\.outcomes)))
    }
}
