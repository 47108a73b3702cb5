import Telephony

/// The words by which staff find a text: those of a language that puts spaces between them as they are, without accents
/// and in small letters; of one that does not, each character and each two that stand side by side.
package enum SearchWords {
    /// How words are made of texts; another way has another number, and with it everything is read anew.
    package static let form = 1
    /// A text of more different words than this is found by the first of them.
    package static let most = 600
    /// Words beyond these are not looked for.
    package static let mostSought = 12

    /// The words that a text is found by, each once, in their order.
    package static func of(_ text: String) -> [String] {
        words(of: text, limit: most) { run in run.map(String.init) + pairs(run) }
    }

    /// The words that a text must have to be found; empty where there is nothing to look for.
    package static func sought(_ text: String) -> [String] {
        words(of: text, limit: mostSought) { run in run.count == 1 ? run.map(String.init) : pairs(run) }
    }

    private static func words(of text: String, limit: Int, _ cut: ([Character]) -> [String]) -> [String] {
        var seen: Set<String> = []
        var words: [String] = []
        for word in Words.split(Folding.bare(Folding.fold(text))) {
            for piece in pieces(word, cut) where words.count < limit && seen.insert(piece).inserted {
                words.append(piece)
            }
        }
        return words
    }

    /// A word with its runs of ideographs taken apart. What is hidden in it, or nothing but one digit, is no word.
    private static func pieces(_ word: String, _ cut: ([Character]) -> [String]) -> [String] {
        var pieces: [String] = []
        var rest = Array(word)[...]
        while let first = rest.first {
            let isIdeograph = Words.isIdeograph(first)
            let run = rest.prefix { Words.isIdeograph($0) == isIdeograph }
            rest = rest.dropFirst(run.count)
            if isIdeograph {
                pieces += cut(Array(run))
            } else if run.count > 1 || !Words.isDigit(first) {
                pieces.append(String(run))
            }
        }
        return pieces
    }

    private static func pairs(_ run: [Character]) -> [String] {
        zip(run, run.dropFirst()).map { String([$0, $1]) }
    }
}
