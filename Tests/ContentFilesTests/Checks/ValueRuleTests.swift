import ContentFiles
import Testing

struct ValueRuleTests {
    private static func ask(_ type: String, _ next: String) -> String {
        "  start:\n    ask: When?\n    answer: { type: \(type) }\n    save: a\n    go: next\n  next:\n\(next)\n  bye:\n"
            + "    end: Bye"
    }

    private static func branch(_ when: String) -> String {
        "    branch: [{ when: \"\(when)\", go: bye }, { go: bye }]"
    }

    static let cases: [RuleCase] = [
        RuleCase("expression-type", ask("date", "    set: { b: a + ⟦1 }\n    go: bye"), severity: .error),
        RuleCase("expression-type", ask("date", branch("⟦a > 5")), severity: .error),
        RuleCase("expression-type", ask("date", branch("⟦a")), severity: .warning),
        RuleCase("expression-type", ask("date", branch("a > today and known(a)"))),
        RuleCase(
            "expression-type",
            ask(
                "whole",
                "    set: { b: \"add_days(today, a)\" }\n    go: again\n  again:\n"
                    + branch("⟦b > a"))),
        RuleCase("expression-type", ask("whole", "    set: { b: a * 2 }\n    go: again\n  again:\n" + branch("b > a"))),
        RuleCase("expression-type", ask("text", "    menu: ${round(⟦today)}\n    options: [A, B]\n    go: bye")),
        RuleCase(
            "expression-type",
            Fixture(
                pack: Fixture().pack + "\nperson: { born: { type: month } }\nconstants: { days: 30 }",
                main: "steps:\n" + ask("whole", branch("⟦person.born > constants.days")))),
        RuleCase(
            "expression-type",
            Fixture(
                pack: Fixture().pack + "\nperson: { born: { type: month } }\nconstants: { days: 30 }",
                main: "steps:\n" + ask("whole", branch("a > constants.days and person.born < today")))),
    ]

    @Test(arguments: cases)
    func `an expression does with a value what can be done`(_ row: RuleCase) { row.expect() }

    @Test func `a called flow brings its answers under the step's name`() {
        var fixture = flow("  start:\n    call: other\n    go: next\n  next:\n    end: ${start.age} ${start.⟦aeg}")
        fixture.files["other.yaml"] =
            "steps:\n  start:\n    ask: Age?\n    answer: { type: whole }\n    save: age\n    go: end"
        fixture.expect(["unknown-name"])
    }

    @Test func `wrong types do not keep an old revision from loading`() {
        let fixture = flow(Self.ask("date", "    set: { b: a + 1 }\n    go: bye"))
        #expect(fixture.load().pack != nil)
        #expect(PackCheck().load(fixture.source, log: DiagnosticLog()) == nil)
    }
}
