/// One text of a translation file with everything that tools and translators write about it.
package struct POEntry: Hashable, Sendable {
    /// What is translated: `msgid`, and `msgid_plural` where there are plural forms.
    package struct Source: Hashable, Sendable {
        /// The text, or its form for one.
        package var text: String
        /// The form for many; nil for a text without plural forms.
        package var plural: String?

        package init(_ text: String, plural: String? = nil) {
            self.text = text
            self.plural = plural
        }
    }

    /// What a fuzzy translation was made from, as far as that differs: the `#|` lines.
    package struct Previous: Hashable, Sendable {
        package var context: String?
        package var source: Source?

        package init(context: String? = nil, source: Source? = nil) {
            self.context = context
            self.source = source
        }
    }

    /// Translators' own comments, a line each, without `# `.
    package var comments: [String] = []
    /// What the program tells translators, a line each, without `#. `.
    package var notes: [String] = []
    /// Where the text stands: `wages/late.yaml:14`.
    package var references: [String] = []
    /// Marks such as `fuzzy`, in the file's order.
    package var flags: [String] = []
    /// What the translation was made from, when it is fuzzy and a tool has kept that.
    package var previous: Previous?
    /// `flow#step.key`; nil for an entry without one, such as the header.
    package var context: String?
    /// The source text the translation was made from.
    package var source: Source
    /// The text to show instead of the source, in each plural form where there are some; empty where nobody has
    /// translated it yet.
    package var translations: [String] = []
    /// Where the entry begins, for messages about its context and source.
    package var position: Position
    /// Where each translated text begins, for messages about what it says.
    package var translationPositions: [Position] = []

    package init(context: String?, source: Source, translations: [String], position: Position) {
        self.context = context
        self.source = source
        self.translations = translations
        self.position = position
    }

    /// Whether the translation may be out of date.
    package var isFuzzy: Bool {
        get { flags.contains("fuzzy") }
        set {
            flags.removeAll { $0 == "fuzzy" }
            if newValue { flags.insert("fuzzy", at: 0) }
        }
    }

    /// Whether there is anything in any form.
    package var hasTranslation: Bool { translations.contains { !$0.isEmpty } }

    /// Whether there is a text in every form.
    package var isComplete: Bool { !translations.isEmpty && !translations.contains("") }
}
