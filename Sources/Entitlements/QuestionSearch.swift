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

    private let book: RuleBook
    private let today: CalendarDate
    /// The rules that are open.
    private var prospects: [RuleProspect]
    /// What is known of the facts of each.
    private let known: [[Int]]
    /// Judgements that may still be made.
    private var judgements = Self.limit

    init(_ prospects: [RuleProspect], in book: RuleBook, on today: CalendarDate, _ known: [String: Value]) {
        self.book = book
        self.today = today
        var prospects = prospects
        self.known = prospects.indices.map { prospects[$0].answers { known[$0] } }
        self.prospects = prospects
    }

    /// The best of some facts; of equal ones the first.
    mutating func best(of facts: [String]) -> String? {
        guard facts.count > 1 else { return facts.first }
        var best: (fact: String, score: Double)?
        for fact in facts {
            guard let score = score(of: fact) else { return mostAsked() }
            if score < (best?.score ?? .infinity) - Self.tolerance { best = (fact, score) }
        }
        return best?.fact
    }

    /// The fact that most rules ask for first; of equal ones the first.
    mutating func mostAsked() -> String? {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for place in prospects.indices {
            guard case .open(let facts, _) = prospects[place].standing(known[place]), let first = facts.first else {
                continue
            }
            if counts[first] == nil { order.append(first) }
            counts[first, default: 0] += 1
        }
        let most = counts.values.max()
        return order.first { counts[$0] == most }
    }

    /// The questions that are left after a fact, beyond those of the rules that do not use it; nil after too many
    /// judgements.
    private mutating func score(of fact: String) -> Double? {
        let users = prospects.indices.filter { prospects[$0].place(of: fact) != nil }
        let before = outlook(of: users)
        let answers = answers(to: fact, users)
        var (sum, worst) = (0.0, 0.0)
        for answer in answers {
            let after = outlook(of: users, with: (fact, answer))
            sum += after.mean
            worst = max(worst, after.worst)
        }
        guard judgements > 0 else { return nil }
        let mean = sum / Double(max(answers.count, 1))
        return mean - before.mean + Self.weightOfWorst * (worst - before.worst)
    }

    /// The questions that some rules still have.
    private mutating func outlook(of users: [Int], with answer: (fact: String, value: Value)? = nil) -> Outlook {
        users.reduce(Outlook()) { sum, user in
            sum + prospects[user].outlook(answers(of: user, with: answer), &judgements)
        }
    }

    /// The answers that lead some rules on differently: of typed ones those between the same thresholds count once.
    private mutating func answers(to fact: String, _ users: [Int]) -> [Value] {
        let all = book.answers(to: fact, in: users.map { prospects[$0].rule }, on: today)
        guard book.facts[fact]?.typed != nil else { return all }
        judgements -= all.count * users.count
        var seen: Set<[AnswerRange]> = []
        return all.filter { answer in
            seen.insert(users.map { prospects[$0].range(answers(of: $0, with: (fact, answer))) }).inserted
        }
    }

    /// What is known of a rule's facts, with one answer more.
    private mutating func answers(of user: Int, with answer: (fact: String, value: Value)?) -> [Int] {
        guard let answer, let place = prospects[user].place(of: answer.fact) else { return known[user] }
        return known[user].replacing(place, with: prospects[user].number(of: answer.value, to: place))
    }
}
