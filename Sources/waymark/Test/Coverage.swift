import Conversation
import Entitlements

/// How much of a pack its talks walk, and its rule tests come to.
struct Coverage {
    /// One kind of thing that can be walked.
    struct Part {
        let name: String
        let all: [String]
        let missing: [String]

        init(_ name: String, all: [String], walked: Set<String>) {
            self.name = name
            self.all = all
            missing = all.filter { !walked.contains($0) }
        }

        var walked: Int { all.count - missing.count }
        /// In whole percent, rounded down so that 100 means all.
        var percent: Int { all.isEmpty ? 100 : walked * 100 / all.count }
    }

    /// What the pack has, and how much of it was walked in any language.
    private(set) var parts: [Part]
    /// The steps that were walked in each language, named by its tag; empty for a pack with only one.
    let languages: [Part]
    /// The steps that were walked on each channel, named by its kind.
    let channels: [Part]

    init(of pack: Pack, by walked: TalkReport.Walked, rules: [RuleResult]) {
        let steps = pack.steps.map(\.address)
        let options = pack.steps.flatMap { step in step.verb.options.map { "\(step.address).\($0.number)" } }
        let tags = pack.languages.map(\.tag)
        parts = [
            Part("steps", all: steps, walked: walked.steps.values.reduce(into: []) { $0.formUnion($1) }),
            Part("options", all: options, walked: walked.options),
            Part("outcomes", all: Outcome.allCases.map(\.rawValue), walked: walked.outcomes),
            Part("languages", all: tags, walked: Set(walked.steps.keys)),
        ]
        channels = ChannelKind.allCases.map {
            Part($0.rawValue, all: steps, walked: walked.channels[$0] ?? [])
        }
        languages = tags.count < 2 ? [] : tags.map { Part($0, all: steps, walked: walked.steps[$0] ?? []) }
        let entitlements = pack.rules.rules.values.flatMap { rule in rule.outcomes.map { "\(rule.id).\($0.name)" } }
        guard !entitlements.isEmpty else { return }
        let met = rules.reduce(into: walked.verdicts) { $0.formUnion($1.outcomes) }
        parts.append(Part("entitlements", all: entitlements.sorted(), walked: met))
    }
}
