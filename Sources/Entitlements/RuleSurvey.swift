package import Expressions

/// What a rule does over a grid of answers: all that can be chosen, and the typed ones that its tests use.
package struct RuleSurvey {
    /// Judgements one survey makes at most; a rule with 10 facts of 3 answers stays below it.
    package static let limit = 20_000

    /// The most questions any way through the rule has.
    package private(set) var mostQuestions = 0
    /// The answers of that way.
    package private(set) var longest: [String: Value] = [:]
    /// Whether the grid was too large to be walked whole.
    package private(set) var isPartial = false

    private let book: RuleBook
    private let rule: Rule
    private let utcOffset: Int
    private var judgements = 0

    /// - Parameter visit: Told every verdict, with the answers that led to it.
    package init(of rule: Rule, in book: RuleBook, utcOffset: Int, visit: (Verdict, [String: Value]) -> Void) {
        self.book = book
        self.rule = rule
        self.utcOffset = utcOffset
        for day in Set(rule.tests.map(\.day)).sorted() { walk([:], on: day, visit) }
    }

    private mutating func walk(
        _ known: [String: Value], on day: CalendarDate, _ visit: (Verdict, [String: Value]) -> Void
    ) {
        guard judgements < Self.limit else {
            isPartial = true
            return
        }
        judgements += 1
        let now = Timestamp(date: day, utcOffset: utcOffset)
        let language = book.languages.first ?? "en"
        switch book.judge(rule.id, { known[$0] }, at: now, utcOffset: utcOffset, language: language) {
        case .ask(let fact):
            for answer in book.answers(to: fact, in: [rule]) {
                var known = known
                known[fact] = answer
                walk(known, on: day, visit)
            }
        case .verdict(let verdict):
            if known.count > mostQuestions { (mostQuestions, longest) = (known.count, known) }
            visit(verdict, known)
        case nil: break
        }
    }
}
