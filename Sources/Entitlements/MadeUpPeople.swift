package import Expressions

/// People who are made up: each has one of the possible answers to every fact that some rules can use, and the same at
/// every count.
package struct MadeUpPeople: Sendable {
    /// The facts, by name.
    package let facts: [String]
    /// What can be answered to each.
    private let answers: [[Value]]

    /// - Parameter day: Answers are as long ago as in the rules' tests, counted from this day.
    package init(for rules: [Rule], in book: RuleBook, on day: CalendarDate) {
        facts = Set(rules.flatMap(\.allFacts)).sorted()
        answers = facts.map { book.answers(to: $0, in: rules, on: day) }
    }

    /// What one of them answers, by fact; nothing to a fact that has no answers to choose from.
    package func answers(of person: Int) -> [String: Value] {
        var chosen: [String: Value] = [:]
        for (place, fact) in facts.enumerated() where !answers[place].isEmpty {
            chosen[fact] = answers[place][Self.mixed(person, place) % answers[place].count]
        }
        return chosen
    }

    /// A number that looks like chance and is the same each time, by the finishing steps of SplitMix64.
    private static func mixed(_ person: Int, _ place: Int) -> Int {
        var bits = UInt64(truncatingIfNeeded: person &* 1_009 &+ place &+ 1) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) >> 33)
    }
}
