/// Every form under which one place is found.
struct PlaceKeys {
    /// The forms of its names, aliases and pinyin, without spaces, with and without the word for its kind.
    var names: Set<String> = []
    /// The first letters of its syllables or words: `sz`.
    var initials: Set<String> = []
    /// The tones of its pinyin, one list for each way of saying it.
    var tones: Set<[UInt8]> = []

    init(_ region: Region) {
        for version in region.names.versions { add(name: version.text) }
        for alias in region.aliases { add(name: alias) }
        for pinyin in region.pinyin { add(pinyin: pinyin) }
    }

    private mutating func add(name: String) {
        let text = PlaceText(name)
        add(text)
        guard let stripped = PlaceWords.stripped(text)?.name else { return addInitials(text.words) }
        add(stripped)
        addInitials(stripped.words)
    }

    /// Pinyin is given syllable by syllable; ü is typed as u, v or yu, so all three are forms.
    private mutating func add(pinyin: String) {
        let text = PlaceText(pinyin)
        add(text)
        addInitials(text.words)
        if !text.tones.isEmpty { tones.insert(text.tones) }
        let umlauts: Set<Character> = ["ü", "ǖ", "ǘ", "ǚ", "ǜ"]
        guard pinyin.contains(where: umlauts.contains) else { return }
        for spelling in ["v", "yu"] {
            add(PlaceText(pinyin.reduce(into: "") { $0 += umlauts.contains($1) ? spelling : String($1) }))
        }
    }

    private mutating func add(_ text: PlaceText) {
        if !text.joined.isEmpty { names.insert(text.joined) }
    }

    private mutating func addInitials(_ words: [String]) {
        guard words.count > 1, words.allSatisfy(\.isPlainLetters) else { return }
        initials.insert(String(words.compactMap(\.first)))
    }
}
