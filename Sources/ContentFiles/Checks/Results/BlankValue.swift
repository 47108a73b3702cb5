import Conversation
import Entitlements
import Expressions

extension CheckRule {
    static let blankValue = CheckRule(
        "blank-value", "V02", .error, summary: "a text shows a value of a rule that can be missing",
        reason: """
            What a rule has no value for is null: the reason where nobody wrote one for 'undecided', a month that could \
            not be worked out, a caution where nothing is only usual. Null in a text is a blank, and people would read \
            half a sentence. Every way from a check to a text is walked, for each outcome that the rule can come to.
            """
    ) { context in
        var found: [Position: Finding] = [:]
        for result in context.results {
            for blank in [nil] + result.sometimesBlank.sorted().map(Optional.some) {
                for visit in result.walk(blank: blank).visits {
                    for finding in context.blanks(at: visit, of: result) { found[finding.position] = finding }
                }
            }
        }
        return found.values.sorted { $0.position < $1.position }
    }
}

extension CheckContext {
    /// What a step would show of a result that is not there.
    fileprivate func blanks(at visit: ResultWalk.Visit, of result: CheckedResult) -> [Finding] {
        shown(at: visit).filter(\.isSource).flatMap { version in
            version.template.expressions.compactMap { expression, offset in
                guard let name = expression.references.first(where: { visit.names[$0.root] != nil }) else { return nil }
                switch visit.value(of: expression, in: pack) {
                case .null, .error: break
                default: return nil
                }
                let path = ([name.root] + name.path).joined(separator: ".")
                let isReason = name.path.first?.lowercased() == "why" && result.outcome == Rule.undecided
                return Finding(
                    "\(path) is null where '\(result.rule)' comes to '\(result.outcome)': nothing would stand here",
                    at: version.position(at: offset),
                    suggestion: isReason
                        ? "give the rule's 'undecided' a 'because' and 'law', or branch on \(path) = null before"
                        : "branch on \(path) = null before, or write ${default(\(path), '...')}")
            }
        }
    }

    /// The texts of a step that people see there: not the labels of options that its conditions leave out.
    private func shown(at visit: ResultWalk.Visit) -> [TextVersion] {
        var hidden: Set<Int> = []
        if case .menu(let menu) = pack.steps[visit.place].verb {
            let left = menu.options.filter { option in
                option.when.map { visit.value(of: $0, in: pack).isTrue == false } ?? false
            }
            hidden = Set(left.map(\.number))
        }
        return versionsOfSteps[visit.place].filter { version in
            if case .option(let number) = version.text.role { return !hidden.contains(number) }
            return version.text.role != .note
        }
    }
}
