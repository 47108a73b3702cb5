/// A text written out once for each plural form: `${n} day`, `${n} days`.
package struct PluralForms: Hashable, Sendable {
    /// The expression that is counted, as written.
    package let count: String
    /// The whole text in each form, in the order of `plural(n, ...)`.
    package let texts: [String]

    /// Whether both count the same and have the same number of forms.
    fileprivate func isLike(_ other: PluralForms) -> Bool {
        count == other.count && texts.count == other.texts.count
    }
}

extension Template {
    /// The text in each of its plural forms, when `plural()` with texts as forms is all that makes the difference:
    /// `${n} ${plural(n, 'day', 'days')}` is `${n} day` and `${n} days`. Nil for every other text.
    package var pluralForms: PluralForms? {
        var plural: PluralForms?
        var pieces: [PluralForms] = []
        for part in parts {
            let piece: PluralForms
            if case .expression(let expression, _) = part, !expression.pluralCalls.isEmpty {
                guard let forms = expression.literalPlural, plural?.isLike(forms) ?? true else { return nil }
                plural = plural ?? forms
                piece = forms
            } else {
                piece = PluralForms(count: "", texts: [part.written])
            }
            // A sign before what follows could make an expression of it.
            guard !piece.texts.contains(where: { $0.hasSuffix("$") }) else { return nil }
            pieces.append(piece)
        }
        guard let plural else { return nil }
        let texts = plural.texts.indices.map { form in
            pieces.map { $0.texts.count > 1 ? $0.texts[form] : $0.texts[0] }.joined()
        }
        return PluralForms(count: plural.count, texts: texts)
    }

    /// How many forms each `plural()` of the text has, with the characters before it.
    package var pluralCalls: [(forms: Int, offset: Int)] {
        parts.flatMap { part -> [(forms: Int, offset: Int)] in
            switch part {
            case .text: []
            case .expression(let expression, let offset):
                expression.pluralCalls.map { ($0.forms, offset + $0.offset) }
            case .plural(let choice): choice.forms.flatMap(\.pluralCalls)
            }
        }
    }

    /// A text that is one of several, by the plural form that a count takes.
    ///
    /// - Parameters:
    ///   - count: What is counted.
    ///   - rule: Which form a count takes; there must be as many texts as it has forms.
    package static func choosing(_ count: Expression, _ rule: PluralRule, _ forms: [Template]) -> Template {
        precondition(forms.count == rule.forms)
        let choice = PluralChoice(count: count, rule: rule, forms: forms)
        return Template(source: forms.map(\.source).joined(separator: "\n"), parts: [.plural(choice)])
    }
}

/// One text for each plural form, of which a count chooses one.
struct PluralChoice: Hashable, Sendable {
    let count: Expression
    let rule: PluralRule
    let forms: [Template]

    /// The text for a value of the count; one that is no number has none.
    func form(_ value: Value) throws(EvaluationFault) -> Template {
        if let fault = value.reasonNotToShow { throw fault.about(count) }
        do {
            return forms[rule.form(of: try value.asNumber())]
        } catch {
            throw error.about(count)
        }
    }
}

extension Template.Part {
    /// The part as it stands in a template.
    fileprivate var written: String {
        switch self {
        case .text(let text): text.replacing("${", with: "$${")
        case .expression(let expression, _): "${\(expression.source)}"
        case .plural(let choice): choice.forms.map(\.source).joined(separator: "\n")
        }
    }
}

extension Expression {
    fileprivate var pluralCalls: [(forms: Int, offset: Int)] {
        node.calls(of: "plural").map { ($0.call.arguments.count - 1, $0.place.offset) }
    }

    /// What is counted and the forms, when the whole expression is `plural()` with nothing but texts as forms.
    fileprivate var literalPlural: PluralForms? {
        guard case .call(let call) = node.form, call.function.name == "plural", let counted = call.arguments.first,
            counted.calls(of: "plural").isEmpty
        else { return nil }
        var texts: [String] = []
        for argument in call.arguments.dropFirst() {
            guard case .literal(.text(let text)) = argument.form else { return nil }
            texts.append(text.replacing("${", with: "$${"))
        }
        let count = source.dropFirst(counted.place.offset).prefix(counted.place.length)
        return PluralForms(count: String(count), texts: texts)
    }
}
