package import Expressions

/// A numbered menu.
package struct Menu: Sendable {
    /// The question above the options.
    package let text: LocalizedText
    /// Every option in the file's order; which of them are shown depends on their conditions.
    package let options: [Option]
    /// Where the label of the chosen option's value is kept.
    package let save: Target?
    /// What stands above the options after each answer that was not understood; empty: the pack's own sentence.
    package let retry: [LocalizedText]
    /// Where someone goes whose answers were not understood after the last retry; nil: where the pack says.
    package let otherwise: Go?

    package init(text: LocalizedText, options: [Option], save: Target?, retry: [LocalizedText], otherwise: Go?) {
        self.text = text
        self.options = options
        self.save = save
        self.retry = retry
        self.otherwise = otherwise
    }
}

/// One choice of a menu. Its number is its place in the file, and stays it whatever is shown.
package struct Option: Sendable {
    /// What is typed to choose it, from 1.
    package let number: Int
    /// What stands behind the number.
    package let label: LocalizedText
    /// Labels and words that choose it, folded, of all languages.
    package let words: [String]
    /// Old digits that still choose it.
    package let aliases: [String]
    /// Shown only when this holds.
    package let when: Expression?
    /// What choosing it computes and keeps, in order, after the menu's own `save`.
    package let set: [Change]
    /// What `save` of the menu keeps: the label in the pack's own language.
    package let value: String
    /// Where choosing it leads.
    package let go: Go

    package init(
        number: Int, label: LocalizedText, words: [String], aliases: [String] = [], when: Expression? = nil,
        set: [Change] = [], value: String, go: Go
    ) {
        self.number = number
        self.label = label
        self.words = words
        self.aliases = aliases
        self.when = when
        self.set = set
        self.value = value
        self.go = go
    }
}
