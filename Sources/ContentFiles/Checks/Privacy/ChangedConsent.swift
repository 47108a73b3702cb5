import Conversation
import Expressions

extension CheckRule {
    static let changedConsent = CheckRule(
        "changed-consent", "P06", .warning, summary: "the words of a consent are new, and earlier answers still count",
        reason: """
            Consent is to what she read. A slip may be mended under her yes; words that say something else need a new one: \
            raise 'wording' of the field, and everybody who said yes is asked again when she comes next. Where nothing \
            else is meant, allow it with the reason. Compared with the pack of --against.
            """
    ) { context in
        guard let published = context.settings.published, let gate = ConsentGate.all(context.pack) else { return [] }
        func wording(_ field: String, in pack: Pack) -> Int { pack.personFields[field]?.wording ?? 1 }
        if gate.fields.contains(where: { wording($0, in: context.pack) > wording($0, in: published) }) { return [] }
        return context.questions(of: gate).flatMap { step in
            let changed = context.versionsOfSteps[step.place].filter {
                $0.isOtherwise(at: step.step.address, in: published)
            }
            let first = Dictionary(changed.map { ($0.language, $0) }) { first, _ in first }
            return first.sorted { $0.key < $1.key }.map { _, version in
                Finding(
                    "these words ask for consent and are new; who agreed to the old ones is not asked again",
                    at: version.position, suggestion: "if they say something else, raise 'wording' under 'person'")
            }
        }
    }
}

extension CheckContext {
    /// The questions whose answer can be consent.
    fileprivate func questions(of gate: ConsentGate) -> [CheckedStep] {
        let givers = steps.filter { $0.isGivingConsent(gate) }.map(\.place)
        let before = graph.leading(to: givers, stops: { self.pack.steps[$0].verb.waits })
        return steps.filter { $0.step.verb.asks && (before[$0.place] || $0.step.verb.asksForConsent(gate)) }
    }
}

extension TextVersion {
    /// Whether another pack has other words for it in the same step and language, or none of these words where it has no
    /// such step.
    fileprivate func isOtherwise(at address: String, in other: Pack) -> Bool {
        guard let language = other.languages.firstIndex(where: { $0.tag == tag }) else { return false }
        let steps = other.places[address].map { [other.steps[$0]] } ?? other.steps
        let before = steps.compactMap { $0.verb.texts.first { $0.role == text.role } }
        return !before.isEmpty && !before.contains { $0.text.version(language).source == template.source }
    }
}
