import Entitlements
import Expressions
import Testing

struct LocalRuleTests {
    private static func rule() throws -> RuleBuilder {
        let north = RuleBuilder(lines: ["b": "north", "true": "no"])
        let town = RuleBuilder(lines: ["true": "town"])
        return RuleBuilder(
            lines: ["a": "yes", "true": "no"],
            locals: [
                LocalRule(region: RegionCode("XX-1"), rule: try north.rule),
                LocalRule(region: RegionCode("XX-1-2"), rule: try town.rule),
            ])
    }

    @Test(arguments: [
        ("", "ask region"), ("a=yes", "ask region"), ("region=XX-2", "ask a"), ("region=XX-2 a=yes", "yes"),
        ("region=XX-1", "ask b"), ("region=XX-1-9 b=yes", "north"), ("region=XX-1-2", "town"),
    ])
    func `the exception of the smallest place around her counts`(_ row: String, _ expected: String) throws {
        #expect(try Self.rule().judge(known(row))?.inShort == expected)
    }

    @Test func `who does not know her region hears the general rule, as what is usual`() throws {
        let verdict = try Self.rule().verdict(known("region=? a=yes"))
        #expect(verdict.outcome == "yes")
        #expect(verdict.isUsual)
    }
}
