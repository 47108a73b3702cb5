import Conversation
package import Sealing
package import Storage

/// What stands for words and for whole texts: keyed HMACs, under a key that nothing else is looked up with.
package struct WordVault: Sendable {
    private let key: LookupKey

    /// - Parameter key: The key for words of this database.
    package init(_ key: LookupKey) {
        self.key = key
    }

    /// A text with the words that it is found by; nil where it has none.
    package func phrase(_ text: String) -> Phrase? {
        let words = SearchWords.of(text)
        return words.isEmpty ? nil : Phrase(digest: key.digest("text " + text), words: words.map(digest))
    }

    /// What stands for the words that are looked for.
    package func sought(_ text: String) -> [WordDigest] { SearchWords.sought(text).map(digest) }

    private func digest(_ word: String) -> WordDigest {
        WordDigest(rawValue: Int64(key.digest("word " + word).mark))
    }
}
