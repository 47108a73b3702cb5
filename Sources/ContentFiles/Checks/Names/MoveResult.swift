import Conversation
import Entitlements
import Expressions

/// What a move brings, whichever rule is chosen.
struct MoveResult {
    let rules: [Rule]
    let book: RuleBook
    let languages: [String]
    let placeName: Declared

    var names: [String: Declared] {
        let said = rules.compactMap { rule in rule.portability.map { (rule, $0) } }.filter { !$1.next.isEmpty }
        var names: [String: Declared] = [
            "rule": Declared(.text, said.map { .text($0.0.id) }),
            "outcome": Declared(.text, Portability.Moves.allCases.map { .text($0.rawValue) }),
            "all": Declared(
                .list,
                localized: languages.indices.map { language in
                    [.list(said.compactMap { $1.text.version(language).literal }.map(Value.text))]
                }),
            "next": Declared(.list, localized: languages.indices.map { steps(after: said.map(\.1), $0) }),
            "text": Declared(
                texts: languages.indices.map { language in
                    said.compactMap { $1.text.version(language).literal }.longest
                }),
            "why": Declared(
                texts: languages.indices.map { language in
                    said.compactMap { rule, _ in
                        (try? book.move(of: rule.id, at: .init(milliseconds: 0), utcOffset: 0, in: language))?.why
                    }.longest
                }),
        ]
        for place in ["from", "to"] {
            names[place] = Declared(.place)
            names[place + AnswerType.placeNameSuffix] = placeName
        }
        return names
    }

    private func steps(after moves: [Portability], _ language: Int) -> [Value] {
        moves.map { move in .list(move.next.compactMap { book.next[$0]?.version(language).literal }.map(Value.text)) }
    }
}
