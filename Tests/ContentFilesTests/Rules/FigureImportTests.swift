import Testing

@testable import ContentFiles

/// Tables of figures that are brought into a pack's rules.
struct FigureImportTests {
    private static let header = "rule,parameter,from,to,region,value,law,status,note\n"
    private static let last = "      - { region: \"3205\", from: 2020-01-01, value: 50, law: L1 }\n"
    private static let places = """
        code,parent,level,name:en
        32,,province,Jiangsu
        3201,32,city,Nanjing
        3205,32,city,Suzhou

        """

    /// What would become of a table.
    private func plan(_ table: String, rule: String = RuleFileTests.rule) -> (plan: FigurePlan?, log: DiagnosticLog) {
        var fixture = Fixture()
        let bytes = Array(rule.utf8)
        fixture.files = [
            "rules/facts.yaml": RuleFileTests.facts, "rules/help.yaml": PackSource.text(of: bytes) ?? "",
            "directory/regions.csv": Self.places,
        ]
        let log = DiagnosticLog()
        guard let sheet = try? Sheet(Array(table.utf8), file: "t.csv"),
            let load = FigureImport(into: fixture.source, log: log)
        else { return (nil, log) }
        return (load.plan(sheet, log: log) { $0 == "rules/help.yaml" ? bytes : nil }, log)
    }

    /// The rule's file as it will be.
    private func content(_ plan: FigurePlan?) -> String? {
        plan?.files.first.map { String(decoding: $0.content, as: UTF8.self) }
    }

    @Test func `a new row stands behind the last one of its figure, and all else as it was`() {
        let (plan, log) = plan("law,value,from,parameter,Rule\nL1,63,2027/1/1,limit,test.help.grant\n")
        #expect(log.all.map(\.description) == [])
        #expect(plan?.rows == [.init(line: 2, key: "test.help.grant limit 000000 2027-01-01", change: .new)])
        #expect(plan?.files.map(\.path) == ["rules/help.yaml"])
        #expect(plan?.files.first?.lines == ["{ from: 2027-01-01, value: 63, law: L1 }"])
        let added = Self.last + "      - { from: 2027-01-01, value: 63, law: L1 }\n"
        #expect(content(plan) == RuleFileTests.rule.replacing(Self.last, with: added))
    }

