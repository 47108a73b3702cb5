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

    private let rule: Rule
    private let book: RuleBook
    private var judgements = 0

    /// Counts questions, and judges nothing.
    package init(of rule: Rule, in book: RuleBook, utcOffset: Int) {
        self.init(rule, book, utcOffset) { _, _ in }
    }

    /// - Parameter visit: Told every verdict, with the answers that led to it.
    package init(of rule: Rule, in book: RuleBook, utcOffset: Int, visit: (Verdict, [String: Value]) -> Void) {
        self.init(rule, book, utcOffset) { known, surroundings in
            if case .verdict(let verdict)? = book.judge(of: rule, { known[$0] }, surroundings)?.judgement() {
                visit(verdict, known)
            }
        }
    }

    private init(_ rule: Rule, _ book: RuleBook, _ utcOffset: Int, end: ([String: Value], Surroundings) -> Void) {
        self.rule = rule
        self.book = book
        for day in Set(rule.tests.map(\.day)).sorted() where rule.inForce.contains(day) {
            let surroundings = Surroundings(
                now: Timestamp(date: day, utcOffset: utcOffset), utcOffset: utcOffset,
                language: book.languages.first ?? "en")
            guard var prospect = book.prospect(of: rule.id, surroundings) else { return }
            walk([:], &prospect, end)
        }
    }

    private mutating func walk(
        _ known: [String: Value], _ prospect: inout RuleProspect, _ end: ([String: Value], Surroundings) -> Void
    ) {
        guard judgements < Self.limit else {
            isPartial = true
            return
        }
        judgements += 1
        guard let fact = prospect.lacking(prospect.answers { known[$0] }).first else {
            if known.count > mostQuestions { (mostQuestions, longest) = (known.count, known) }
            return end(known, prospect.surroundings)
        }
        for answer in book.answers(to: fact, in: [rule]) {
            walk(known.merging([fact: answer]) { $1 }, &prospect, end)
        }
    }
}
