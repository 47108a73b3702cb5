import Conversation
package import Sealing
package import Storage
import Synchronization

/// What stands for words and for whole texts: keyed HMACs, under a key that nothing else is looked up with.
package struct WordVault: Sendable {
    private let key: LookupKey
    /// What was made of the texts that came last: most screens come again and again.
    private let latest = LatestPhrases()

    /// - Parameter key: The key for words of this database.
    package init(_ key: LookupKey) {
        self.key = key
    }

    /// A text with the words that it is found by; nil where it has none.
    package func phrase(_ text: String) -> Phrase? {
        let digest = key.digest("text " + text)
        return latest.phrase(of: digest) {
            let words = SearchWords.of(text)
            return words.isEmpty ? nil : Phrase(digest: digest, words: words.map(self.digest))
        }
    }

    /// What stands for the words that are looked for.
    package func sought(_ text: String) -> [WordDigest] { SearchWords.sought(text).map(digest) }

    private func digest(_ word: String) -> WordDigest {
        WordDigest(rawValue: Int64(key.digest("word " + word).mark))
    }
}

/// The phrases of the texts that were read last, as many as fit; then it begins anew. What people say is not in it, only
/// what stands for it.
private final class LatestPhrases: Sendable {
    private static let most = 4_096

    private let phrases = Mutex<[[UInt8]: Phrase?]>([:])

    /// - Parameter digest: What stands for the text.
    func phrase(of digest: [UInt8], _ make: () -> Phrase?) -> Phrase? {
        if let known = phrases.withLock({ $0[digest] }) { return known }
        let made = make()
        phrases.withLock { phrases in
            if phrases.count >= Self.most { phrases = [:] }
            phrases[digest] = .some(made)
        }
        return made
    }
}
