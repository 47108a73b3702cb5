/// The number that an answer in words mentions, alone or beside the label of the same option.
struct MenuMention {
    /// The number, when nothing else is said: `two`, `2号`, `option 2 please`, `the second one`.
    let number: Int?
    /// The option whose number and label are both said: `1 yes`, `no contract 4`.
    let numberAndLabel: Int?

    init(_ typed: String, among options: [Option]) {
        guard typed.utf8.count <= 200 else {
            (number, numberAndLabel) = (nil, nil)
            return
        }
        let known = Set(options.flatMap(\.words))
        let core = PoliteWords.core(of: typed, reach: .wanting) { known.contains($0) && !$0.isDigits }
        number = Self.lookalike(typed) ?? Self.number(typed, core, keeping: known)
        numberAndLabel = number == nil ? Self.both(core, among: options) : nil
    }

    /// The letters that look like 1 and 0 on a phone, alone or among digits.
    private static func lookalike(_ typed: String) -> Int? {
        switch typed {
        case "l", "i": return 1
        case "o": return 0
        default: break
        }
        return typed.utf8.count <= 3 ? Lookalikes.digits(typed).flatMap { Int($0) } : nil
    }

    private static func number(_ typed: String, _ core: [String], keeping known: Set<String>) -> Int? {
        if let number = NumberWords.number(typed) { return number }
        if let number = whole(core) { return number }
        let chosen = PoliteWords.core(of: typed, reach: .choosing) { known.contains($0) && !$0.isDigits }
        return NumberWords.number(chosen.joined(separator: " "))
    }

    /// Digits or a place in the list; number words are read more strictly, because "I want one" is no number.
    private static func whole(_ core: [String]) -> Int? {
        switch core.count {
        case 1: return core[0].isDigits && core[0].count <= 3 ? Int(core[0]) : OrdinalWords.number(core[0])
        case 2: return core[1] == "one" || core[1] == "ones" ? OrdinalWords.number(core[0]) : nil
        default: return nil
        }
    }

    /// A number at one end and the label of the same option in the rest.
    private static func both(_ core: [String], among options: [Option]) -> Int? {
        guard core.count >= 2 else { return nil }
        let ends = [(core[0], core.dropFirst()), (core[core.count - 1], core.dropLast())]
        for (end, rest) in ends {
            guard let number = end.isDigits ? Int(end) : NumberWords.word(end), let place = options.place(of: number)
            else { continue }
            let label = rest.joined(separator: " ")
            if case .one(place, _) = LabelMatch(label, among: options.map(\.words)) { return place }
            if options[place].words.contains(where: {
                YesNoWords.plain($0) != nil && YesNoWords.plain($0) == YesNoWords.plain(label)
            }) {
                return place
            }
        }
        return nil
    }
}
