import Entitlements
import Expressions
import Testing

/// What a move leaves to do, by the portability of rules.
struct MoveTests {
    private static func rule(
        _ id: String, moves: Portability.Moves, next: [String] = ["call"], within: Portability.Extent? = nil,
        about concerns: String? = nil
    ) throws -> RuleBuilder {
        var rule = RuleBuilder()
        rule.id = "xx." + id
        rule.concerns = concerns
        rule.portability = Portability(
            moves: moves, title: try rule.text("title", id), text: try rule.text("text", "About \(id)."),
            because: try rule.text("because", "it is so"), laws: ["L2", "L1"], next: next, within: within)
        return rule
    }

    private func due(_ rules: [RuleBuilder], _ known: [String: Value] = [:], inside: Set<Portability.Extent?> = [])
        throws -> [String]
    {
        try rules[0].book(with: Array(rules.dropFirst())).due(
            .all, { known[$0] }, at: RuleBuilder.now, utcOffset: 0, isInside: { inside.contains($0) }
        ).map { String($0.id.dropFirst(3)) }
    }

    @Test func `what does not come along is first, and what leaves nothing to do is not there`() throws {
        let rules = [
            try Self.rule("all", moves: .yes), try Self.rule("fine", moves: .yes, next: []),
            try Self.rule("gone", moves: .no), try Self.rule("some", moves: .part),
        ]
        #expect(try due(rules) == ["gone", "some", "all"])
    }

    @Test func `a move inside the part of the country that it is the same in needs nothing`() throws {
        let rules = [
            try Self.rule("a", moves: .yes, within: .province), try Self.rule("b", moves: .no, within: .city),
            try Self.rule("c", moves: .no),
        ]
        #expect(try due(rules, inside: [.province]) == ["b", "c"])
        #expect(try due(rules, inside: [.province, .city]) == ["c"])
        #expect(try due(rules, inside: [.province, .city, nil]) == [])
    }

    @Test func `what is known not to be about her is not there`() throws {
        let rules = [try Self.rule("a", moves: .no, about: "a")]
        #expect(try due(rules) == ["a"])
        #expect(try due(rules, known("a=yes")) == ["a"])
        #expect(try due(rules, known("a=no")) == [])
    }

    @Test func `the advice gives the reason with its first law, and the next steps`() throws {
        let book = try Self.rule("a", moves: .part, next: ["call", "wait"]).book
        let advice = try #require(try book.move(of: "xx.a", at: RuleBuilder.now, utcOffset: 0, in: 0))
        #expect(advice.moves == .part && advice.text == "About a.")
        #expect(advice.why == "Why: it is so. Law: Act L2. Checked 2026-01.")
        #expect(advice.next == ["Call us.", "Wait."])
        #expect(try book.move(of: "xx.a", at: RuleBuilder.now, utcOffset: 0, in: 1)?.text == "sw: About a.")
        #expect(try RuleBuilder().book.move(of: "xx.test", at: RuleBuilder.now, utcOffset: 0, in: 0) == nil)
    }
}
