/// Which rules of a book are judged at once.
package enum RuleSelection: Hashable, Sendable {
    /// Every rule there is, in the order of their ids.
    case all
    /// Rules, and areas with all their rules, in the order in which they are named.
    case named([Part])

    /// A rule or an area.
    package enum Part: Hashable, Sendable {
        /// A rule by its id.
        case rule(String)
        /// All rules of a part of life, in the order of their ids.
        case area(Rule.Area)
    }
}

extension RuleBook {
    /// The rules of a selection that there are, each once.
    package func rules(in selection: RuleSelection) -> [Rule] {
        let all = rules.values.sorted { $0.id < $1.id }
        guard case .named(let parts) = selection else { return all }
        var seen: Set<String> = []
        return parts.flatMap { part in
            switch part {
            case .rule(let id): rules[id].map { [$0] } ?? []
            case .area(let area): all.filter { $0.area == area }
            }
        }.filter { seen.insert($0.id).inserted }
    }
}
