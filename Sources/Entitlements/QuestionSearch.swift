import Expressions

/// Finds the question after which the fewest others are left, over all answers it can have.
///
/// What is left is counted rule by rule, each in its own order to its end. So a fact that many rules need counts for each of
/// them, and one that shows that rules are not about her takes all their questions away.
struct QuestionSearch {
    /// Judgements one search makes at most: some hundredths of a second. Beyond them the fact that most rules ask for
    /// first is taken.
    static let limit = 6_000
    /// How much the worst answer counts beside the mean of all.
    static let weightOfWorst = 0.5
    /// Scores nearer than this are equal; sums of fractions differ in their last digits.
    private static let tolerance = 1e-9

    /// How many questions a rule still has.
    struct Outlook {
        var mean = 0.0
        var worst = 0.0
    }

    let book: RuleBook
    /// The rules that are open.
    let rules: [Rule]
    let surroundings: Surroundings
    private var judgements = 0
    private var outlooks: [Key: Outlook] = [:]

    /// A rule with what is known of its facts.
    private struct Key: Hashable {
        let rule: String
        let known: [String: Value]
    }

    init(book: RuleBook, rules: [Rule], surroundings: Surroundings) {
        self.book = book
        self.rules = rules
        self.surroundings = surroundings
    }

    /// The best of some facts; of equal ones the first.
    mutating func best(of facts: [String], _ known: [String: Value]) -> String? {
        guard facts.count > 1 else { return facts.first }
        var best: (fact: String, score: Double)?
        for fact in facts {
            guard let score = score(of: fact, known) else { return mostAsked(known) }
            if score < (best?.score ?? .infinity) - Self.tolerance { best = (fact, score) }
        }
        return best?.fact
    }

    /// The fact that most rules ask for first; of equal ones the first.
    func mostAsked(_ known: [String: Value]) -> String? {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for rule in rules {
            guard case .open(let facts, _) = book.standing(of: rule, { known[$0] }, surroundings) else { continue }
            guard let first = facts.first else { continue }
            if counts[first] == nil { order.append(first) }
            counts[first, default: 0] += 1
        }
        let most = counts.values.max()
        return order.first { counts[$0] == most }
    }

    /// The questions that are left after a fact, beyond those of the rules that do not use it; nil after too many
    /// judgements.
    private mutating func score(of fact: String, _ known: [String: Value]) -> Double? {
        let users = rules.filter { $0.allFacts.contains(fact) }
        let before = outlook(of: users, known)
        let answers = answers(to: fact, users, known)
        var (sum, worst) = (0.0, 0.0)
        for answer in answers {
            let after = outlook(of: users, known.merging([fact: answer]) { $1 })
            sum += after.mean
            worst = max(worst, after.worst)
        }
        guard judgements < Self.limit else { return nil }
        let mean = sum / Double(max(answers.count, 1))
        return mean - before.mean + Self.weightOfWorst * (worst - before.worst)
    }

    private mutating func outlook(of rules: [Rule], _ known: [String: Value]) -> Outlook {
        var sum = Outlook()
        for rule in rules {
            let own = outlook(of: rule, known.filter { rule.allFacts.contains($0.key) })
            sum.mean += own.mean
            sum.worst += own.worst
        }
        return sum
    }

    /// The questions that a rule still has, in its own order.
    private mutating func outlook(of rule: Rule, _ known: [String: Value]) -> Outlook {
        let key = Key(rule: rule.id, known: known)
        if let outlook = outlooks[key] { return outlook }
        guard judgements < Self.limit else { return Outlook() }
        judgements += 1
        var outlook = Outlook()
        if case .open(let facts, _) = book.standing(of: rule, { known[$0] }, surroundings), let first = facts.first {
            let answers = answers(to: first, [rule], known)
            for answer in answers {
                let after = self.outlook(of: rule, known.merging([first: answer]) { $1 })
                outlook.mean += after.mean / Double(answers.count)
                outlook.worst = max(outlook.worst, after.worst)
            }
            outlook.mean += 1
            outlook.worst += 1
        }
        outlooks[key] = outlook
        return outlook
    }

    /// The answers that lead on differently: of typed ones those between the same thresholds count once.
    private mutating func answers(to fact: String, _ rules: [Rule], _ known: [String: Value]) -> [Value] {
        let all = book.answers(to: fact, in: rules, on: surroundings.today)
        guard book.facts[fact]?.typed != nil else { return all }
        var seen: Set<[Range]> = []
        return all.filter { answer in
            judgements += rules.count
            let known = known.merging([fact: answer]) { $1 }
            return seen.insert(rules.map { range($0, known) }).inserted
        }
    }

    /// What tells answers apart: how far a rule comes, and on which side of its thresholds they are.
    private struct Range: Hashable {
        let standing: Standing
        let sides: [Bool]
    }

    private func range(_ rule: Rule, _ known: [String: Value]) -> Range {
        guard let judge = book.judge(of: rule, { known[$0] }, surroundings) else {
            return Range(standing: book.standing(of: rule, { known[$0] }, surroundings), sides: [])
        }
        return Range(standing: judge.standing(), sides: judge.comparisons().map(\.comparison.holds))
    }
}
