import Expressions
import Testing

/// Expressions as entitlement rules have them.
struct RuleExpressionTests {
    private let facts = DictionaryScope([
        "birth_month": .month(month("1965-03")), "sex": .text("m"), "months_after": .number(2),
        "ui_months": .number(75),
        "retire_month": .month(month("2030-05")), "left_month": .month(month("2025-09")), "last_claim": .text("never"),
        "still_there": .boolean(false), "restarted": .unknown, "since_left": .number(6),
        "p": value(
            """
            object('shift_start', object('m', 1965-01), 'shift_step', object('m', 4), 'shift_max', object('m', 36),
            'min_months_by_year', [[0, 180], [2030, 186], [2031, 192]], 'arbitration_months', 12, 'cutoff_month', 8)
            """),
    ])

    @Test(arguments: [
        ("choose(sex == 'm', 'm', 'f')", "m"), ("months_between(p.shift_start[sex], birth_month)", "2"),
        ("choose(months_after < 0, 0, min(p.shift_max[sex], floor(months_after / p.shift_step[sex]) + 1))", "1"),
        ("add_months(birth_month, 720 + 1)", "2025-04"), ("step(p.min_months_by_year, year(retire_month))", "186"),
        ("round_up((186 - 100) / 12, 0.5)", "7.5"), ("max(0, months_between(today, retire_month))", "50"),
        ("min(24, choose(ui_months < 48, floor(ui_months / 12), 4 + floor((ui_months - 48) / 6)))", "8"),
        ("choose(last_claim == 'never', false, months_between(left_month, last_claim) < 12)", "false"),
        ("still_there or since_left < p.arbitration_months or restarted", "true"),
        ("choose(still_there, none, add_months(left_month, p.arbitration_months))", "2026-09"),
        ("floor(months_between(2021-08, add_months(next_september(today), p.cutoff_month - 9)) / 12)", "5"),
    ])
    func `rules reckon with facts and parameters`(source: String, result: String) throws {
        let evaluation = Evaluation(scope: facts, now: now)
        #expect(evaluation.evaluate(try Expression.parse(source)).text == result)
    }
}
