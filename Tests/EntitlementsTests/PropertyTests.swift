import Entitlements
import Expressions
import TestSupport
import Testing

/// Random rules over six facts, with random answers, "I do not know" among them.
struct PropertyTests {
    private struct Case {
        let rule: RuleBuilder
        let answers: [String: Value]

        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            let names = ["f1", "f2", "f3", "f4", "f5", "f6"]
            let facts = names.map { name in
                Fact(
                    name: name, type: .boolean, typed: .boolean, allowsUnknown: true,
                    assumed: Int.random(in: 0..<4, using: &random) == 0 ? .boolean(.random(using: &random)) : nil)
            }
            let derived = ["d1", "d2"].map { ($0, Self.expression(of: names, depth: 2, &random)) }
            var lines = (1...Int.random(in: 1...4, using: &random)).map { number in
                (Self.expression(of: names + ["d1", "d2"], depth: 3, &random), "o\(number)")
            }
            lines.append(("true", "rest"))
            rule = RuleBuilder(
                lines: Pairs(lines), derived: Pairs(derived), shown: ["d1", "d2"], facts: facts)
            answers = Dictionary(
                uniqueKeysWithValues: names.map { name in
                    let die = Int.random(in: 0..<5, using: &random)
                    return (name, die == 0 ? .null : .boolean(die.isMultiple(of: 2)))
                })
        }

        private static func expression(of names: [String], depth: Int, _ random: inout SplitMix64) -> String {
            let inner = { (random: inout SplitMix64) in expression(of: names, depth: depth - 1, &random) }
            switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &random) {
            case 1: return "(\(inner(&random)) and \(inner(&random)))"
            case 2: return "(\(inner(&random)) or \(inner(&random)))"
            case 3: return "(not \(inner(&random)))"
            case 4: return "if(\(inner(&random)), \(inner(&random)), \(inner(&random)))"
            case 5: return "(\(inner(&random)) = \(inner(&random)))"
            default: return names.randomElement(using: &random) ?? names[0]
            }
        }
    }

    private func talk(_ sample: Case) throws -> (talk: RuleTalk, rule: Rule, book: RuleBook) {
        let book = try sample.rule.book
        let talk = book.talk(
            "xx.test", answers: sample.answers, at: RuleBuilder.now, utcOffset: 0, language: "en")
        return (talk, try sample.rule.rule, book)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `a dialog asks only facts of the rule, each once, and comes to an end`(_ seed: UInt64) throws {
        let (talk, rule, _) = try talk(Case(seed: seed))
        #expect(talk.verdict != nil && talk.unanswered == nil)
        #expect(Set(talk.asked).isSubset(of: rule.facts))
        #expect(Set(talk.asked).count == talk.asked.count)
    }

    /// With all answers known at once, an `if` whose condition she does not know can have two equal branches, so that
    /// more is decided than in a dialog, which does not ask for the branches of what nobody can tell.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `judged after each answer is judged at once`(_ seed: UInt64) throws {
        let sample = Case(seed: seed)
        let step = try #require(try talk(sample).talk.verdict)
        guard step.outcome != Rule.undecided else { return }
        let atOnce = try sample.rule.verdict(sample.answers)
        #expect(step.outcome == atOnce.outcome)
        #expect(step.trace.lines == atOnce.trace.lines)
        for (name, value) in step.values.pairs { #expect(atOnce.values[name] == value) }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `no answer that was not asked for changes what came out`(_ seed: UInt64) throws {
        let sample = Case(seed: seed)
        let (talk, _, _) = try talk(sample)
        guard let verdict = talk.verdict, verdict.outcome != Rule.undecided else { return }
        let asked = sample.answers.filter { talk.asked.contains($0.key) }
        for flip in [true, false] {
            let others = sample.answers.mapValues { _ in Value.boolean(flip) }
            #expect(try sample.rule.verdict(others.merging(asked) { $1 }).outcome == verdict.outcome)
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `whoever answers everything gets an outcome`(_ seed: UInt64) throws {
        let sample = Case(seed: seed)
        let answers = sample.answers.mapValues { $0 == .null ? .boolean(true) : $0 }
        let talk = try sample.rule.book.talk(
            "xx.test", answers: answers, at: RuleBuilder.now, utcOffset: 0, language: "en")
        #expect(talk.verdict?.outcome != Rule.undecided)
        #expect(try talk.verdict?.outcome == sample.rule.verdict(answers).outcome)
    }

    @Test func `the samples are of many kinds`() throws {
        let talks = try (0..<400 as Range<UInt64>).map { try talk(Case(seed: $0)).talk }
        #expect(talks.contains { $0.verdict?.outcome == Rule.undecided })
        #expect(talks.contains { $0.verdict?.assumed.isEmpty == false })
        #expect(Set(talks.map(\.asked.count)).isSuperset(of: 1...4))
    }
}
