/// A text with `${...}` parts; `$${` stands for a literal `${`.
package struct Template: Hashable, Sendable {
    /// The text as written; of a text with plural forms, all of them.
    package let source: String
    let parts: [Part]

    enum Part: Hashable, Sendable {
        case text(String)
        /// An expression and the offset of its source in the template.
        case expression(Expression, offset: Int)
        /// One text of several, by a count; it is all there is in its template.
        case plural(PluralChoice)
    }

    /// A text that stands as it is, whatever signs are in it.
    package init(literal text: String) {
        self.init(source: text, parts: text.isEmpty ? [] : [.text(text)])
    }

    init(source: String, parts: [Part]) {
        self.source = source
        self.parts = parts
    }

    /// The whole text when it has no expression, with escapes undone.
    package var literal: String? {
        switch parts.count {
        case 0: ""
        case 1: if case .text(let text) = parts[0] { text } else { nil }
        default: nil
        }
    }

    /// The names its expressions use, with offsets in the template; of a text with plural forms, in the form.
    package var references: [Reference] {
        parts.flatMap { part -> [Reference] in
            switch part {
            case .text: return []
            case .expression(let expression, let offset): return expression.references.map { $0.moved(by: offset) }
            case .plural(let choice): return choice.forms.flatMap(\.references)
            }
        }
    }

    /// The expressions whose values stand in the text, with their offsets in it; of a text with plural forms, in the form.
    package var expressions: [(expression: Expression, offset: Int)] {
        parts.flatMap { part -> [(expression: Expression, offset: Int)] in
            switch part {
            case .text: []
            case .expression(let expression, let offset): [(expression, offset)]
            case .plural(let choice): choice.forms.flatMap(\.expressions)
            }
        }
    }

    package static func == (left: Template, right: Template) -> Bool { left.source == right.source }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

extension Template {
    /// What stands for a character of an expression in `masked`: Unicode's sign for an object in a text (U+FFFC).
    package static let mask: Unicode.Scalar = "\u{FFFC}"

    /// The text as written, with every character of its expressions replaced by the mask: places in it are places in
    /// the source.
    package var masked: String {
        if case .plural(let choice)? = parts.first { return choice.forms.map(\.masked).joined(separator: "\n") }
        guard parts.contains(where: { if case .expression = $0 { true } else { false } }) else { return source }
        var characters = Array(source)
        for case .expression(let expression, let start) in parts {
            let end = start + expression.source.count
            for index in start - 2...end where characters.indices.contains(index) {
                characters[index] = Character(Self.mask)
            }
        }
        return String(characters)
    }
}
