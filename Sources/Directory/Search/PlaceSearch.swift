/// One search for a typed place: what is certain first, then what is likely. What could be two places is both.
struct PlaceSearch {
    let index: PlaceIndex
    let map: RegionMap
    /// Only places inside this one count.
    let ancestor: Int?

    /// Fewer letters begin too many names.
    private static let shortestBeginning = (han: 2, letters: 3)
    private static let initialsLength = 2...6
    /// Names longer than this, written without spaces, are not taken for a place inside another one.
    private static let longestPair = 48

    /// The places that can be meant by a text.
    func places(for typed: String) -> Set<Int> {
        let text = PlaceText(typed)
        guard !text.words.isEmpty else { return [] }
        let forms = Fillers.forms(of: text)
        for form in forms {
            let found = certain(form)
            if !found.isEmpty { return withLarger(found, form) }
        }
        for form in forms {
            let found = likely(form)
            if !found.isEmpty { return withLarger(found, form) }
        }
        return inside(Mentions(named: { named($0) }, innermost: map.innermost).places(in: text))
    }

    /// A small place that is written in letters much like a large one is asked back with it: more people who write
    /// `hulan` or `chendu` mean Hunan and Chengdu than the district of that name.
    private func withLarger(_ places: Set<Int>, _ text: PlaceText) -> Set<Int> {
        guard text.joined.isPlainLetters, places.allSatisfy({ map.level(of: $0) == .district }) else { return places }
        return places.union(index.near(text.joined) { isInside($0) && map.level(of: $0) < .district })
    }

    /// A whole name, a postcode, or names of places inside one another.
    private func certain(_ text: PlaceText) -> Set<Int> {
        let name = text.joined
        if name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return inside(index.postcode(name)) }
        let whole = inside(named(text))
        return whole.isEmpty ? inside(pairs(name)) : whole
    }

    /// The places of a name with or without the word for its kind, which decides between a city and its province.
    private func named(_ text: PlaceText) -> Set<Int> {
        let places = index.named(text.joined, tones: text.tones)
        guard places.isEmpty, let (name, levels) = PlaceWords.stripped(text) else { return places }
        let stripped = index.named(name.joined, tones: name.tones)
        let ofKind = stripped.filter { levels.contains(map.level(of: $0)) }
        return ofKind.isEmpty ? stripped : ofKind
    }

    private func named(_ name: Substring) -> Set<Int> {
        named(PlaceText([String(name)]))
    }

    /// Two or more names without anything between them: `江苏省苏州市`, `suzhoujiangsu`, in either order.
    private func pairs(_ name: String, parts: Int = 3) -> Set<Int> {
        guard name.utf8.count <= Self.longestPair * 3, parts > 0 else { return [] }
        var found: Set<Int> = []
        for cut in name.indices.dropFirst() {
            let right = named(name[cut...])
            guard !right.isEmpty else { continue }
            let start = String(name[..<cut])
            let left = named(name[..<cut])
            found.formUnion(map.innermost(left.isEmpty ? pairs(start, parts: parts - 1) : left, right))
        }
        return found
    }

    /// Initials, the beginning of a name, a place inside another with one of the two not fully written, or slips.
    private func likely(_ text: PlaceText) -> Set<Int> {
        let short = inside(abbreviated(text.joined))
        if !short.isEmpty { return short }
        let pairs = inside(likelyPairs(text))
        if !pairs.isEmpty { return pairs }
        return inside(misspelt(text))
    }

    private func abbreviated(_ name: String) -> Set<Int> {
        let isPlain = name.isPlainLetters
        let initials = isPlain && Self.initialsLength.contains(name.utf8.count) ? index.initialled(name) : []
        let shortest = name.isHan ? Self.shortestBeginning.han : Self.shortestBeginning.letters
        return name.count < shortest ? initials : initials.union(index.beginning(with: name))
    }

    private func misspelt(_ text: PlaceText) -> Set<Int> {
        let whole = index.near(text.joined, among: isInside)
        guard whole.isEmpty, let stripped = PlaceWords.stripped(text)?.name else { return whole }
        return index.near(stripped.joined, among: isInside)
    }

    private func loose(_ words: ArraySlice<String>) -> Set<Int> {
        let text = PlaceText(Array(words))
        let certain = named(text)
        guard certain.isEmpty else { return certain }
        return abbreviated(text.joined).union(misspelt(text))
    }

    private func likelyPairs(_ text: PlaceText) -> Set<Int> {
        let words = text.words
        guard words.count > 1 else { return beginningPairs(text.joined) }
        guard words.count <= 8 else { return [] }
        return (1..<words.count).reduce(into: []) { found, cut in
            let left = loose(words[..<cut])
            if !left.isEmpty { found.formUnion(map.innermost(left, loose(words[cut...]))) }
        }
    }

    /// A whole name and the beginning of one inside it: 深圳南山 written 深圳南.
    private func beginningPairs(_ name: String) -> Set<Int> {
        guard name.isHan, name.count <= Self.longestPair else { return [] }
        return name.indices.dropFirst().reduce(into: []) { found, cut in
            let left = named(name[..<cut])
            if !left.isEmpty { found.formUnion(map.innermost(left, abbreviated(String(name[cut...])))) }
        }
    }

    private func inside(_ places: Set<Int>) -> Set<Int> {
        ancestor == nil ? places : places.filter(isInside)
    }

    private func isInside(_ place: Int) -> Bool {
        ancestor.map { map.contains($0, place) } ?? true
    }
}
