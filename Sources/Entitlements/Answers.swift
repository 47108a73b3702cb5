import Expressions

/// What is known of some facts, as expressions of rules read it.
struct Answers {
    /// Where she is.
    enum Region {
        case given(RegionCode)
        /// She was not asked.
        case open
        /// She does not know.
        case missing

        /// The place, where it is known.
        var code: RegionCode? {
            guard case .given(let code) = self else { return nil }
            return code
        }
    }

    /// A value for every fact, unknown where there is none.
    private(set) var values: [String: Value] = [:]
    /// The facts that were never asked.
    private(set) var open: Set<String> = []
    /// The facts that she does not know and that are assumed.
    private(set) var assumed: Set<String> = []

    private let chain: (String) -> [String]?

    /// - Parameter given: The answers by their facts' names: unknown for one that was never asked, null for "I do not know".
    init(
        _ given: [(name: String, answer: Value)], to facts: [String: Fact], chain: @escaping (String) -> [String]?
    ) {
        self.chain = chain
        for (name, answer) in given { note(name, facts[name], answer) }
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

    /// The region, if it is among the facts.
    var region: Region {
        if open.contains(Fact.region) { return .open }
        guard let value = values[Fact.region], value != .unknown else { return .missing }
        return .given(RegionCode(value.text, chain: chain(value.text)))
    }
}
