package import Conversation
package import Expressions

/// Makes the texts of a pack: each source text with its translations, parsed, and what is missing or stale reported.
package final class TextCatalog {
    /// The languages of the pack, in its order.
    private let languages: [Language]
    private let source: Int
    private let log: DiagnosticLog
    /// Entries by language place and context.
    private var translations: [[String: POEntry]]
    /// Which plural form a count takes in each language.
    private let pluralRules: [PluralRule?]
    /// Which languages have a file at all.
    private let hasFile: [Bool]
    /// Whether translations are wanted at all.
    private let isTranslated: Bool
    private var used: Set<String> = []
    /// Where each text of the pack stands, by its context.
    private(set) var places: [String: TextPlace] = [:]
    /// Every text with expressions made so far, in each language, with where it stands: for checks of names.
    private(set) var templates: [(text: String, template: Template, position: Position)] = []

    /// - Parameter files: The PO files by language tag; nil to make only the pack's own texts.
    package init(languages: [Language], source: Int, files: [String: POFile]?, log: DiagnosticLog) {
        isTranslated = files != nil
        let files = files ?? [:]
        self.languages = languages
        self.source = source
        self.log = log
        hasFile = languages.map { files[$0.tag] != nil }
        translations = languages.map { language in
            let entries = files[language.tag]?.entries ?? []
            return Dictionary(entries.map { ($0.context ?? $0.source.text, $0) }) { first, _ in first }
        }
        pluralRules = languages.map { files[$0.tag]?.pluralRule ?? PluralRule.of($0.tag) }
    }

    /// A text of the pack in all languages.
    ///
    /// - Parameters:
    ///   - id: `flow#step.key`, the context in translation files.
    ///   - text: The source text.
    ///   - position: Where it stands, for messages.
    ///   - isNeeded: Whether every language must have it; else the source text stands in and nothing is reported.
    package func text(
        _ id: String, _ text: String, at position: Position, isNeeded: Bool = true
    ) -> LocalizedText? {
        guard let own = template(text, at: position) else { return nil }
        note(own, id, at: position)
        used.insert(id)
        var place = TextPlace(
            wording: own, source: position, translations: Array(repeating: nil, count: languages.count))
        checkPlurals(own, language: source, at: position)
        let versions = languages.indices.map { language in
            guard language != source, let entry = translations[language][id],
                let translated = translation(entry, id, of: text, own, language: language)
            else {
                if isNeeded, language != source { reportMissing(id, language: language, at: position) }
                return own
            }
            place.translations[language] = TextPlace.Translation(
                position: entry.translationPosition, isStale: entry.isStale(for: text, own))
            return translated
        }
        places[id] = place
        return LocalizedText(id: id, versions: versions)
    }

    /// A text that no pack words and nobody translates, the same in every language.
    func plain(_ text: String) -> LocalizedText {
        LocalizedText(id: "built-in", versions: languages.map { _ in Template(literal: text) })
    }

    /// Whether some language has a translation of a text.
    func isTranslated(_ id: String) -> Bool {
        translations.contains { $0[id] != nil }
    }

    private func reportMissing(_ id: String, language: Int, at position: Position) {
        guard isTranslated, hasFile[language], translations[language][id]?.hasTranslation != true else { return }
        let tag = languages[language].tag
        log.error(
            "missing-translation", "'\(id)' has no text in \(tag)", at: position,
            suggestion: "add it to languages/\(tag).po")
    }

    private func translation(
        _ entry: POEntry, _ id: String, of text: String, _ own: Template, language: Int
    ) -> Template? {
        guard entry.hasTranslation else { return nil }
        let tag = languages[language].tag
        if entry.isStale(for: text, own) {
            log.warning(
                "stale-translation", "the \(tag) text of '\(id)' was made from another wording", at: entry.position,
                suggestion: "check it, then run 'waymark translate merge'")
        }
        guard let translated = template(of: entry, id, own, language: language) else { return nil }
        note(translated, id, at: entry.translationPosition)
        compare(own, translated, id, tag, at: entry.translationPosition)
        checkPlurals(translated, language: language, at: entry.translationPosition)
        return translated
    }

    /// The translated text; one with plural forms is chosen by what the source counts.
    private func template(of entry: POEntry, _ id: String, _ own: Template, language: Int) -> Template? {
        guard entry.source.plural != nil else {
            return template(entry.translations.first ?? "", at: entry.translationPosition)
        }
        let forms = zip(entry.translations, entry.translationPositions).compactMap { template($0, at: $1) }
        guard forms.count == entry.translations.count else { return nil }
        guard let rule = pluralRules[language], let count = own.pluralForms?.count,
            let counted = try? Expression.parse(count)
        else { return forms.last }
        guard entry.isComplete, forms.count == rule.forms else {
            log.error(
                "plural-forms",
                "'\(id)' needs \(rule.forms) plural forms in \(languages[language].tag), not \(forms.count)",
                at: entry.translationPosition,
                suggestion: "write msgstr[0] to msgstr[\(rule.forms - 1)], each with a text")
            return nil
        }
        return Template.choosing(counted, rule, forms)
    }

    /// Each `plural()` of a text has as many forms as its language.
    private func checkPlurals(_ template: Template, language: Int, at position: Position) {
        guard let rule = pluralRules[language] else { return }
        for call in template.pluralCalls where call.forms != rule.forms {
            log.error(
                "plural-forms",
                "plural() has \(call.forms) forms here, and \(languages[language].tag) has \(rule.forms)",
                at: position.moved(by: call.offset))
        }
    }

    /// The same values must appear in every language.
    private func compare(_ own: Template, _ translated: Template, _ id: String, _ tag: String, at position: Position) {
        let name: (Reference) -> String = { ([$0.root] + $0.path).joined(separator: ".") }
        let missing = Set(own.references.map(name)).symmetricDifference(translated.references.map(name))
        if let first = missing.sorted().first {
            log.error(
                "placeholders", "the \(tag) text of '\(id)' and its source do not use the same values: '\(first)'",
                at: position)
        }
    }

    private func template(_ text: String, at position: Position) -> Template? {
        do {
            return try Template.parse(text)
        } catch {
            log.error("expression", error.message, at: position.moved(by: error.offset), suggestion: error.suggestion)
            return nil
        }
    }

    private func note(_ template: Template, _ id: String, at position: Position) {
        if template.literal == nil { templates.append((id, template, position)) }
    }

    /// Reports languages without a file and translations that nothing uses.
    package func reportLeftovers(pack: Position) {
        for (place, language) in languages.enumerated() where isTranslated && place != source && !hasFile[place] {
            log.error(
                "missing-language", "language \(language.tag) has no file", at: pack,
                suggestion: "add languages/\(language.tag).po or take \(language.tag) off the list")
        }
        for entries in translations {
            for (context, entry) in entries where !used.contains(context) {
                log.warning("unused-translation", "nothing uses the text '\(context)'", at: entry.position)
            }
        }
    }
}

/// Where a text of a pack stands in its files.
package struct TextPlace: Hashable, Sendable {
    /// A text in another language than the pack's.
    package struct Translation: Hashable, Sendable {
        /// Where the translated text begins in its PO file.
        package let position: Position
        /// Whether it was made from another wording than the one the flow has now.
        package let isStale: Bool
    }

    /// The text in the pack's own language.
    package let wording: Template
    /// Where the text begins in the flow, or in pack.yaml.
    package let source: Position
    /// One for each language of the pack, in its order; nil for the pack's own, and where the own text stands in.
    package fileprivate(set) var translations: [Translation?]
}
