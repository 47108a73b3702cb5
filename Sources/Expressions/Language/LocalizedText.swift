/// One text of a pack in all of its languages.
package struct LocalizedText: Hashable, Sendable {
    /// Where the text comes from: `flow#step.key`, also the message context in translation files.
    package let id: String
    /// One version per language of the pack, in the pack's order.
    package let versions: [Template]

    package init(id: String, versions: [Template]) {
        self.id = id
        self.versions = versions
    }

    /// The version for a language, by its place in the pack's list; the first language's when that place has none.
    package func version(_ language: Int) -> Template {
        versions.indices.contains(language) ? versions[language] : versions[0]
    }
}