    @Test func `every column comes into the row, texts in quotes where they need them`() {
        let row =
            "test.help.grant,limit,2027-01-01,2027-12-31,3201,５８.50,L1,Usual,\"said \"\"by letter\"\", class 1\"\n"
        #expect(
            plan(Self.header + row).plan?.files.first?.lines == [
                "{ from: 2027-01-01, to: 2027-12-31, region: \"3201\", value: 58.5, law: L1, status: usual, "
                    + "note: \"said \\\"by letter\\\", class 1\" }"
            ])
    }

    @Test func `the line ends of a file stay`() {
        let rule = RuleFileTests.rule.replacing("\n", with: "\r\n")
        let plan = plan(Self.header + "test.help.grant,limit,2027-01-01,,,63,L1,,\n", rule: rule).plan
        let last = Self.last.replacing("\n", with: "\r\n")
        let added = last + "      - { from: 2027-01-01, value: 63, law: L1 }\r\n"
        #expect(plan?.files.first?.content == Array(rule.replacing(last, with: added).utf8))
    }

    @Test(arguments: [
        ("test.help.gant,limit,2027-01-01,,,63,L1,,", "2:1", "unknown-rule"),
        ("test.help.grant,limits,2027-01-01,,,63,L1,,", "2:17", "unknown-parameter"),
        ("test.help.grant,limit,soon,,,63,L1,,", "2:23", "csv-value"),
        ("test.help.grant,limit,2027-01-01,2026-01-01,,63,L1,,", "2:34", "csv-value"),
        ("test.help.grant,limit,2027-01-01,,99,63,L1,,", "2:35", "unknown-region"),
        ("test.help.grant,limit,2027-01-01,,,many,L1,,", "2:36", "csv-value"),
        ("test.help.grant,limit,2027-01-01,,,2027-01,L1,,", "2:36", "csv-value"),
        ("test.help.grant,limit,2027-01-01,,,,L1,,", "2:36", "csv-value"),
        ("test.help.grant,limit,2027-01-01,,,63,L2,,", "2:39", "unknown-law"),
        ("test.help.grant,limit,2027-01-01,,,63,L1,sure,", "2:42", "csv-value"),
        ("test.help.grant,limit,2026-01-01,,,61,L1,,", "2:1", "equal-rows"),
        ("test.help.grant,limit,2026-01-01,2026-12-31,,62,L1,,", "2:1", "equal-rows"),
        ("test.help.grant,limit,2026-01-01,,,62,L1,usual,", "2:1", "equal-rows"),
        ("test.help.grant,limit", "2:1", "csv"),
    ])
    func `a row that cannot be used is told with its place and how to mend it, and never written`(
        row: String, place: String, id: String
    ) {
        let plan = plan(Self.header + row + "\n").plan
        guard case .refused(let faults)? = plan?.rows.first?.change else {
            Issue.record("it was taken: \(content(plan) ?? "")")
            return
        }
        #expect(faults.map { "\($0.position) \($0.id)" } == ["t.csv:\(place) \(id)"])
        #expect(plan?.files == [])
    }

    @Test(arguments: ["62,L1,,", "62.0,L1,confirmed,"])
    func `a row that is there already changes nothing`(rest: String) {
        for region in ["", "000000"] {
            let plan = plan(Self.header + "test.help.grant,limit,2026-01-01,,\(region),\(rest)\n").plan
            #expect(plan?.rows.map(\.change) == [.unchanged] && plan?.files == [])
        }
    }

    @Test func `rows of one table are held against one another`() {
        let row = "test.help.grant,limit,2027-01-01,,,63,L1,,\n"
        let plan = plan(Self.header + row + row + row.replacing("63", with: "64")).plan
        #expect(plan?.rows.prefix(2).map(\.change) == [.new, .unchanged])
        #expect(plan.map { ImportTally($0.rows).refused } == 1)
        #expect(plan?.files.first?.lines == ["{ from: 2027-01-01, value: 63, law: L1 }"])
    }

    @Test(arguments: [
        ("rule,parameter,from,value\n", "add it to the first line"),
        (
            "rule,parameter,from,value,law,colour\n",
            "columns: rule, parameter, from, value, law, to, region, status, note"
        ),
        ("rule,parameter,from,value,law,regoin\n", "did you mean 'region'?"),
        ("rule,parameter,from,value,law,Law\n", ""),
        ("", ""), ("rule,parameter,from,value,law\nx,\"y\n", "two quotes"),
    ])
    func `a table whose columns do not do is refused as a whole`(table: String, advice: String) {
        let (plan, log) = plan(table)
        #expect(plan == nil && log.all.count == 1, "\(log.all)")
        #expect(log.all.first.map { ($0.suggestion ?? "").contains(advice) } == true, "\(log.all)")
    }

    @Test func `a row with which the pack could not be loaded is refused with the reason`() {
        let rule = RuleFileTests.rule.replacing("{ plain: Grant., text:", with: "{ text:")
        let table = Self.header + "test.help.grant,limit,2027-01-01,,,63,L1,unconfirmed,\n"
        #expect(plan(table).plan?.files.count == 1)
        let (refused, log) = plan(table, rule: rule)
        #expect(refused == nil && log.all.map(\.id) == ["missing-plain"])
    }

    @Test func `a pack with errors is mended first`() {
        let (plan, log) = plan(Self.header, rule: RuleFileTests.rule.replacing("version: 1", with: "version: x"))
        #expect(plan == nil && log.hasErrors)
    }
}
