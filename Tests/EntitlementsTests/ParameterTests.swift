import Entitlements
import Expressions
import Testing

struct ParameterTests {
    private static let pay = RuleParameter(
        name: "pay", unit: "per_month",
        rows: [
            row(1, "2020-01-01", "L1", in: "000000"), row(2, "2024-01-01", "L1", in: "000000"),
            row(3, "2022-01-01", "L2", in: "440000"), row(4, "2023-01-01", "L2", in: "440300", to: "2023-12-31"),
            row(5, "2025-01-01", "L3", in: "440305", .unconfirmed), row(6, "2024-01-01", "L3", in: "310000", .usual),
        ],
        jurisdiction: RegionCode("000000"))

    @Test(
        arguments: [
            ("2019-12-31", "420100", nil), ("2020-01-01", "420100", 1), ("2023-12-31", "420100", 1),
            ("2024-01-01", "420100", 2), ("2021-12-31", "440100", 1), ("2022-01-01", "440100", 3),
            ("2026-01-01", "440100", 3), ("2023-01-01", "440300", 4), ("2023-12-31", "440305", 4),
            ("2024-01-01", "440300", 3), ("2025-06-01", "440305", 5), ("2025-06-01", "000000", 2),
        ] as [(String, String, Int?)])
    func `the most exact place counts, then the latest start`(_ day: String, _ region: String, _ expected: Int?) {
        let row = Self.pay.row(on: date(day), in: RegionCode(region))
        #expect(row?.value == expected.map { .number(.init($0)) })
    }

    @Test(arguments: [
        ("", "ask region"), ("region=310115", "6"), ("region=440100", "3"), ("region=440305", "undecided [p.pay]"),
        ("region=?", "undecided [region]"),
    ])
    func `a figure that differs by place needs the region, and one that is not confirmed is never used`(
        _ row: String, _ expected: String
    ) throws {
        let rule = RuleBuilder(
            lines: ["p.pay = 6": "6", "p.pay = 3": "3", "true": "no"], parameters: [Self.pay], facts: [])
        let judgement = try rule.judge(known(row), at: Timestamp(date: date("2025-06-01"), utcOffset: 0))
        #expect(judgement?.inShort == expected)
    }

    @Test func `a figure that is only usual makes the answer cautious`() throws {
        let rule = RuleBuilder(lines: ["p.pay > 0": "yes", "true": "no"], parameters: [Self.pay], facts: [])
        #expect(try rule.verdict(known("region=310000")).isUsual)
        #expect(try !rule.verdict(known("region=440100")).isUsual)
    }

    @Test func `a figure without places is found whatever its country is called`() throws {
        let parameter = RuleParameter(
            name: "pay", unit: "", rows: [row(7, "2020-01-01", "L1", in: "XX")], jurisdiction: RegionCode("XX"))
        #expect(!parameter.isRegional && !parameter.hasGaps)
        let rule = RuleBuilder(lines: ["p.pay = 7": "yes", "true": "no"], parameters: [parameter], facts: [])
        #expect(try rule.judge([:])?.inShort == "yes")
    }

    @Test func `gaps are places, days or confirmations that are missing`() {
        let gaps = { (rows: [RuleParameter.Row]) in
            RuleParameter(name: "x", unit: "", rows: rows, jurisdiction: RegionCode("XX")).hasGaps
        }
        #expect(!gaps([row(1, "2020-01-01", "L1")]))
        #expect(gaps([row(1, "2020-01-01", "L1", in: "XX-1")]))
        #expect(gaps([row(1, "2020-01-01", "L1", to: "2021-01-01")]))
        #expect(gaps([row(1, "2020-01-01", "L1"), row(2, "2020-01-01", "L1", in: "XX-1", .unconfirmed)]))
    }
}
