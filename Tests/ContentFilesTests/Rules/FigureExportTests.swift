import Conversation
import Entitlements
import Expressions
import Foundation
import TestSupport
import Testing

@testable import ContentFiles

/// What is written into rules comes back as it was.
struct FigureExportTests {
    private static let header = ["rule", "parameter", "from", "to", "region", "value", "law", "status", "note"]

    private func sheet(_ rows: [[String]]) throws -> Sheet {
        let lines = ([Self.header] + rows).map { CSVLine.bytes($0) + [0x0A] }
        return try Sheet(Array(lines.joined()), file: "t.csv")
    }

    /// The rows of a rule as a table has them.
    private func rows(of rule: Rule) -> [[String]] {
        rule.parameters.values.flatMap { parameter in
            parameter.rows.map { row in
                let cell = if case .text(let text) = row.value { text } else { FlowStyle.text(row.value) }
                return [
                    rule.id, parameter.name, row.days.from.iso, row.days.to?.iso ?? "",
                    row.region == parameter.jurisdiction ? "" : row.region.description, cell, row.law,
                    row.status.rawValue, "",
                ]
            }
        }
    }

    @Test(arguments: ["china", "example-kenya"])
    func `the rows of the rules, brought as a table, change nothing`(pack: String) throws {
        let log = DiagnosticLog()
        let folder = Project.folder.appendingPathComponent("Flows/\(pack)").path
        let source = try #require(PackSource.read(folder: folder, log: log))
        let rules = try #require(PackLoader.load(source, log: log)).rules.rules.values
        let rows = rules.flatMap(rows)
        let load = try #require(FigureImport(into: source, log: log))
        let plan = try #require(load.plan(try sheet(rows), log: log) { _ in nil })
        #expect(plan.rows.count == rows.count && !rows.isEmpty)
        #expect(plan.rows.filter { $0.change != .unchanged }.map { "\($0)" } == [])
        #expect(plan.files == [])
    }

    @Test(arguments: 0..<40) func `what is written is read back as it was given`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let signs = Array("ab ,\"'\\\n苏😀é;\t#:{}[]-&*%\u{85}\u{2028}")
        let rows = (1...6).map { month in
            let note = (0..<8).map { _ in String(signs[Int.random(in: signs.indices, using: &random)]) }.joined()
            let value = "\(Int.random(in: 0...9_999, using: &random)).\(Int.random(in: 0...99, using: &random))"
            return ["test.help.grant", "limit", "2027-0\(month)-01", "", "", value, "L1", "", "x\(note)x"]
        }
        var fixture = Fixture()
        fixture.files = ["rules/facts.yaml": RuleFileTests.facts, "rules/help.yaml": RuleFileTests.rule]
        let log = DiagnosticLog()
        let load = try #require(FigureImport(into: fixture.source, log: log))
        let plan = try #require(load.plan(try sheet(rows), log: log) { _ in Array(RuleFileTests.rule.utf8) })
        #expect(plan.rows.allSatisfy { $0.change == .new }, "\(plan.rows)")
        let content = try #require(plan.files.first?.content)
        #expect(String(decoding: content, as: UTF8.self).split(separator: "\n").count == Self.lines + rows.count)
        fixture.files["rules/help.yaml"] = String(decoding: content, as: UTF8.self)
        let again = try #require(FigureImport(into: fixture.source, log: log))
        let same = try #require(again.plan(try sheet(rows), log: log) { _ in content })
        #expect(same.rows.allSatisfy { $0.change == .unchanged }, "\(same.rows)")
    }

    private static let lines = RuleFileTests.rule.split(separator: "\n").count
}
