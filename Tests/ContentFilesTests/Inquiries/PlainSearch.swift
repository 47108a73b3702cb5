import Expressions

@testable import Entitlements

/// The next question as it is defined, found by judging every rule anew at every look: nothing is remembered.
struct PlainSearch {
    let book: RuleBook
    let surroundings: Surroundings

    private typealias Outlook = (mean: Double, worst: Double)

    /// The fact to ask next.
    func next(_ rules: [Rule], _ known: [String: Value]) -> String? {
        var hers: [Rule] = []
        var others: [Rule] = []
        var facts: [String: [String]] = [:]
        for rule in rules where rule.inForce.contains(surroundings.today) {
            guard case .open(let lacking, let isHers) = standing(of: rule, known) else { continue }
            facts[rule.id] = lacking
            if isHers { hers.append(rule) } else { others.append(rule) }
        }
        let current = hers.isEmpty ? others : hers
        var best: (fact: String, score: Double)?
        for fact in distinct(current.flatMap { facts[$0.id] ?? [] }) {
            let score = score(of: fact, current, known)
            if score < (best?.score ?? .infinity) - 1e-9 { best = (fact, score) }
        }
        return best?.fact
    }

    /// How far a rule comes.
    func standing(of rule: Rule, _ known: [String: Value]) -> Standing {
        let local = book.judge(of: rule, { known[$0] }, surroundings)
        let judge = local ?? general(rule, known)
        if let concerns = rule.concerns {
            let isHers = judge.evaluation.evaluate(concerns).isTrue
            if isHers == false { return .foreign }
            let lacking = lacking(in: concerns, judge)
            if isHers == nil { return lacking.isEmpty ? .foreign : .open(lacking, isHers: false) }
        }
        guard local != nil else { return .open([Fact.region], isHers: rule.concerns != nil) }
        for line in judge.rule.lines {
            let isTrue = judge.evaluation.evaluate(line.when).isTrue
            if isTrue == true { return .over }
            guard isTrue == nil else { continue }
            let lacking = lacking(in: line.when, judge)
            return lacking.isEmpty ? .over : .open(lacking, isHers: rule.concerns != nil)
        }
        return .over
    }

    private func general(_ rule: Rule, _ known: [String: Value]) -> Judge {
        let answers = book.answers(rule.allFacts.map { ($0, known[$0] ?? .unknown) })
        let figures = RuleFigures(of: rule, on: surroundings.today, in: nil)
        return Judge(rule, answers, figures, surroundings, deriving: rule.derived)
    }

    private func lacking(in condition: Expression, _ judge: Judge) -> [String] {
        let evaluation = judge.evaluation
        return judge.sources(of: evaluation.unknowns(in: condition), evaluation.unknowns).filter(
            judge.answers.open.contains)
    }

    private func score(of fact: String, _ rules: [Rule], _ known: [String: Value]) -> Double {
        let users = rules.filter { $0.allFacts.contains(fact) }
        let before = outlook(of: users, known)
        let after = answers(to: fact, users, known).map { outlook(of: users, known.merging([fact: $0]) { $1 }) }
        let mean = after.reduce(0) { $0 + $1.mean } / Double(max(after.count, 1))
        return mean - before.mean + 0.5 * (after.reduce(0) { max($0, $1.worst) } - before.worst)
    }

    private func outlook(of rules: [Rule], _ known: [String: Value]) -> Outlook {
        rules.map { outlook(of: $0, known) }.reduce((0, 0)) { ($0.mean + $1.mean, $0.worst + $1.worst) }
    }

    private func outlook(of rule: Rule, _ known: [String: Value]) -> Outlook {
        guard case .open(let facts, _) = standing(of: rule, known), let first = facts.first else { return (0, 0) }
        let answers = answers(to: first, [rule], known)
        let after = answers.map { outlook(of: rule, known.merging([first: $0]) { $1 }) }
        let mean = after.reduce(0) { $0 + $1.mean / Double(answers.count) }
        return (mean + 1, after.reduce(0) { max($0, $1.worst) } + 1)
    }

    /// The answers that lead on differently.
    private func answers(to fact: String, _ rules: [Rule], _ known: [String: Value]) -> [Value] {
        let all = book.answers(to: fact, in: rules, on: surroundings.today)
        guard book.facts[fact]?.typed != nil else { return all }
        var seen: Set<[AnswerRange]> = []
        return all.filter { answer in
            let known = known.merging([fact: answer]) { $1 }
            return seen.insert(
                rules.map { AnswerRange(standing: standing(of: $0, known), sides: sides(of: $0, known)) }
            ).inserted
        }
    }

    private func sides(of rule: Rule, _ known: [String: Value]) -> [Bool] {
        guard let judge = book.judge(of: rule, { known[$0] }, surroundings) else { return [] }
        var looked = judge.rule.derived.map(\.expression)
        for line in judge.rule.lines {
            looked.append(line.when)
            guard judge.evaluation.evaluate(line.when).isTrue == false else { break }
        }
        return looked.flatMap { judge.evaluation.comparisons(in: $0) }.map(\.holds)
    }

    private func distinct(_ facts: [String]) -> [String] {
        var seen: Set<String> = []
        return facts.filter { seen.insert($0).inserted }
    }
}
