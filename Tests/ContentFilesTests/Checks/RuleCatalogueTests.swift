import ContentFiles
import Testing

struct RuleCatalogueTests {
    /// The packs of every family.
    static let cases: [RuleCase] = [
        ScreenRuleTests.cases, MenuRuleTests.cases, WordingRuleTests.cases, LanguageRuleTests.cases,
        CoverageRuleTests.cases, ValueRuleTests.cases + BlankValueTests.cases,
        AnswerRuleTests.cases + AnswerRuleTests.examples,
        RetryRuleTests.cases, WayRuleTests.cases,
        SessionRuleTests.cases, PrivacyRuleTests.cases, MessageRuleTests.cases, ExchangeRuleTests.cases,
    ].flatMap { $0 }

    @Test func `every rule has a pack that breaks it and one that keeps it`() {
        for rule in CheckRule.all {
            let own = Self.cases.filter { $0.rule == rule.id }
            #expect(own.contains { !$0.fixture.marks.isEmpty }, "nothing breaks \(rule.id)")
            #expect(own.contains { $0.fixture.marks.isEmpty }, "nothing keeps \(rule.id)")
        }
    }

    @Test func `a rule is named once, has a place in the catalogue and says why it is there`() {
        #expect(Set(CheckRule.all.map(\.id)).count == CheckRule.all.count)
        for rule in CheckRule.all {
            #expect(rule.code.wholeMatch(of: /[A-Z]\d\d/) != nil)
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
            #expect(rule.reason.count > 80, "\(rule.id)")
            #expect(CheckRule.named(rule.id.uppercased()).map(\.id) == [rule.id])
            #expect(CheckRule.named(rule.code).contains { $0.id == rule.id })
        }
    }

    @Test func `only what informs is left out unless it is asked for`() {
        let log = DiagnosticLog()
        _ = PackCheck().load(flow("  start:\n    end: Free [help].").source, log: log)
        #expect(!log.all.contains { $0.severity == .info })
    }
}
