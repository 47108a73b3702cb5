package import Expressions

/// Several rules judged with the same facts: what came out for her, and what is still open.
package struct Inquiry: Sendable {
    /// Months ahead in which a last day to act counts as soon: few enough to be urgent, and more than the month by which
    /// figures of months can be off.
    package static let soonMonths = 3

    /// Whether some rule still needs a fact.
    package let isOpen: Bool
    /// The rules that have come to their end.
    private let over: [Rule]
    /// The rules that are asked on now: of those that still need a fact the ones she has said are about her, so that what is
    /// begun comes to its end before the questions are over; else all that are open.
    private let current: [RuleProspect]
    /// The facts that would bring one of these on, in the order of the rules and of their own.
    private let askable: [String]

    private let book: RuleBook
    private let known: [String: Value]
    private let surroundings: Surroundings

    init(_ rules: [PreparedRule], in book: RuleBook, _ known: [String: Value], _ surroundings: Surroundings) {
        self.book = book
        self.known = known
        self.surroundings = surroundings
        var over: [Rule] = []
        var open: [(prospect: RuleProspect, facts: [String], isHers: Bool)] = []
        for rule in rules where rule.rule.inForce.contains(surroundings.today) {
            var prospect = RuleProspect(rule, in: book, surroundings)
            switch prospect.standing(prospect.answers { known[$0] }) {
            case .foreign: break
            case .open(let facts, let isHers): open.append((prospect, facts, isHers))
            case .over: over.append(rule.rule)
            }
        }
        let hers = open.filter(\.isHers)
        let current = hers.isEmpty ? open : hers
        var seen: Set<String> = []
        self.over = over
        isOpen = !open.isEmpty
        self.current = current.map(\.prospect)
        askable = current.flatMap(\.facts).filter { seen.insert($0).inserted }
    }

    /// The fact to ask next: the one after which the fewest questions are left. Nil when nothing is open.
    package var next: String? {
        var search = search
        return search.best(of: askable)
    }

    /// The fact that most open rules ask for first; nil when nothing is open.
    var mostAsked: String? {
        var search = search
        return search.mostAsked()
    }

    private var search: QuestionSearch { QuestionSearch(current, in: book, on: surroundings.today, known) }

    /// What came out for her, the most urgent first; rules that are not about her, or gave her nothing, are not there.
    package var verdicts: [Verdict] {
        Self.listed(
            over.compactMap { rule in
                guard case .verdict(let verdict)? = book.judge(of: rule, { known[$0] }, surroundings)?.judgement()
                else { return nil }
                return verdict
            }, on: surroundings.today)
    }

    /// A verdict that has something for her, by urgency: a last day that is near, money now, and the rest. What is equal
    /// keeps its order.
    private static func listed(_ verdicts: [Verdict], on today: CalendarDate) -> [Verdict] {
        let soon = today.adding(months: soonMonths) ?? today
        let ranked = verdicts.filter { $0.gives != .nothing && $0.text != nil }.enumerated().map { place, verdict in
            let until = verdict.until.flatMap { $0 < today ? nil : $0 }
            let isSoon = until.map { $0 <= soon } ?? false
            let rank = isSoon ? 0 : verdict.gives == .money ? 1 : 2
            return (verdict: verdict, key: (rank, until?.daysSinceEpoch ?? .max, place))
        }
        return ranked.sorted { $0.key < $1.key }.map(\.verdict)
    }
}

extension RuleBook {
    /// Judges several rules with the same facts.
    ///
    /// - Parameter known: As for one rule.
    package func inquire(
        _ selection: RuleSelection, _ known: (String) -> Value?, at now: Timestamp, utcOffset: Int, language: String
    ) -> Inquiry {
        let rules = rules(in: selection)
        var facts: [String: Value] = [:]
        for name in rules.flatMap(\.allFacts) where facts[name] == nil { facts[name] = known(name) }
        return Inquiry(
            rules.compactMap { prepared[$0.id] }, in: self, facts,
            Surroundings(now: now, utcOffset: utcOffset, language: language))
    }
}
