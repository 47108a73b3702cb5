/// Numbers written as words: English, French, Swahili, Hindi, Arabic and Chinese, whatever the pack speaks.
enum NumberWords {
    /// No number that is read has more words; longer texts are sentences.
    private static let mostWords = 12

    /// The number a folded text stands for, nil when it is not exactly one number.
    static func number(_ folded: String) -> Int? {
        guard folded.utf8.count <= 120 else { return nil }
        if let number = ChineseNumerals.number(folded) { return number }
        let words = Folding.bare(folded).split { $0 == " " || $0 == "-" }.map(String.init)
        guard !words.isEmpty, words.count <= mostWords else { return nil }
        for lexicon in CountingWords.all {
            if let number = lexicon.number(words) { return number }
        }
        return SwahiliNumbers.number(words) ?? ArabicNumbers.number(words)
    }

    /// The number of a single word, such as `five`.
    static func word(_ word: String) -> Int? {
        ChineseNumerals.number(word) ?? words[Folding.bare(word)]
    }

    /// Every single word of every language; no word stands for two numbers.
    static let words: [String: Int] = lists.reduce(into: [:]) { all, list in all.merge(list) { first, _ in first } }

    /// The single words of each language.
    static let lists = CountingWords.all.map(\.values) + [SwahiliNumbers.values, ArabicNumbers.values]

    /// A table of words that count up by one, with `/` between several spellings of one number.
    static func table(_ list: String, from first: Int, by step: Int = 1) -> [String: Int] {
        var table: [String: Int] = [:]
        for (place, spellings) in list.listed.enumerated() {
            for spelling in spellings.split(separator: "/") {
                table[Folding.bare(Folding.fold(String(spelling)))] = first + place * step
            }
        }
        return table
    }

    /// A table of words that are not in a row: `hundred=100 thousand/grand=1000`.
    static func table(_ pairs: String) -> [String: Int] {
        var table: [String: Int] = [:]
        for pair in pairs.listed {
            let sides = pair.split(separator: "=")
            guard let spellings = sides.first, let value = sides.last.flatMap({ Int($0) }) else { continue }
            for spelling in spellings.split(separator: "/") {
                table[Folding.bare(Folding.fold(String(spelling)))] = value
            }
        }
        return table
    }
}
