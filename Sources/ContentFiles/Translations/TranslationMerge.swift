package import Conversation
import Expressions

/// Brings a language's file up to date with a pack's texts, losing no translation and no comment.
///
/// A text that is new is empty; one whose wording changed keeps its translation, marked fuzzy, with the wording it was made
/// from; one that moved to another step is found by its wording and marked fuzzy, too; one that is gone is kept at the end
/// (`#~`), and comes back when the text does. Merging twice changes nothing.
package struct TranslationMerge {
    /// The merged file.
    package private(set) var file: POFile
    /// Contexts of texts that nobody has translated yet and that were not in the file.
    package private(set) var added: [String] = []
    /// Contexts whose translations became fuzzy.
    package private(set) var fuzzy: [String] = []
    /// Contexts that are gone from the pack.
    package private(set) var dropped: [String] = []

    private let forms: Int
    private var unused: [String: POEntry]

    /// - Parameters:
    ///   - old: The file as it is; nil for a new language.
    ///   - language: The language's tag.
    package init(_ template: TranslationTemplate, into old: POFile?, for pack: Pack, language: String) {
        let rule = old?.pluralRule ?? PluralRule.of(language)
        forms = rule?.forms ?? 1
        var header = old?.header ?? POHeader.entry(for: pack, language: language)
        POHeader.complete(&header, for: pack, language: language)
        let contexts = Set(template.entries.compactMap(\.context))
        let earlier = (old?.entries ?? []) + (old?.obsolete ?? [])
        unused = Dictionary(
            earlier.filter { !contexts.contains($0.context ?? "") && $0.hasTranslation }.map { ($0.source.text, $0) },
            uniquingKeysWith: { first, _ in first })
        file = POFile(header: header, entries: [], closing: old?.closing ?? [])
        let known = Dictionary(earlier.map { ($0.context ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        var moved: Set<String> = []
        for entry in template.entries {
            file.entries.append(merged(entry, known[entry.context ?? ""], &moved))
        }
        keepLeftovers(earlier, contexts, moved)
        dropped = (old?.entries ?? []).compactMap(\.context).filter { !contexts.contains($0) && !moved.contains($0) }
    }

    /// A text of the pack with what is known of its translation.
    private mutating func merged(_ fresh: POEntry, _ known: POEntry?, _ moved: inout Set<String>) -> POEntry {
        var entry = fresh
        if let known {
            take(known, into: &entry)
            if known.source != fresh.source, known.hasTranslation { mark(&entry, from: known) }
        } else if let other = unused[fresh.source.text], other.source == fresh.source {
            take(other, into: &entry)
            mark(&entry, from: other)
            other.context.map { _ = moved.insert($0) }
        } else {
            added.append(fresh.context ?? "")
        }
        entry.translations = fitted(entry.translations, isPlural: fresh.source.plural != nil)
        return entry
    }

    /// What translators wrote; what the program says about the text stays new.
    private func take(_ known: POEntry, into entry: inout POEntry) {
        entry.comments = known.comments
        entry.flags = known.flags
        entry.previous = known.previous
        entry.translations = known.translations
    }

    private mutating func mark(_ entry: inout POEntry, from known: POEntry) {
        if !known.isFuzzy || entry.previous == nil {
            entry.previous = POEntry.Previous(
                context: known.context == entry.context ? nil : known.context,
                source: known.source == entry.source ? nil : known.source)
        }
        entry.isFuzzy = true
        fuzzy.append(entry.context ?? "")
    }

    /// As many texts as the entry has forms; a text that is there serves for the others, which a person must look at.
    private func fitted(_ translations: [String], isPlural: Bool) -> [String] {
        let count = isPlural ? forms : 1
        if translations.count == count { return translations }
        let filler = translations.last ?? ""
        return Array(translations.prefix(count)) + Array(repeating: filler, count: max(0, count - translations.count))
    }

    /// Translations of texts that are gone, once each.
    private mutating func keepLeftovers(_ earlier: [POEntry], _ contexts: Set<String>, _ moved: Set<String>) {
        var seen: Set<String> = []
        for var entry in earlier where entry.hasTranslation && !contexts.contains(entry.context ?? "") {
            guard !moved.contains(entry.context ?? ""), seen.insert(entry.context ?? entry.source.text).inserted else {
                continue
            }
            entry.notes = []
            entry.references = []
            file.obsolete.append(entry)
        }
    }
}
