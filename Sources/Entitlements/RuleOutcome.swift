package import Expressions

/// Something that can come out of a rule.
package struct RuleOutcome: Hashable, Sendable {
    /// What it brings her, by which a list of several rules is put in order.
    package enum Gives: String, Hashable, Sendable, CaseIterable {
        /// Money that she can have now.
        case money
        /// Something to do or to know, which can wait.
        case help
        /// Nothing for her: no list has it.
        case nothing
    }

    /// What flows lead on by: `firm_route`.
    package let name: String
    /// What it means for her.
    package let text: LocalizedText?
    /// Said instead when a value of ``text`` is missing or nothing.
    package let plain: LocalizedText?
    /// The next steps, by their names in `rules/next.yaml`, the most urgent first.
    package let next: [String]
    /// Why, of the outcome ``Rule/undecided``, which has no line: what must be found out.
    package let because: LocalizedText?
    /// The provisions that ``because`` stands on, the most important first.
    package let laws: [String]
    /// The last day or month to act; nil where nothing ends.
    package let until: Expression?
    /// What it brings her.
    package let gives: Gives

    package init(
        name: String, text: LocalizedText?, plain: LocalizedText? = nil, next: [String] = [],
        because: LocalizedText? = nil, laws: [String] = [], until: Expression? = nil, gives: Gives = .help
    ) {
        self.name = name
        self.text = text
        self.plain = plain
        self.next = next
        self.because = because
        self.laws = laws
        self.until = until
        self.gives = gives
    }
}
