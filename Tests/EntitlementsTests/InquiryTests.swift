import Entitlements
import Expressions
import TestSupport
import Testing

/// Several rules judged at once.
struct InquiryTests {
    private static func fact(_ name: String) -> Fact {
        Fact(name: name, type: .boolean, typed: .boolean, allowsUnknown: true)
    }

    private static func rule(
        _ id: String, about concerns: String? = nil, _ lines: Pairs, gives: RuleOutcome.Gives = .help,
        until: String? = nil, facts: String
    ) -> RuleBuilder {
        var rule = RuleBuilder(lines: lines, texts: ["yes": "Yes.", "no": "No."], facts: [])
        rule.id = "xx." + id
        rule.concerns = concerns
        rule.facts = facts.split(separator: " ").map { fact(String($0)) }
        rule.gives = ["yes": gives, "no": .nothing]
        rule.until = until.map { ["yes": $0] } ?? [:]
        return rule
    }

    private func inquire(
        _ rules: [RuleBuilder], _ known: [String: Value], _ selection: RuleSelection = .all
    ) throws -> Inquiry {
        try rules[0].book(with: Array(rules.dropFirst())).inquire(
            selection, { known[$0] }, at: RuleBuilder.now, utcOffset: 0, language: "en")
    }

    private func found(_ inquiry: Inquiry) -> [String] { inquiry.verdicts.map { String($0.rule.dropFirst(3)) } }

    @Test func `the fact that most rules need is asked first`() throws {
        let rules = [
            Self.rule("a", ["s": "yes", "true": "no"], facts: "s"),
            Self.rule("b", ["q": "yes", "true": "no"], facts: "q"),
            Self.rule("c", ["q": "yes", "true": "no"], facts: "q"),
        ]
        #expect(try inquire(rules, [:]).next == "q")
        #expect(try inquire(rules, known("q=no")).next == "s")
        #expect(try inquire(rules, known("q=no s=no")).next == nil)
    }

    @Test func `of the facts of a line the one that can settle more is asked`() throws {
        // q alone decides; s decides nothing without r
        let rule = Self.rule("a", ["(s and r) or q": "yes", "true": "no"], facts: "s q r")
        #expect(try inquire([rule], [:]).next == "q")
    }

    @Test func `equal facts are asked in the order of the file`() throws {
        let rules = [
            Self.rule("b", ["s": "yes", "true": "no"], facts: "s"),
            Self.rule("a", ["q": "yes", "true": "no"], facts: "q"),
        ]
        #expect(try inquire(rules, [:]).next == "q")
        #expect(try inquire(rules, [:], .named([.rule("xx.b"), .rule("xx.a")])).next == "s")
    }

    @Test func `a rule that is not about her asks nothing and says nothing`() throws {
        let rule = Self.rule("a", about: "mine", ["s": "yes", "true": "no"], facts: "mine s")
        #expect(try inquire([rule], [:]).next == "mine")
        #expect(try inquire([rule], known("mine=yes")).next == "s")
        for answer in ["no", "?"] {
            let inquiry = try inquire([rule], known("mine=\(answer)"))
            #expect(!inquiry.isOpen && inquiry.verdicts.isEmpty)
        }
    }

    @Test func `whom a rule is about is not asked when it is judged alone`() throws {
        var rule = Self.rule("test", about: "mine", ["s": "yes", "true": "no"], facts: "mine s")
        rule.id = "xx.test"
        #expect(try rule.judge([:])?.inShort == "ask s")
    }

    @Test func `a rule that is about her is asked to its end before another is begun`() throws {
        let rules = [
            Self.rule("a", about: "mine", ["s and r": "yes", "true": "no"], facts: "mine s r"),
            Self.rule("b", ["q": "yes", "true": "no"], facts: "q"),
            Self.rule("c", ["q": "yes", "true": "no"], facts: "q"),
        ]
        #expect(try inquire(rules, known("mine=yes")).next == "s")
        #expect(try inquire(rules, known("mine=yes s=no")).next == "q")
    }

    @Test func `what ends soon comes first, then money, then the rest, and what gives nothing not at all`() throws {
        let rules = [
            Self.rule("help", ["true": "yes"], facts: ""),
            Self.rule("money", ["true": "yes"], gives: .money, facts: ""),
            Self.rule("nothing", ["true": "no"], facts: ""),
            Self.rule("later", ["true": "yes"], until: "'2026-12-01'", facts: ""),
            Self.rule("soon", ["true": "yes"], until: "add_months(month(today), 2)", facts: ""),
            Self.rule("now", ["true": "yes"], until: "month(today)", facts: ""),
            Self.rule("over", ["true": "yes"], until: "add_months(month(today), -1)", facts: ""),
        ]
        #expect(found(try inquire(rules, [:])) == ["now", "soon", "money", "help", "later", "over"])
    }

