/// What may be told of the ways through one flow: how many arrived at each step, where they went on or left, and in which
/// languages.
///
/// Whoever knows how many came to one step and to the next, and that there is no other way, knows how many were lost between
/// them, however few. So every number is rounded by itself.
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

    /// The name of what goes to other flows.
    package static let elsewhere = "elsewhere"
    /// The name of what is still at a step.
    package static let waiting = "waiting"

    /// The steps that enough people came to, by their names.
    package let steps: [String]
    /// The ways to leave the flow that enough people took.
    package let ends: [String]
    /// The tags of the languages that are told of.
    package let languages: [String]

    /// How many came to each step, by language.
    private let arrivals: [String: [String: Int]]
    /// How many left each step in each way; what went on to another step of the flow is none of them.
    private let exits: [String: [String: Int]]
    private let rounding: Rounding

    /// - Parameter least: The least number that is told.
    /// - Returns: Nil where too few came to the flow to tell anything.
    package init?(_ moves: [Move], least: Int) {
        guard moves.filter({ $0.from == nil }).reduce(0, { $0 + $1.count }) >= least else { return nil }
        var (arrivals, exits, gone): ([String: [String: Int]], [String: [String: Int]], [String: Int]) = ([:], [:], [:])
        for move in moves {
            if let from = move.from { gone[from, default: 0] += move.count }
            if case .step(let step) = move.end {
                arrivals[step, default: [:]][move.language, default: 0] += move.count
            } else if let from = move.from {
                exits[from, default: [:]][move.way, default: 0] += move.count
            }
        }
        for (step, arrived) in arrivals.mapValues({ $0.values.reduce(0, +) }) where arrived > gone[step] ?? 0 {
            exits[step, default: [:]][Self.waiting] = arrived - (gone[step] ?? 0)
        }
        self.arrivals = arrivals
        self.exits = exits
        rounding = Rounding(least: least)
        steps = arrivals.filter { $0.value.values.reduce(0, +) >= least }.keys.sorted()
        ends = Self.names(exits, least: least)
        languages = Self.names(arrivals, least: least)
    }

    /// How many arrived at a step; nil where too few did.
    package func arrived(_ step: String) -> Int? { told(arrivals[step]?.values.reduce(0, +)) }

    /// How many arrived at a step in one language; nil where too few did.
    package func arrived(_ step: String, in language: String) -> Int? { told(arrivals[step]?[language]) }

    /// How many left the flow from a step in one way, or wait there; nil where too few did.
    package func left(_ step: String, by end: String) -> Int? { told(exits[step]?[end]) }

    /// How many went on from a step to another of the flow; nil where too few did.
    package func wentOn(_ step: String) -> Int? {
        let left = exits[step]?.values.reduce(0, +) ?? 0
        return told(arrivals[step].map { $0.values.reduce(0, +) - left })
    }

    /// A count of a step.
    package struct Figure: Hashable, Sendable {
        /// What is counted.
        package enum Kind: String, Sendable {
            case arrived
            case wentOn = "went on"
            /// The value is the way.
            case left
            /// Arrived in one language: the value is its tag.
            case language
        }

        package let step: String
        package let kind: Kind
        /// Empty where there is none.
        package let value: String
        /// nil where it is too small to tell.
        package let count: Int?
    }

    /// Everything that is told, step by step.
    package var list: [Figure] {
        steps.flatMap { step in
            [
                Figure(step: step, kind: .arrived, value: "", count: arrived(step)),
                Figure(step: step, kind: .wentOn, value: "", count: wentOn(step)),
            ] + ends.map { Figure(step: step, kind: .left, value: $0, count: left(step, by: $0)) }
                + languages.map { Figure(step: step, kind: .language, value: $0, count: arrived(step, in: $0)) }
        }
    }

    private func told(_ count: Int?) -> Int? { count.flatMap { rounding.told($0) } }

    /// The names of what comes to enough over all steps.
    private static func names(_ counts: [String: [String: Int]], least: Int) -> [String] {
        let sums = counts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        return sums.filter { $0.value >= least }.keys.sorted()
    }
}

extension FlowFigures.Move {
    /// How it left the flow; the step's name of one that did not.
    fileprivate var way: String {
        switch end {
        case .step(let step): step
        case .elsewhere: FlowFigures.elsewhere
        case .over(let outcome): outcome
        }
    }
}
