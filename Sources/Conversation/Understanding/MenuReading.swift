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
        if let number = MenuReading.number(typed) {
            let place =
                options.firstIndex { $0.number == number } ?? options.firstIndex { $0.aliases.contains(String(number)) }
            self = place.map { .option($0, how: .number) } ?? MenuReading.label(typed, among: options)
            return
        }
        let ways: [(How, (String) -> Bool)] = [
            (.word, { $0 == typed }),
            (.beginning, { MenuReading.isBeginning(typed, of: $0) }),
            (.spelling, { NearSpelling.isNear(typed, $0) }),
        ]
        for (how, matches) in ways {
            let found = options.indices.filter { options[$0].words.contains(where: matches) }
            if let only = found.first, found.count == 1 {
                self = .option(only, how: how)
                return
            }
            if found.count > 1 { break }
        }
        self = MenuReading.numberAndLabel(typed, among: options) ?? .miss
    }

    /// A number that no option has can still be the whole label of one: `500`.
    private static func label(_ typed: String, among options: [Option]) -> MenuReading {
        let found = options.indices.filter { options[$0].words.contains(typed) }
        guard let only = found.first, found.count == 1 else { return .miss }
        return .option(only, how: .word)
    }

    /// A plain number: `1`, `一`, `one`, and the letters that look like 1 and 0 on a phone.
    static func number(_ typed: String) -> Int? {
        if let digits = Int(typed), typed.count <= 3 { return digits }
        switch typed {
        case "l", "i": return 1
        case "o": return 0
        default: return NumberWords.number(typed)
        }
    }

    /// Whether the typed letters begin one of the words, and are enough of it to mean something.
    private static func isBeginning(_ typed: String, of word: String) -> Bool {
        let least = typed.utf8.first.map { $0 < 0x80 } ?? true ? 3 : 2
        return typed.count >= least && typed.count < word.count && word.hasPrefix(typed)
    }

    /// `1 yes`, `1.yes`: the number and its own label together.
    private static func numberAndLabel(_ typed: String, among options: [Option]) -> MenuReading? {
        let digits = typed.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let number = Int(digits) else { return nil }
        let rest = Folding.fold(String(typed.dropFirst(digits.count)))
        guard let place = options.firstIndex(where: { $0.number == number }), options[place].words.contains(rest) else {
            return nil
        }
        return .option(place, how: .number)
    }
}
