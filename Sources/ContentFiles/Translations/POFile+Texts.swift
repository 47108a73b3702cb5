import Expressions

extension POEntry {
    /// Whether it was made from another wording than the one the pack has now.
    func isStale(for text: String, _ own: Template) -> Bool {
        isFuzzy || !(source.plural == nil ? source.text == text : source == own.pluralForms.map(Source.init))
    }

    /// The first translated text begins here.
    var translationPosition: Position { translationPositions.first ?? position }
}

extension POEntry.Source {
    /// A text with plural forms as gettext has it: the form for one, and the one for many.
    init(_ forms: PluralForms) {
        self.init(forms.texts.first ?? "", plural: forms.texts.last)
    }

    /// The source of an entry for a pack's text: with plural forms where they are all that makes a difference.
    init(of text: String, _ template: Template) {
        if let forms = template.pluralForms { self.init(forms) } else { self.init(text) }
    }
}
