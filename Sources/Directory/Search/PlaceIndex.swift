/// All places by every form of their names, made once when a pack is loaded.
struct PlaceIndex: Sendable {
    /// A name as the start of a longer word is looked up, in the order of the names' bytes.
    private struct Entry: Sendable {
        let name: String
        let place: Int
    }

    /// A name in plain letters, as slips of the finger are looked up.
    private struct Letters: Sendable {
        let bytes: [UInt8]
        let place: Int
    }

    /// Fewer than 4 digits are an age or an option more often than one of the few postcodes of 3; 4 digits can be a year
    /// or an amount, so they count only as all of a known postcode, and where no known one is shorter: where some are
    /// beginnings, 4 digits are only a beginning, too.
    private static let shortestPostcode = (whole: 4, beginning: 5)

    private var names: [String: [Int]] = [:]
    private var initials: [String: [Int]] = [:]
    private var postcodes: [String: [Int]] = [:]
    /// The digits of the shortest of them.
    private var shortestKnown = Int.max
    private var tones: [Set<[UInt8]>] = []
    private var dialect: [[UInt8]: [Int]] = [:]
    private var letters: [UInt8: [Letters]] = [:]
    private var sorted: [Entry] = []

    /// - Parameter former: Places that are no more, each with that which is found by its names instead.
    init(_ regions: [Region], former: [(region: Region, place: Int)] = []) {
        for (place, region) in regions.enumerated() {
            let keys = PlaceKeys(region)
            tones.append(keys.tones)
            for initial in keys.initials { initials[initial, default: []].append(place) }
            for postcode in region.postcodes {
                postcodes[postcode, default: []].append(place)
                shortestKnown = min(shortestKnown, postcode.utf8.count)
            }
            for name in keys.names { add(name, place) }
        }
        // A name that a place has today means that place.
        let today = Set(names.keys)
        for (region, place) in former {
            for name in PlaceKeys(region).names where !today.contains(name) { add(name, place) }
        }
        sorted.sort { $0.name < $1.name }
    }

    private mutating func add(_ name: String, _ place: Int) {
        names[name, default: []].append(place)
        sorted.append(Entry(name: name, place: place))
        let bytes = Array(name.utf8)
        guard name.isPlainLetters, NearLetters.allowance(bytes.count) > 0, let first = bytes.first else { return }
        letters[first, default: []].append(Letters(bytes: bytes, place: place))
        dialect[Dialect.folded(bytes), default: []].append(place)
    }

    /// The places of exactly this name; where tones were given and some place has just these, only such places.
    func named(_ name: String, tones: [UInt8] = []) -> Set<Int> {
        let places = Set(names[name] ?? [])
        guard !tones.isEmpty else { return places }
        let toned = places.filter { self.tones[$0].contains(tones) }
        return toned.isEmpty ? places : toned
    }

    /// The places whose syllables begin with these letters.
    func initialled(_ letters: String) -> Set<Int> { Set(initials[letters] ?? []) }

    /// The places with the longest known beginning of a postcode.
    func postcode(_ digits: String) -> Set<Int> {
        guard digits.utf8.count >= Self.shortestPostcode.whole, !isDay(digits) else { return [] }
        if digits.utf8.count < Self.shortestPostcode.beginning {
            return shortestKnown < digits.utf8.count ? [] : Set(postcodes[digits] ?? [])
        }
        var beginning = Substring(digits)
        while !beginning.isEmpty {
            if let places = postcodes[String(beginning)] { return Set(places) }
            beginning.removeLast()
        }
        return []
    }

    /// Whether eight digits are a day such as 20261126, which people type who take the question for another.
    private func isDay(_ digits: String) -> Bool {
        guard digits.utf8.count == 8, let number = Int(digits), (1_900...2_099).contains(number / 10_000) else {
            return false
        }
        return (1...12).contains(number / 100 % 100) && (1...31).contains(number % 100)
    }

    /// The places with a name that begins so.
    func beginning(with start: String) -> Set<Int> {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].name < start { low = middle + 1 } else { high = middle }
        }
        return Set(sorted[low...].lazy.prefix { $0.name.hasPrefix(start) }.map(\.place))
    }

    /// The places whose names are nearest to a word of plain letters, within the slips allowed for its length. A name
    /// that sounds alike where people do not tell some sounds apart counts as one slip away.
    func near(_ word: String, among isCandidate: (Int) -> Bool) -> Set<Int> {
        let typed = Array(word.utf8)
        let most = NearLetters.allowance(typed.count)
        guard most > 0, let first = typed.first, word.isPlainLetters else { return [] }
        let alike = Set(dialect[Dialect.folded(typed)] ?? []).filter(isCandidate)
        var (nearest, least) = (alike, alike.isEmpty ? most : 1)
        for name in letters[first] ?? [] {
            let allowed = min(least, NearLetters.allowance(name.bytes.count))
            guard let distance = NearLetters.distance(typed, name.bytes, most: allowed), isCandidate(name.place)
            else { continue }
            if distance < least { (nearest, least) = ([], distance) }
            nearest.insert(name.place)
        }
        return nearest
    }
}
