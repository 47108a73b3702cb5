import ContentFiles
import Testing

struct ExchangeRuleTests {

    static let cases: [RuleCase] = [
        RuleCase("odd-name", packFile("person: { ⟦birth-month: { type: month } }"), severity: .warning),
        RuleCase("odd-name", packFile("constants: { ⟦2days: 2 }")),
        RuleCase("odd-name", "  start:\n    call: my-news\n    go: end")
            .with("my-news.yaml", "steps:\n  ⟦hello:\n    end: News"),
        RuleCase("odd-name", "  start:\n    call: wages/late\n    go: end")
            .with("wages/late.yaml", "steps:\n  hello:\n    end: News"),
        RuleCase("odd-name", packFile("person: { birth_month: { type: month } }")),
    ]

    @Test(arguments: cases) func `names can be taken over`(_ row: RuleCase) { row.expect() }
}
