/// How far a language is translated.
package struct TranslationStatus: Hashable, Sendable {
    /// Texts with a translation that counts.
    package let translated: Int
    /// Texts whose translation was made from another wording.
    package let fuzzy: Int
    /// Texts without any.
    package let missing: Int
    /// Translations of texts that are gone.
    package let obsolete: Int

    /// Counts a pack's texts in a language's file; nil where the language has none.
    package init(of template: TranslationTemplate, in file: POFile?) {
        let known = Dictionary(
            (file?.entries ?? []).map { ($0.context ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        let found = template.entries.map { entry in (entry, known[entry.context ?? ""]) }
        let present = found.filter { $1?.hasTranslation == true }
        fuzzy = present.count { entry, own in own.map { $0.isFuzzy || $0.source != entry.source } ?? false }
        translated = present.count - fuzzy
        missing = found.count - present.count
        let contexts = Set(template.entries.compactMap(\.context))
        obsolete =
            (file?.obsolete.count ?? 0)
            + (file?.entries ?? []).count { !contexts.contains($0.context ?? "") && $0.hasTranslation }
    }

    /// All texts of the pack.
    package var all: Int { translated + fuzzy + missing }
    /// In whole percent, rounded down so that 100 means all.
    package var percent: Int { all == 0 ? 100 : translated * 100 / all }
}
