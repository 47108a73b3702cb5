/// One text in several languages, for what a directory holds about a place or an office.
package struct Wordings: Hashable, Sendable {
    /// The text in one language.
    package struct Version: Hashable, Sendable {
        /// The BCP 47 tag, for example `zh-Hans`.
        package let tag: String
        /// The text, without space around.
        package let text: String

        package init(_ tag: String, _ text: String) {
            self.tag = tag
            self.text = text
        }
    }

    /// The versions there are. The first stands in for languages without one, so it should be the pack's.
    package let versions: [Version]

    package init(_ versions: [Version]) {
        self.versions = versions
    }

    /// The text in a language, else the first one there is; nil when there is none at all.
    package func text(in tag: String) -> String? {
        (versions.first { $0.tag == tag } ?? versions.first)?.text
    }
}

extension Wordings: ExpressibleByDictionaryLiteral {
    /// Texts by language tag, the one that stands in for the others first.
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map(Version.init))
    }
}
