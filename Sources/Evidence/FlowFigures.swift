/// What may be told of the ways through one flow: how many arrived at each step, where they went on or left, and in which
/// languages.
///
/// Whoever knows how many came to one step and to the next knows how many were lost between them. So the moves from every
/// step to every other are one table, whose sums are the arrivals: what is hidden in it cannot be worked out from them
/// either. Steps that too few came to stand together, everywhere in the same way.
package struct FlowFigures: Hashable, Sendable {
    /// Some moves of conversations through the flow.
    package struct Move: Hashable, Sendable {
        /// The step that was left; nil where the flow was come to.
        package let from: String?
        /// Where it led.
        package let end: End
        /// The tag of the language it was made in.
        package let language: String
        package let count: Int

        package init(from: String?, end: End, language: String, count: Int) {
            self.from = from
            self.end = end
            self.language = language
            self.count = count
        }
    }

    /// Where a move led.
    package enum End: Hashable, Sendable {
        /// To a step of the flow.
        case step(String)
        /// To another flow.
        case elsewhere
        /// Nowhere: the conversation ended, in the word of its outcome.
        case over(String)
    }

    /// The name of what comes from, and goes to, other flows.
    package static let elsewhere = "elsewhere"
    /// The name of what is still at a step.
    package static let waiting = "waiting"
    /// The name of ways to leave a step that stand together.
    package static let endsTogether = "*ends"

    /// Steps, and what comes from elsewhere, by where they led. The sum of a row of a step is how many arrived there.
    package let moves: Disclosure
    /// Arrivals: steps by languages.
    package let languages: Disclosure

    /// - Parameter least: The least number that is told.
    /// - Returns: Nil where too few came to the flow to tell anything.
    package init?(_ moves: [Move], least: Int) {
        guard moves.filter({ $0.from == nil }).reduce(0, { $0 + $1.count }) >= least else { return nil }
        let steps = Self.names(Self.sums(moves.compactMap { move in move.step.map { ($0, move.count) } }), least: least)
        func name(_ step: String) -> String { steps[step] ?? Crosstab.together }
        let left = moves.map { move in
            (row: move.from.map(name) ?? Self.elsewhere, column: move.step.map(name) ?? move.way, count: move.count)
        }
        let all = left + Self.waiting(at: Set(steps.values), left)
        let ways = all.filter { !steps.values.contains($0.column) }.map { ($0.column, $0.count) }
        let ends = Self.names(Self.sums(ways), least: least, together: Self.endsTogether)
        self.moves = Disclosure(
            Crosstab(all.map { ($0.row, ends[$0.column] ?? $0.column, $0.count) }), least: least)
        let arrivals = moves.compactMap { move in move.step.map { (name($0), move.language, move.count) } }
        let tags = Self.names(Self.sums(arrivals.map { ($0.1, $0.2) }), least: least)
        languages = Disclosure(
            Crosstab(arrivals.map { ($0.0, tags[$0.1] ?? Crosstab.together, $0.2) }), least: least)
    }

    /// How many arrived at a step; nil where it stands together with others, or nobody came.
    package func arrived(_ step: String) -> Int? {
        moves.table.rows.firstIndex(of: step).map { moves.table.rowSums[$0] }
    }

    /// The names of the ways to leave the flow, as the columns have them.
    package var ends: [String] {
        let rows = Set(moves.table.rows)
        return moves.table.columns.filter { $0 == Self.elsewhere || !rows.contains($0) }
    }

    /// How many left the flow from a step in one way; nil where that is not told.
    package func left(_ step: String, by end: String) -> Int? {
        guard let row = moves.table.rows.firstIndex(of: step) else { return nil }
        guard let column = moves.table.columns.firstIndex(of: end) else { return 0 }
        return moves.count(row, column)
    }

    /// How many went on from a step to another of the flow; nil where not all of the others are told.
    package func wentOn(_ step: String) -> Int? {
        guard let arrived = arrived(step) else { return nil }
        let others = ends.map { left(step, by: $0) }
        guard !others.contains(nil) else { return nil }
        return arrived - others.compactMap(\.self).reduce(0, +)
    }

    /// Those that came to each step and have not left it.
    private static func waiting(
        at steps: Set<String>, _ left: [(row: String, column: String, count: Int)]
    ) -> [(row: String, column: String, count: Int)] {
        let (gone, arrived) = (sums(left.map { ($0.row, $0.count) }), sums(left.map { ($0.column, $0.count) }))
        return steps.sorted().map { ($0, waiting, max(0, (arrived[$0] ?? 0) - (gone[$0] ?? 0))) }
    }

    private static func sums(_ counts: [(String, Int)]) -> [String: Int] {
        Dictionary(counts, uniquingKeysWith: +)
    }

    /// What each name is told as: itself, or together with others.
    private static func names(
        _ counts: [String: Int], least: Int, together: String = Crosstab.together
    ) -> [String: String] {
        let names = counts.keys.sorted()
        let isAlone = Grouping.standingAlone(names.map { counts[$0] ?? 0 }, least: least)
        return Dictionary(zip(names, isAlone).map { ($0, $1 ? $0 : together) }) { first, _ in first }
    }
}

extension FlowFigures.Move {
    /// The step it led to; nil where it left the flow.
    fileprivate var step: String? { if case .step(let step) = end { step } else { nil } }

    /// How it left the flow.
    fileprivate var way: String {
        switch end {
        case .step(let step): step
        case .elsewhere: FlowFigures.elsewhere
        case .over(let outcome): outcome
        }
    }
}
