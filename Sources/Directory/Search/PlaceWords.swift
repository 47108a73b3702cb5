/// Words around a name: what kind of place it is (`city`, 市), which people leave out or put in as they like.
enum PlaceWords {
    /// Which places a word may stand behind.
    private static let kinds: [String: Set<Region.Level>] = [
        "province": [.province], "state": [.province], "sheng": [.province], "省": [.province],
        "特别行政区": [.province], "自治区": [.province], "sar": [.province],
        "city": [.city, .district], "shi": [.city, .district], "市": [.city, .district],
        "municipality": [.province, .city], "prefecture": [.city], "自治州": [.city], "地区": [.city], "盟": [.city],
        "州": [.city], "diqu": [.city], "meng": [.city],
        "county": [.province, .district], "town": [.city, .district], "xian": [.district], "县": [.district],
        "自治县": [.district], "旗": [.district],
        "自治旗": [.district], "district": [.district], "qu": [.district], "区": [.district], "新区": [.district],
        "林区": [.district], "area": [.district], "region": [.province, .city], "autonomous": [], "new": [],
    ]

    /// The Chinese ones, longest first.
    private static let endings = kinds.keys.filter(\.isHan).sorted { ($0.count, $0) > ($1.count, $1) }
    /// Those that people write on to the name in pinyin: `suzhoushi`.
    private static let attached = ["sheng", "shi", "xian", "qu"]
    /// Fewer letters in front of an attached word are a syllable of the name itself.
    private static let shortestName = 4

    /// A name without the word for its kind, and the rungs that word speaks of (empty: any); nil when there is none.
    static func stripped(_ text: PlaceText) -> (name: PlaceText, levels: Set<Region.Level>)? {
        guard let last = text.words.last else { return nil }
        var words = text.words
        if last.isHan { return strippedHan(words, last, text.tones) }
        var levels: Set<Region.Level> = []
        while words.count > 1, let word = words.last, let found = kinds[word] {
            words.removeLast()
            if levels.isEmpty { levels = found }
        }
        if words.count < text.words.count { return (PlaceText(words, tones: text.tones), levels) }
        let joined = text.joined
        guard let ending = attached.first(where: joined.hasSuffix), let levels = kinds[ending],
            joined.utf8.count - ending.utf8.count >= shortestName
        else { return nil }
        return (PlaceText([String(joined.dropLast(ending.count))]), levels)
    }

    private static func strippedHan(_ words: [String], _ last: String, _ tones: [UInt8]) -> (
        name: PlaceText, levels: Set<Region.Level>
    )? {
        // One character alone is not the name: 单县 is not called 单.
        guard let ending = endings.first(where: { last.hasSuffix($0) && last.count - $0.count >= 2 }),
            let levels = kinds[ending]
        else { return nil }
        return (PlaceText(words.dropLast() + [String(last.dropLast(ending.count))], tones: tones), levels)
    }
}
