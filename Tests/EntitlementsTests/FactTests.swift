import Entitlements
import Expressions
import Testing

struct FactTests {
    private static let month = Fact(name: "left", type: nil, typed: .month, choices: [.text("never")])
    private static let span = Fact(
        name: "paid", type: .number, typed: .duration, allowsUnknown: true, countsMonths: true)
    private static let choice = Fact(name: "how", type: .text, choices: [.text("quit"), .text("closed")])
    private static let flag = Fact(name: "sure", type: .boolean, choices: [.boolean(true), .boolean(false)])

    @Test(
        arguments: [
            (month, Value.text("2026-03"), "2026-03"), (month, .text("never"), "never"), (month, .text("soon"), nil),
            (month, .null, nil), (span, .number(30), "30"), (span, .null, ""), (span, .text("long"), nil),
            (choice, .text("quit"), "quit"), (choice, .text("other"), nil), (flag, .boolean(true), "true"),
            (flag, .text("false"), "false"), (flag, .number(1), nil),
            (Fact(name: "region", type: .text, choices: [.text("310000")]), .text("310115"), "310115"),
        ] as [(Fact, Value, String?)])
    func `values from files are read as what the fact is`(_ fact: Fact, _ written: Value, _ expected: String?) {
        #expect(fact.reading(written)?.text == expected)
    }

    @Test func `what can be answered is said in words`() {
        #expect(Self.month.answersInWords == "never, a month")
        #expect(Self.span.answersInWords == "a number of months, null")
        #expect(Self.choice.answersInWords == "quit, closed")
    }
}
