package import Expressions

/// What a rule says to the facts known so far.
package enum Judgement: Hashable, Sendable {
    /// This fact must be asked next.
    case ask(String)
    /// The rule has come to its end.
    case verdict(Verdict)
}

/// What came out of a rule, and why.
package struct Verdict: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// The outcome's name; ``Rule/undecided`` when facts that she does not know are missing.
    package let outcome: String
    /// The shown values; of one that is not known, or not confirmed for her place, there is none.
    package let values: Object
    /// Why, for the person; empty when undecided and the rule does not say what must be found out.
    package let because: [LocalizedText]
    /// The provisions it stands on, the most important first.
    package let laws: [Law]
    /// What it means for her; nil where the rule has no words for it.
    package let text: LocalizedText?
    /// The names of the next steps, the most urgent first.
    package let next: [String]
    /// The last day to act; nil where nothing ends.
    package let until: CalendarDate?
    /// What it brings her.
    package let gives: RuleOutcome.Gives
    /// What would have to be known: facts, and figures that nobody has confirmed as `p.name`.
    package let missing: [String]
    /// The facts that she did not know and that were assumed.
    package let assumed: [String]
    /// Whether a figure that is only usual was used, so that it may differ where she is.
    package let isUsual: Bool
    /// How it came about, for staff.
    package let trace: Trace
    /// An expression that failed; staff must see it.
    package let fault: EvaluationFault?

    /// The values that its texts name.
    let names: [String: Value]
    /// The moment and clock it was judged at.
    let surroundings: Surroundings

    /// Whether she should be told that the answer rests on what is usual or assumed.
    package var isCautious: Bool { isUsual || !assumed.isEmpty }
}

/// How a verdict came about, for staff and auditors.
package struct Trace: Hashable, Sendable {
    /// A line that was tried, with what its condition gave.
    package struct Tried: Hashable, Sendable {
        /// The line's number in the file, from 1.
        package let number: Int
        /// The condition as written.
        package let when: String
        /// What it gave: true for the line that decided, the others false; unknown or an error when it could not be
        /// decided.
        package let value: Value
    }

    /// A fact that was looked at.
    package struct Given: Hashable, Sendable {
        /// The fact's name.
        package let name: String
        /// What was taken for it; unknown when she does not know it.
        package let value: Value
    }

    /// A figure that was looked at.
    package struct Figure: Hashable, Sendable {
        /// The parameter's name.
        package let name: String
        /// The row that was chosen; nil when there is none that may be used.
        package let row: RuleParameter.Row?
    }

    /// The rule's version.
    package let version: Int
    /// The first day of the rule's own time in force.
    package let inForceFrom: CalendarDate
    /// Lines in the order they were tried.
    package let lines: [Tried]
    /// Facts in the order they were looked at.
    package let facts: [Given]
    /// Figures in the order they were looked at.
    package let figures: [Figure]

    /// Since when what the verdict takes from a law holds: the start of the figure, else of the rule.
    package func start(of law: String) -> CalendarDate {
        figures.first { $0.row?.law == law }?.row?.days.from ?? inForceFrom
    }
}
