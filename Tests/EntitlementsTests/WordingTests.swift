import Entitlements
import Expressions
import Testing

struct WordingTests {
    private static let help = LocalizedText(id: "help", versions: [Template(literal: "Look in your book.")])
    private static let rule = RuleBuilder(
        lines: ["n > 9": "much", "true": "little"], derived: ["rest": "if(n = 0, null, 10 - n)"], shown: ["rest"],
        texts: ["much": "You have ${n}.", "little": "${rest} more to go.", "undecided": "Count first."],
        plain: ["little": "None so far."], because: "you have ${n}", next: ["call", "wait"],
        facts: [Fact(name: "n", type: .number, typed: .number, allowsUnknown: true, help: help)])

    @Test func `texts are filled with the values of the verdict, in each language`() throws {
        let book = try Self.rule.book
        let verdict = try Self.rule.verdict(["n": .number(12)])
        #expect(try book.text(of: verdict, in: 0) == "You have 12.")
        #expect(try book.text(of: verdict, in: 1) == "sw: You have 12.")
        #expect(try book.because(of: verdict, in: 0) == "you have 12")
        #expect(try book.why(of: verdict, in: 0) == "Why: you have 12. Law: Act L1. Checked 2026-01.")
        #expect(try book.steps(of: verdict, in: 0) == ["Call us.", "Wait."])
        #expect(try book.caution(about: verdict, in: 0) == nil)
    }

    @Test(arguments: [(4, "6 more to go."), (0, "None so far.")])
    func `the plain text is said when a value is nothing`(_ count: Int, _ expected: String) throws {
        let verdict = try Self.rule.verdict(["n": .number(.init(count))])
        #expect(try Self.rule.book.text(of: verdict, in: 0) == expected)
    }

    @Test func `who does not know hears what to find out, without a reason`() throws {
        let book = try Self.rule.book
        let verdict = try Self.rule.verdict(["n": .null])
        #expect(verdict.outcome == Rule.undecided)
        #expect(try book.text(of: verdict, in: 0) == "Count first.")
        #expect(try book.why(of: verdict, in: 0) == nil)
        #expect(try book.steps(of: verdict, in: 0) == ["Look in your book.", "Call us.", "Wait."])
    }

    @Test func `an undecided outcome can have a reason of its own, with its laws`() throws {
        var rule = Self.rule
        rule.becauseUndecided = "the number decides"
        let verdict = try rule.verdict(["n": .null])
        #expect(verdict.laws.map(\.id) == ["L2", "L3"])
        #expect(try rule.book.because(of: verdict, in: 0) == "the number decides")
        #expect(
            try rule.book.why(of: verdict, in: 1)
                == "sw: Why: sw: the number decides. Law: sw: Act L2. Checked 2026-01.")
        let decided = try rule.verdict(["n": .number(12)])
        #expect(try rule.book.because(of: decided, in: 0) == "you have 12")
        #expect(decided.laws.map(\.id) == ["L1"])
    }

    @Test(arguments: [
        (0, "Why: so it is. Law: Act L1. Checked 2026-01."), (51, "Why: so it is. Law: Act L1. Checked 2026-01."),
        (52, "Why: so it is. Law: Act L1; Act L2. Checked 2026-01."),
        (60, "Why: so it is. Law: Act L1; Act L2; Act L3. Checked 2026-01."),
    ])
    func `as many laws are named as leave room`(_ room: Int, _ expected: String) throws {
        let rule = RuleBuilder(laws: ["L1", "L2", "L3"], room: room)
        #expect(try rule.book.why(of: try rule.verdict(), in: 0) == expected)
    }

    @Test func `a law that two provisions cite is named once`() throws {
        let book = try RuleBuilder(room: 99).book
        let law = try #require(book.rules["xx.test"]?.laws["L1"])
        let twin = Law(id: "L9", cite: law.cite, checked: date("2025-12-01"), confidence: .high)
        let now = Surroundings(now: RuleBuilder.now, utcOffset: 0, language: "en")
        #expect(try book.why("so", [law, twin], in: 0, now) == "Why: so. Law: Act L1. Checked 2026-01.")
    }

    @Test func `a text that cannot be said is a fault and no blank`() throws {
        let rule = RuleBuilder(texts: ["no": "You have ${a}."])
        let verdict = try rule.verdict()
        #expect(throws: EvaluationFault.self) { try rule.book.text(of: verdict, in: 0) }
    }

    @Test func `what is assumed is said with caution`() throws {
        let fact = Fact(name: "a", type: .boolean, allowsUnknown: true, assumed: .boolean(true))
        let rule = RuleBuilder(lines: ["a": "yes", "true": "no"], facts: [fact])
        #expect(try rule.book.caution(about: try rule.verdict(["a": .null]), in: 0) == "It may differ.")
    }
}
