package import Entitlements
package import Expressions

/// Judges rules as a short dialog: asks only the facts that are still needed, then goes on by what came out.
package struct Check: Sendable {
    /// What is judged.
    package enum Subject: Sendable {
        /// One rule, by its id in the pack's rule book, for example `cn.wages.claim`.
        case rule(String)
        /// Several at once, with at most so many questions; what came out is a list to choose from.
        case several(RuleSelection, questions: Int)
        /// What a move leaves to do by what several rules say of it, from the place of one fact to that of another; a
        /// list to choose from.
        case move(RuleSelection, from: String, to: String)
    }

    /// Questions that several rules ask at most unless the step says otherwise: more tire people, and what is known by
    /// then is worth showing.
    package static let usualQuestions = 8
    /// The numbers of questions that a step can allow.
    package static let questions = 1...20
    /// Results that are listed at most: with more, a number would be the key that turns pages.
    package static let most = 8
    /// What stands for "Ask me more" among the ids of a list.
    static let asksOn = "+"

    /// What is judged.
    package let subject: Subject
    /// What stands above a list; nil: the pack's own sentence.
    package let heading: LocalizedText?
    /// Where it goes on when a list would be empty; nil for one rule.
    package let none: Go?
    /// What can be chosen below a list instead of a line of it, numbered from above `most`.
    package let options: [Option]
    /// Where single outcomes of one rule lead, or single rules of several.
    package let ways: [String: Go]
    /// Where all others lead; nil when all are named.
    package let otherwise: Go?

    package init(
        subject: Subject, heading: LocalizedText? = nil, none: Go? = nil, options: [Option] = [],
        ways: [String: Go], otherwise: Go?
    ) {
        self.subject = subject
        self.heading = heading
        self.none = none
        self.options = options
        self.ways = ways
        self.otherwise = otherwise
    }

    /// Whether what came out is a list to choose from.
    package var lists: Bool {
        switch subject {
        case .rule: false
        case .several, .move: true
        }
    }

    /// What is judged, as a file names it.
    package var words: String {
        switch subject {
        case .rule(let id): id
        case .several(let selection, _): selection.words
        case .move(let selection, let from, let to): "\(selection.words), from \(from) to \(to)"
        }
    }

    /// The facts that it can ask for.
    package func facts(in book: RuleBook) -> [String] {
        switch subject {
        case .rule(let id): book.rules[id]?.facts ?? []
        case .several(let selection, _): book.rules(in: selection).flatMap(\.allFacts)
        case .move(_, let from, let to): [from, to]
        }
    }

    /// The rules that it judges.
    package func rules(in book: RuleBook) -> [Rule] {
        switch subject {
        case .rule(let id): book.rules[id].map { [$0] } ?? []
        case .several(let selection, _), .move(let selection, _, _): book.rules(in: selection)
        }
    }
}

extension RuleSelection {
    fileprivate var words: String {
        switch self {
        case .all: return "all"
        case .named(let parts):
            let names = parts.map { part in
                switch part {
                case .rule(let id): id
                case .area(let area): area.rawValue
                }
            }
            return names.joined(separator: ", ")
        }
    }
}
