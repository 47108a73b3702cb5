import Conversation
import Entitlements
import Expressions

/// Whether what a rule says can always be said: a value that may be missing needs a plain text beside it.
struct RuleTextCheck {
    let rule: Rule
    let log: DiagnosticLog

    /// - Parameter place: Where an outcome is declared.
    func check(at place: (String) -> Position) {
        let lacking = lacking
        for outcome in rule.outcomes {
            let isUndecided = outcome.name == Rule.undecided
            if let name = outcome.plain?.first(lacking, orAny: isUndecided) {
                log.error(
                    "rule-text", "the plain text of '\(outcome.name)' is said when '\(name)' is missing",
                    at: place(outcome.name), suggestion: "say it without \(name)")
            } else if outcome.plain == nil, let name = outcome.text?.first(lacking, orAny: isUndecided) {
                log.error(
                    "missing-plain", "the text of '\(outcome.name)' cannot be said when '\(name)' is missing",
                    at: place(outcome.name), suggestion: "add 'plain:', a text without it")
            }
        }
        for outcome in rule.outcomes {
            guard let name = outcome.because?.first([], orAny: true) else { continue }
            log.error(
                "rule-text", "the reason for '\(outcome.name)' cannot be said when '\(name)' is missing",
                at: place(outcome.name), suggestion: "say it without \(name)")
        }
        for line in rule.lines {
            guard let name = line.because.first(lacking, orAny: false) else { continue }
            log.error(
                "rule-text", "the reason for '\(line.outcome)' cannot be said when '\(name)' is missing",
                at: place(line.outcome), suggestion: "say it without \(name)")
        }
    }

    /// The names that may have no value: figures with gaps, what can be null, and what uses one of these.
    private var lacking: Set<String> {
        var lacking = Set(rule.parameters.values.filter(\.hasGaps).map { "p.\($0.name)" })
        for derived in rule.derived {
            let isLacking = derived.expression.references.contains { lacking.contains($0.path(in: rule)) }
            if derived.expression.mentionsNull || isLacking { lacking.insert(derived.name) }
        }
        return lacking
    }
}

extension Reference {
    /// The name as rules have it: a figure with its `p.`.
    fileprivate func path(in rule: Rule) -> String {
        root == "p" ? "p." + (path.first ?? "").lowercased() : root
    }
}

extension LocalizedText {
    /// The first name in it that is one of these; with `orAny` the first name at all.
    fileprivate func first(_ names: Set<String>, orAny: Bool) -> String? {
        for reference in versions.flatMap(\.references) {
            let path = reference.root == "p" ? "p." + (reference.path.first ?? "").lowercased() : reference.root
            if orAny || names.contains(path) { return path }
        }
        return nil
    }
}
