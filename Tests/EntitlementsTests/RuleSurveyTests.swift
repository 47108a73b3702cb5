import Entitlements
import Expressions
import Testing

struct RuleSurveyTests {
    private static func test(_ given: String, _ day: String = "2026-03-15") -> RuleTest {
        RuleTest(
            name: "case", file: "rule.yaml", line: 7, day: date(day), given: known(given),
            expected: .init(outcome: "no"))
    }

    @Test func `the longest way through a rule is found`() throws {
        let rule = RuleBuilder(lines: ["not a": "no", "b": "yes", "true": "no"], tests: [Self.test("a=no")])
        let survey = RuleSurvey(of: try rule.rule, in: try rule.book, utcOffset: 0)
        #expect(survey.mostQuestions == 2)
        #expect(survey.longest["a"] == .boolean(true))
        #expect(!survey.isPartial)
    }

    @Test func `every verdict of the grid is told, with what was answered`() throws {
        let rule = RuleBuilder(lines: ["a": "yes", "true": "no"], tests: [Self.test("a=no")])
        var found: [String: [String: Value]] = [:]
        _ = RuleSurvey(of: try rule.rule, in: try rule.book, utcOffset: 0) { found[$0.outcome] = $1 }
        #expect(found == ["yes": known("a=yes"), "no": known("a=no"), "undecided": known("a=?")])
    }

    @Test func `typed answers are those of the tests, on each of their days`() throws {
        let rule = RuleBuilder(
            lines: ["n > 2": "much", "true": "little"], facts: [Fact(name: "n", type: .number, typed: .number)],
            tests: [1, 3, 3].map { count in
                RuleTest(
                    name: "case", file: "rule.yaml", line: 7, day: date("2026-03-15"),
                    given: ["n": .number(.init(count))], expected: .init(outcome: "much"))
            })
        var outcomes: [String] = []
        _ = RuleSurvey(of: try rule.rule, in: try rule.book, utcOffset: 0) { verdict, _ in
            outcomes.append(verdict.outcome)
        }
        #expect(outcomes.sorted() == ["little", "much"])
    }

    @Test func `a grid that is too large is walked in part, and says so`() throws {
        let facts = (1...12).map { Fact(name: "f\($0)", type: .boolean, typed: .boolean, allowsUnknown: true) }
        let all = facts.map(\.name).joined(separator: " = ")
        let rule = RuleBuilder(lines: [all: "yes", "true": "no"], facts: facts, tests: [Self.test("f1=no")])
        #expect(RuleSurvey(of: try rule.rule, in: try rule.book, utcOffset: 0).isPartial)
    }
}
