package import Expressions

/// What becomes of a right when she moves.
package struct Portability: Hashable, Sendable {
    /// Whether it comes along.
    package enum Moves: String, Hashable, Sendable, CaseIterable {
        case yes = "true"
        case no = "false"
        case part
    }

    /// The part of a country that it is the same in, so that a move inside it needs nothing.
    package enum Extent: String, Hashable, Sendable, CaseIterable {
        case district, city, province, country
    }

    /// Whether it comes along.
    package let moves: Moves
    /// What it is called in the list of what a move brings.
    package let title: LocalizedText
    /// What to do about it.
    package let text: LocalizedText
    /// Why, for the person: a part of a sentence; nil where there is nothing to do.
    package let because: LocalizedText?
    /// The provisions this stands on, the most important first.
    package let laws: [String]
    /// The next steps, by their names in `rules/next.yaml`; empty where a move leaves nothing to do.
    package let next: [String]
    /// The part of a country inside which a move needs nothing; nil: every move does.
    package let within: Extent?

    package init(
        moves: Moves, title: LocalizedText, text: LocalizedText, because: LocalizedText? = nil, laws: [String],
        next: [String] = [], within: Extent? = nil
    ) {
        self.moves = moves
        self.title = title
        self.text = text
        self.because = because
        self.laws = laws
        self.next = next
        self.within = within
    }
}
