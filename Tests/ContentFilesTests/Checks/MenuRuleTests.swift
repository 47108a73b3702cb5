import ContentFiles
import Testing

struct MenuRuleTests {
    @Test(arguments: [
        RuleCase(
            "many-options", "  start:\n    menu: Hi\n    ⟦options: [A, B, C, D, E, F]\n    go: end", severity: .warning),
        RuleCase(
            "many-options", "  start:\n    menu: Hi\n    ⟦options: [A, B, C, D, E, F, G, H]\n    go: end",
            severity: .error),
        RuleCase("many-options", "  start:\n    menu: Hi\n    options: [A, B, C, D, E]\n    go: end"),
    ])
    func `a menu is short`(_ row: RuleCase) { row.expect() }
}