    @Test func `areas and rules are taken in the order they are named, each once`() throws {
        var other = Self.rule("b", ["true": "yes"], facts: "")
        other.area = .housing
        let rules = [Self.rule("a", ["true": "yes"], facts: ""), other, Self.rule("c", ["true": "yes"], facts: "")]
        let selection = RuleSelection.named([.rule("xx.c"), .area(.housing), .area(.employment), .rule("xx.gone")])
        let book = try rules[0].book(with: Array(rules.dropFirst()))
        #expect(book.rules(in: selection).map(\.id) == ["xx.c", "xx.b", "xx.a"])
    }

    @Test func `numbers between the same thresholds count as one answer`() throws {
        // q has two answers and ends it; n has many numbers, but only one in a line of its own leaves a question
        let number = Fact(name: "n", type: .number, typed: .number)
        var rule = Self.rule("a", ["n > 10 and q": "yes", "true": "no"], facts: "q")
        rule.facts = [number] + rule.facts
        rule.tests = [1, 2, 3, 11].map { count in
            RuleTest(
                name: "case", file: "rule.yaml", line: 1, day: date("2026-03-15"),
                given: ["n": .number(.init(count))], expected: .init(outcome: "no"))
        }
        // by ranges both leave half a question on the mean; by numbers q would leave more
        #expect(try inquire([rule], [:]).next == "n")
    }

    private struct Sample {
        var rules: [RuleBuilder] = []
        let answers: [String: Value]

        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            let names = (1...7).map { "f\($0)" }
            let all = names.joined(separator: " ")
            for number in 1...5 {
                func term(_ random: inout SplitMix64) -> String {
                    let name = names.randomElement(using: &random) ?? "f1"
                    return Bool.random(using: &random) ? name : "not \(name)"
                }
                let joint = Bool.random(using: &random) ? "and" : "or"
                let lines = Pairs([
                    ("\(term(&random)) \(joint) \(term(&random))", "yes"), (term(&random), "no"), ("true", "yes"),
                ])
                let concerns = Bool.random(using: &random) ? term(&random) : nil
                rules.append(InquiryTests.rule("r\(number)", about: concerns, lines, facts: all))
            }
            answers = Dictionary(
                uniqueKeysWithValues: names.map { ($0, Int.random(in: 0..<5, using: &random)) }.map {
                    ($0, $1 == 0 ? .null : .boolean($1.isMultiple(of: 2)))
                })
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a dialog over several rules asks each fact once and comes to what each rule says alone`(
        _ seed: UInt64
    ) throws {
        let sample = Sample(seed: seed)
        let book = try sample.rules[0].book(with: Array(sample.rules.dropFirst()))
        var given: [String: Value] = [:]
        func inquiry() -> Inquiry {
            book.inquire(.all, { given[$0] }, at: RuleBuilder.now, utcOffset: 0, language: "en")
        }
        while let fact = inquiry().next {
            try #require(given[fact] == nil)
            given[fact] = sample.answers[fact]
        }
        #expect(!inquiry().isOpen)
        for verdict in inquiry().verdicts where verdict.outcome != Rule.undecided {
            let alone = book.judge(
                verdict.rule, { sample.answers[$0] }, at: RuleBuilder.now, utcOffset: 0, language: "en")
            guard case .verdict(let own)? = alone else { throw EvaluationFault("\(verdict.rule) asks") }
            #expect(own.outcome == verdict.outcome)
        }
    }

    @Test func `a survey counts questions and what is found`() throws {
        let rules = [
            Self.rule("a", about: "mine", ["s": "yes", "true": "no"], facts: "mine s"),
            Self.rule("b", about: "mine", ["q": "yes", "true": "no"], facts: "mine q"),
        ]
        let book = try rules[0].book(with: Array(rules.dropFirst()))
        let survey = InquirySurvey(of: .all, in: book, limit: 3, at: RuleBuilder.now, utcOffset: 0)
        #expect(survey.rules == 2 && survey.facts == 3)
        #expect(survey.best.questions >= 1 && survey.best.questions < 3)
        #expect(survey.best.found > 0)
    }
}
