/// Which of several things a typed text names, by the words of each.
enum LabelMatch: Hashable {
    /// One of them, by its place.
    case one(Int, how: MenuReading.How)
    /// None, or no telling.
    case none
    /// More than one.
    case several

    /// Looks for the whole text first, then for it without accents, without polite words, for its beginning, and for
    /// near spellings; the first way that finds any decides.
    init(_ typed: String, among words: [[String]]) {
        self = LabelMatch.exact(typed, among: words)
        guard self == .none, typed.utf8.count <= 200 else { return }
        let search = LabelSearch(typed, among: words)
        for way in LabelSearch.ways where self == .none { self = way(search) }
    }

    /// The thing that has exactly this word.
    static func exact(_ typed: String, among words: [[String]]) -> LabelMatch {
        of(words.indices.filter { words[$0].contains(typed) }, how: .word)
    }

    static func of(_ found: [Int], how: MenuReading.How) -> LabelMatch {
        found.isEmpty ? .none : found.count == 1 ? .one(found[0], how: how) : .several
    }
}

/// A search among the bare words of all things.
private struct LabelSearch {
    let typed: String
    /// The words of the typed text that are not polite ones.
    let pieces: [String]
    let words: [[String]]

    private var core: String { pieces.joined(separator: " ") }

    static let ways: [@Sendable (LabelSearch) -> LabelMatch] = [
        { $0.equal }, { $0.equalCore }, { $0.everyWord }, { $0.beginning }, { $0.near(to: $0.typed) },
        { $0.near(to: $0.core) },
    ]

    init(_ folded: String, among words: [[String]]) {
        let known = Set(words.joined())
        typed = Folding.bare(folded)
        pieces = PoliteWords.core(of: folded, reach: .telling, keeping: known.contains).map(Folding.bare)
        self.words = words.map { $0.map(Folding.bare) }
    }

    var equal: LabelMatch { find(.word) { $0 == typed } }

    /// Both sides without polite words: `pay is late` is `my pay is late`.
    var equalCore: LabelMatch {
        guard !core.isEmpty, core.count > 1 || Words.isIdeograph(core.first ?? " ") else { return .none }
        return find(.word) { word in
            word == core
                || core.count >= 4 && PoliteWords.core(of: word, reach: .telling).joined(separator: " ") == core
        }
    }

    /// Several words that all name the same thing: `yes, still`.
    var everyWord: LabelMatch {
        guard pieces.count > 1 else { return .none }
        return LabelMatch.of(words.indices.filter { Set(words[$0]).isSuperset(of: pieces) }, how: .word)
    }

    /// What begins one thing's words, and stands nowhere in another's.
    var beginning: LabelMatch {
        for text in [typed, core] where isLongEnough(text) {
            let found = find(.beginning) { isBeginning(text, of: $0) }
            guard case .one(let place, _) = found else {
                if found == .several { return .several }
                continue
            }
            let others = words.indices.filter { $0 != place && words[$0].contains { stands(text, in: $0) } }
            return others.isEmpty ? found : .several
        }
        return .none
    }

    func near(to text: String) -> LabelMatch {
        guard YesNoWords.plain(text) == nil, !UnknownWords.says(text) else { return .none }
        return find(.spelling) { NearSpelling.isNear(text, $0) }
    }

    private func find(_ how: MenuReading.How, _ matches: (String) -> Bool) -> LabelMatch {
        LabelMatch.of(words.indices.filter { words[$0].contains(where: matches) }, how: how)
    }

    /// Enough of a word to mean something; a short one must be the whole of what stands before a comma.
    private func isLongEnough(_ text: String) -> Bool {
        text.count >= (text.first.map(Words.isIdeograph) ?? false ? 2 : text == typed ? 2 : 4)
    }

    private func isBeginning(_ text: String, of word: String) -> Bool {
        guard text.count < word.count, word.hasPrefix(text), let next = word.dropFirst(text.count).first else {
            return false
        }
        if let last = text.last, Words.isDigit(last), Words.isDigit(next) { return false }
        if text.count == 2, !Words.isIdeograph(text.first ?? " ") {
            return text.first.map { $0.isASCII } ?? true ? ",;:.".contains(next) : true
        }
        return true
    }

    private func stands(_ text: String, in word: String) -> Bool {
        if text.contains(where: Words.isIdeograph) { return word.contains(text) }
        return (" " + Words.split(word).joined(separator: " ") + " ").contains(" " + text + " ")
    }
}
