package import Conversation
import Entitlements
import Expressions
import Storage

extension SessionDesk {
    /// What the rules that a conversation judged say of her, by what is known of her now.
    ///
    /// - Parameters:
    ///   - language: The tag of the language that texts are wanted in; the pack's own where it has no other.
    ///   - sight: Without everything, neither what she answered nor what it led to line by line is told.
    package func findings(of page: SessionPage, in language: String, sight: Sight) async throws -> [RuleFinding] {
        guard let snapshot = try await parts.store.snapshot(of: page.summary.id) else { return [] }
        let (machine, pack) = (parts.library.machine, pack(of: page.summary))
        let path = page.turns.flatMap(\.line.path)
        return machine.verdicts(along: path, snapshot, at: parts.clock.now).map { verdict in
            RuleFinding(verdict, of: pack, in: pack.place(of: language), isWhole: sight == .whole)
        }
    }
}

/// What a rule says of somebody, and why.
package struct RuleFinding: Hashable, Sendable {
    /// A provision that it stands on.
    package struct Provision: Hashable, Sendable {
        /// Law and article as people may look them up.
        package let cite: String
        /// Since when what is taken from it holds, as a day.
        package let from: String
    }

    /// The rule's id.
    package let rule: String
    package let title: String
    package let version: Int
    /// The outcome's name.
    package let outcome: String
    /// Why, for the person; nil where the rule has no words for it, or they may show an answer of hers.
    package let because: String?
    package let provisions: [Provision]
    /// The lines that were tried, with what each gave; empty where they may not be shown, as the facts and figures.
    package let lines: [String]
    package let facts: [String]
    package let figures: [String]

    fileprivate init(_ verdict: Verdict, of pack: Pack, in language: Int, isWhole: Bool) {
        let (book, trace) = (pack.rules, verdict.trace)
        rule = verdict.rule
        title = book.rules[verdict.rule]?.title.version(language).literal ?? verdict.rule
        version = trace.version
        outcome = verdict.outcome
        because = isWhole ? (try? book.because(of: verdict, in: language)) : nil
        provisions = verdict.laws.compactMap { law in
            (try? book.render(law.cite, of: verdict, in: language)).map {
                Provision(cite: $0, from: trace.start(of: law.id).iso)
            }
        }
        lines = isWhole ? trace.lines.map { "\($0.number). \($0.when) = \($0.value.shown)" } : []
        facts = isWhole ? trace.facts.map { "\($0.name) = \($0.value.shown)" } : []
        figures =
            isWhole
            ? trace.figures.map { figure in
                "p.\(figure.name) = " + (figure.row.map { "\($0.value.shown) (\($0.days.from.iso))" } ?? "–")
            } : []
    }
}

extension Value {
    /// A value as staff read it.
    fileprivate var shown: String {
        switch self {
        case .null: "null"
        case .unknown: "–"
        case .list, .object: json
        case .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .error: text
        }
    }
}
