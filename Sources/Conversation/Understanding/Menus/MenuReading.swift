/// How an answer to a menu was read.
enum MenuReading: Hashable {
    /// One option, by its place among those offered, and how it was recognised.
    case option(Int, how: How)
    /// Nothing, or more than one thing.
    case miss

    enum How: String, Hashable {
        case number, word, beginning, spelling

        /// Whether less than the whole answer was recognised.
        var isGuess: Bool { self == .beginning || self == .spelling }
    }

    /// Reads a folded answer. What could mean two options means none: an answer is never guessed.
    init(_ typed: String, among options: [Option]) {
        if let number = MenuReading.digits(typed) {
            let place = options.place(of: number)
            self = place.map { .option($0, how: .number) } ?? MenuReading.exactLabel(typed, among: options)
        } else {
            self = MenuReading.words(typed, among: options)
        }
    }

    /// The number of plain digits, which is most of what is typed.
    private static func digits(_ typed: String) -> Int? {
        typed.utf8.count <= 3 && typed.isDigits ? Int(typed) : nil
    }

    /// A number that no option has can still be the whole label of one: `500`.
    private static func exactLabel(_ typed: String, among options: [Option]) -> MenuReading {
        guard case .one(let place, let how) = LabelMatch.exact(typed, among: options.map(\.words)) else { return .miss }
        return .option(place, how: how)
    }

    /// An answer in words. One that is a number and also the word of another option is neither.
    private static func words(_ typed: String, among options: [Option]) -> MenuReading {
        let words = options.map(\.words)
        let label = LabelMatch(typed, among: words)
        let mention = MenuMention(typed, among: options)
        switch (mention.number, label) {
        case (nil, .one(let place, let how)): return .option(place, how: how)
        case (nil, .several): return .miss
        case (nil, .none):
            let chosen = mention.numberAndLabel ?? meant(typed, among: words)
            return chosen.map { .option($0, how: mention.numberAndLabel == nil ? .word : .number) } ?? .miss
        case (let number?, _):
            guard let place = options.place(of: number) else { return exactLabel(typed, among: options) }
            switch label {
            case .one(place, _), .none: return .option(place, how: .number)
            case .one, .several: return .miss
            }
        }
    }

    /// The one option that says yes, no or "I do not know" where the answer says it in other words.
    private static func meant(_ typed: String, among words: [[String]]) -> Int? {
        let places: [Int]
        if let answer = YesNoWords.plain(typed) {
            places = words.indices.filter { words[$0].contains { YesNoWords.plain($0) == answer } }
        } else if UnknownWords.says(typed) {
            places = words.indices.filter { words[$0].contains(where: UnknownWords.says) }
        } else {
            return nil
        }
        return places.count == 1 ? places[0] : nil
    }

    /// The one number that an answer is: `1`, `一`, `one`, `number 2 please`, and the letters that look like digits on a
    /// phone; nil for anything more.
    static func number(_ typed: String) -> Int? {
        digits(typed) ?? MenuMention(typed, among: []).number
    }
}

extension [Option] {
    /// The place of the option with this number, or with these old digits.
    func place(of number: Int) -> Int? {
        firstIndex { $0.number == number } ?? firstIndex { $0.aliases.contains(String(number)) }
    }
}
