/// Names of places inside a longer text that is not understood as a whole: `i moved to kunshan last month`,
/// 我在东莞厚街打工.
///
/// A name counts only behind a word that people put before places, such as `in` or 在: elsewhere 保定 would be found in
/// 担保定金. One that a street is called after does not count.
struct Mentions {
    private static let before: Set<String> = ["in", "at", "from", "to", "near", "zai", "dao", "laizi", "cong"]
    private static let beforeHan: Set<Character> = ["在", "到", "从", "自", "去", "回", "往", "是", "住", "于"]
    private static let streets: Set<String> = ["road", "street", "avenue", "lu", "jie", "dadao", "restaurant", "hotel"]
    private static let streetsHan: Set<Character> = ["路", "街", "道", "巷", "桥", "村", "大"]
    /// The most words, or characters, of a name; `wu lu mu qi` is four.
    private static let longest = (words: 4, characters: 12)
    /// Fewer letters are other words too often: `to an`, `in he`.
    private static let shortestWord = 4

    /// The places of exactly a name.
    let named: (PlaceText) -> Set<Int>
    /// Those of two names that lie in one another.
    let innermost: (Set<Int>, Set<Int>) -> Set<Int>

    /// The places that a text tells of. One inside another that is told of is the one that is meant; of places apart,
    /// each can be.
    func places(in text: PlaceText) -> Set<Int> {
        let found = text.words.indices.flatMap { place -> [Set<Int>] in
            let word = text.words[place]
            if word.isHan { return mentions(inHan: Array(word)) }
            return place > 0 && Self.before.contains(text.words[place - 1]) ? mentions(text.words[place...]) : []
        }
        return found.reduce(into: []) { found, mention in
            let both = innermost(found, mention)
            found = both.isEmpty ? found.union(mention) : both
        }
    }

    /// The longest name that words begin with, and what follows it at once: `from guizhou zunyi`.
    private func mentions(_ words: ArraySlice<String>) -> [Set<Int>] {
        for count in stride(from: min(words.count, Self.longest.words), to: 0, by: -1) {
            let name = Array(words.prefix(count))
            let next = words.dropFirst(count).first
            guard name.joined().utf8.count >= Self.shortestWord, !(next.map(Self.streets.contains) ?? false) else {
                continue
            }
            let found = named(PlaceText(name))
            if !found.isEmpty { return [found] + mentions(words.dropFirst(count)) }
        }
        return []
    }

    /// The names behind words for being somewhere, each with those right behind it: 在佛山顺德一个厂里.
    private func mentions(inHan characters: [Character]) -> [Set<Int>] {
        characters.indices.dropFirst().filter { Self.beforeHan.contains(characters[$0 - 1]) }.flatMap { start in
            var found: [Set<Int>] = []
            var place = start
            while let (places, end) = name(in: characters, at: place) {
                found.append(places)
                place = end
            }
            return found
        }
    }

    /// The longest name that begins at a character.
    private func name(in characters: [Character], at start: Int) -> (places: Set<Int>, end: Int)? {
        let most = min(characters.count, start + Self.longest.characters)
        guard most - start >= 2 else { return nil }
        for end in stride(from: most, through: start + 2, by: -1) {
            guard end == characters.count || !Self.streetsHan.contains(characters[end]) else { continue }
            let found = named(PlaceText([String(characters[start..<end])]))
            if !found.isEmpty { return (found, end) }
        }
        return nil
    }
}
