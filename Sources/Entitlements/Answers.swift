import Expressions

/// What is known of the facts that a rule can use.
struct Answers {
    /// Where she is.
    enum Region {
        case given(RegionCode)
        /// She was not asked.
        case open
        /// She does not know.
        case missing
    }

    /// A value for every fact of the rule, unknown where there is none.
    private(set) var values: [String: Value] = [:]
    /// The facts that were never asked.
    private(set) var open: Set<String> = []
    /// The facts that she does not know and that are assumed.
    private(set) var assumed: Set<String> = []

    private let chain: (String) -> [String]?

    init(
        of rule: Rule, _ facts: [String: Fact], _ chain: @escaping (String) -> [String]?, _ known: (String) -> Value?
    ) {
        self.chain = chain
        let names = rule.facts + rule.concernFacts + rule.locals.flatMap(\.rule.facts)
        for name in names where values[name] == nil {
            note(name, facts[name], known(name) ?? .unknown)
        }
    }

    private mutating func note(_ name: String, _ fact: Fact?, _ answer: Value) {
        switch answer {
        case .unknown:
            values[name] = .unknown
            open.insert(name)
        case .null, .error:
            values[name] = fact?.assumed ?? .unknown
            if fact?.assumed != nil { assumed.insert(name) }
        case .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .list, .object:
            values[name] = fact?.counted(answer) ?? answer
        }
    }

    /// The region, if the rule looks at it at all.
    var region: Region {
        if open.contains(Fact.region) { return .open }
        guard let value = values[Fact.region], value != .unknown else { return .missing }
        return .given(RegionCode(value.text, chain: chain(value.text)))
    }
}
