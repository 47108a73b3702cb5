import Directory
import Entitlements
import Expressions

/// What a move from one place to another leaves to do, by what rules say of it.
extension Walk {
    /// Asks for the two places, then lists what is to be done.
    mutating func listMove(_ selection: RuleSelection, _ from: String, _ to: String, _ check: Check)
        throws(EvaluationFault) -> Go?
    {
        for fact in [from, to] where known(fact) == nil { return ask(fact, of: check) }
        let rules = pack.rules.due(selection, known, at: now, utcOffset: utcOffset) { extent in
            isInside(extent, from, to)
        }
        var result = moveResult(from, to)
        result[Self.all] = try .list(texts(of: rules))
        bind(result)
        guard let first = rules.first else { return leaveUnjudged(check) }
        if rules.count == 1 { return try conclude(moveOf: first.id, from, to, check) }
        wait(for: .list(rules.prefix(Check.most).map(\.id)))
        return nil
    }

    /// What one rule says of the move, under the step's name.
    mutating func conclude(moveOf id: String, _ from: String, _ to: String, _ check: Check) throws(EvaluationFault)
        -> Go?
    {
        guard let move = try pack.rules.move(of: id, at: now, utcOffset: utcOffset, in: language) else {
            flag(.rule, "rule '\(id)' says nothing of a move")
            return elsewhere(check)
        }
        var result = moveResult(from, to)
        result[Self.all] = listed
        result["rule"] = .text(id)
        result["outcome"] = .text(move.moves.rawValue)
        result["text"] = .text(move.text)
        result["why"] = move.why.map(Value.text) ?? .null
        result["next"] = .list(move.next.map(Value.text))
        bind(result)
        note("move of \(id)")
        return leave(check, by: id)
    }

    /// The root of what all rules of the list say, each a text.
    private static let all = "all"

    private func texts(of rules: [Rule]) throws(EvaluationFault) -> [Value] {
        var texts: [Value] = []
        for rule in rules {
            let move = try pack.rules.move(of: rule.id, at: now, utcOffset: utcOffset, in: language)
            if let move { texts.append(.text(move.text)) }
        }
        return texts
    }

    /// What all rules of the list said when it was made.
    private var listed: Value {
        guard let name = step?.name, let frame = session?.frames.last?.id,
            case .object(let result)? = answer(name, of: frame)
        else { return .null }
        return result[Self.all] ?? .null
    }

    private mutating func bind(_ result: Object) {
        if let name = step?.name { assign(.object(result), to: .answer(name)) }
    }

    /// Both places, as codes and by name.
    private func moveResult(_ from: String, _ to: String) -> Object {
        var result = Object()
        for (name, fact) in [("from", from), ("to", to)] {
            let code = known(fact) ?? .null
            result[name] = code
            let region = if case .text(let code) = code { pack.directory.region(code) } else { nil as Region? }
            result[name + AnswerType.placeNameSuffix] =
                (region?.name(in: pack.languages[language].tag)).map(Value.text) ?? .null
        }
        return result
    }

    /// Whether both places are one, or lie in one part of the country of that extent; a place she does not know lies
    /// nowhere.
    private func isInside(_ extent: Portability.Extent?, _ from: String, _ to: String) -> Bool {
        guard case .text(let from)? = known(from), case .text(let to)? = known(to) else { return false }
        if pack.directory.isSame(from, to) { return true }
        guard let level = extent?.level else { return false }
        let around = pack.directory.region(around: from, upTo: level)
        return around != nil && around == pack.directory.region(around: to, upTo: level)
    }
}

extension Portability.Extent {
    /// The rung of places that it means.
    fileprivate var level: Region.Level {
        switch self {
        case .district: .district
        case .city: .city
        case .province: .province
        case .country: .country
        }
    }
}
