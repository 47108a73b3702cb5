import Entitlements
import Expressions
import Testing

struct RuleTestTests {
    private static let rule = RuleBuilder(
        lines: ["a and b": "yes", "true": "no"], derived: ["x": "if(a, 1, null)"], shown: ["x"])

    private static func test(
        _ given: String, _ expected: RuleTest.Expectation, asked: [String]? = nil, day: String = "2026-03-15"
    ) -> RuleTest {
        RuleTest(
            name: "case", file: "rule.yaml", line: 7, day: date(day), given: known(given), expected: expected,
            asked: asked)
    }

    private func failures(_ test: RuleTest) throws -> [String] {
        try Self.rule.book.play(test, of: "xx.test", utcOffset: 0).failures
    }

    @Test func `a test that is met has no failures`() throws {
        let expected = RuleTest.Expectation(
            outcome: "yes", values: ["x": .number(1)], missing: [], assumed: [], isUsual: false)
        #expect(try failures(Self.test("a=yes b=yes", expected, asked: ["a", "b"])) == [])
        #expect(try failures(Self.test("a=no", .init(outcome: "no", values: ["x": .null]))) == [])
        #expect(
            try failures(Self.test("a=? b=yes", .init(outcome: "undecided", values: ["x": .unknown], missing: ["a"])))
                == [])
    }

    @Test(arguments: [
        (test("a=yes b=yes", .init(outcome: "no")), "outcome is yes, not no"),
        (test("a=no", .init(outcome: "no", values: ["x": .number(1)])), "x is null, not 1"),
        (test("a=yes b=yes", .init(outcome: "yes", values: ["x": .unknown])), "x is 1, not unknown"),
        (test("a=yes b=?", .init(outcome: "undecided", missing: ["a"])), "missing is [b], not [a]"),
        (test("a=no", .init(outcome: "no", assumed: ["a"])), "assumed is [], not [a]"),
        (test("a=no", .init(outcome: "no", isUsual: true)), "usual is false, not true"),
        (test("a=no", .init(outcome: "no"), asked: ["b"]), "asked is [a], not [b]"),
        (test("b=no a=yes", .init(outcome: "no"), asked: ["b"]), "asked is [a, b], not [b]"),
        (test("a=yes", .init(outcome: "no")), "asks for 'b', which the test does not give"),
        (test("a=no", .init(outcome: "no"), day: "2019-01-01"), "the rule is not in force on 2019-01-01"),
    ])
    func `a test that is not met says what came instead`(_ test: RuleTest, _ expected: String) throws {
        #expect(try failures(test) == [expected])
    }

    @Test func `what is known beforehand is not asked`() throws {
        let test = RuleTest(
            name: "case", file: "rule.yaml", line: 7, day: date("2026-03-15"), known: known("a=yes"),
            given: known("b=yes"), expected: .init(outcome: "yes"), asked: ["b"])
        #expect(try failures(test) == [])
    }
}
