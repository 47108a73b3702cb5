/// Words and phrases to look for in texts of one language, each with what to write instead.
struct WordList: Sendable {
    /// One found in a text.
    struct Match: Hashable {
        /// The term as it stands in the list.
        let term: String
        /// What to write instead; empty where there is no one word for it.
        let instead: String
        /// Where it begins, in characters from the beginning of the text's source.
        let offset: Int
    }

    private struct Entry {
        let words: [String]
        let term: String
        let instead: String
    }

    /// Entries by their first word, or in a script without spaces by their first sign.
    private let byWord: [String: [Entry]]
    private let bySign: [Unicode.Scalar: [(signs: [Unicode.Scalar], term: String, instead: String)]]
    /// A bit for each length in bytes that a first word has, the last for all longer ones: most words of a text need not
    /// be looked for.
    private let lengths: UInt64

    /// - Parameter terms: Terms in small letters with what to write instead. A term with a sign of a script without
    ///   spaces is looked for anywhere, another one only as whole words.
    init(_ terms: [String: String]) {
        var byWord: [String: [Entry]] = [:]
        var bySign: [Unicode.Scalar: [(signs: [Unicode.Scalar], term: String, instead: String)]] = [:]
        for (term, instead) in terms.sorted(by: { $0.key < $1.key }) {
            let scalars = Array(term.unicodeScalars)
            if let first = scalars.first, scalars.contains(where: \.isSpaceless) {
                bySign[first, default: []].append((scalars, term, instead))
            } else {
                let words = term.split(separator: " ").map(String.init)
                byWord[words.first ?? "", default: []].append(Entry(words: words, term: term, instead: instead))
            }
        }
        self.byWord = byWord
        lengths = byWord.keys.reduce(0) { $0 | Self.length(of: $1) }
        self.bySign = bySign
    }

    /// Terms without anything to write instead.
    init(_ terms: [String]) {
        self.init(Dictionary(terms.map { ($0, "") }) { first, _ in first })
    }

    /// The terms in a text, in their order.
    func matches(in wording: Wording) -> [Match] {
        var found: [Match] = []
        if !byWord.isEmpty {
            let words = wording.words
            for index in words.indices where lengths & Self.length(of: words[index].folded) != 0 {
                for entry in byWord[words[index].folded] ?? [] where matches(entry, words[index...]) {
                    found.append(Match(term: entry.term, instead: entry.instead, offset: words[index].offset))
                }
            }
        }
        if !bySign.isEmpty, wording.hasSigns { found += signMatches(in: wording) }
        return found.count < 2 ? found : found.sorted { $0.offset < $1.offset }
    }

    private static func length(of word: String) -> UInt64 { 1 << UInt64(min(word.utf8.count, 63)) }

    private func matches(_ entry: Entry, _ words: ArraySlice<Wording.Word>) -> Bool {
        words.count >= entry.words.count && zip(entry.words, words).allSatisfy { $0 == $1.folded }
    }

    private func signMatches(in wording: Wording) -> [Match] {
        wording.scalars.indices.flatMap { index -> [Match] in
            (bySign[wording.scalars[index]] ?? []).compactMap { signs, term, instead in
                wording.scalars[index...].starts(with: signs)
                    ? Match(term: term, instead: instead, offset: index) : nil
            }
        }
    }
}
