import Foundation
import Testing

/// `waymark rules import`, on a copy of a shipped pack.
struct RuleCommandTests {
    private static let file = "Flows/kenya/rules/notice.yaml"
    private static let table = """
        rule,parameter,from,value,law
        ke.job.notice,notice_days,2027-01-01,30,EA35
        ke.job.notice,notice_days,2027-02-01,30,EA99

        """

    private func workspace() throws -> Workspace {
        let workspace = try Workspace(["t.csv": Self.table, "Flows/README.md": ""])
        try FileManager.default.copyItem(
            at: URL(filePath: Deployment.project + "/Flows/example-kenya"),
            to: workspace.folder.appendingPathComponent("Flows/kenya"))
        return workspace
    }

    private func text(in workspace: Workspace) throws -> String {
        try String(contentsOf: workspace.folder.appendingPathComponent(Self.file), encoding: .utf8)
    }

    @Test func `what would be added is told, and nothing is written`() throws {
        let workspace = try workspace()
        let before = try text(in: workspace)
        let run = try workspace.run("rules", "import", "t.csv", "--pack", "kenya", "--report", "r.txt")
        #expect(run.code == 1 && run.errors.isEmpty)
        #expect(run.lines.first == "t.csv: 2 rows, read as utf-8 with commas")
        #expect(run.lines.dropFirst().first?.hasPrefix("t.csv:3:41: error: the rule has no law 'EA99'") == true)
        #expect(
            run.lines.suffix(4) == [
                Self.file + ":", "  + { from: 2027-01-01, value: 30, law: EA35 }",
                "1 new, 0 changed, 0 unchanged, 1 refused", "1 file would be changed: --write does it",
            ])
        #expect(try text(in: workspace) == before)
        let report = try String(contentsOf: workspace.folder.appendingPathComponent("r.txt"), encoding: .utf8)
        #expect(report.hasPrefix("t.csv:2: new 'ke.job.notice notice_days KE 2027-01-01'\nt.csv:3:41: error: "))
    }

    @Test func `rows are added once, and the rest of the file stays`() throws {
        let workspace = try workspace()
        let before = try text(in: workspace)
        let run = try workspace.run("rules", "import", "t.csv", "--pack", "kenya", "--write")
        #expect(run.lines.last == "1 file changed; 'waymark check' and 'waymark test' say whether all is well")
        let after = try text(in: workspace)
        #expect(after.replacing(", { from: 2027-01-01, value: 30, law: EA35 }", with: "") == before && after != before)
        let again = try workspace.run("rules", "import", "t.csv", "--pack", "kenya", "--write")
        #expect(again.output.contains("0 new, 0 changed, 1 unchanged, 1 refused\nthe rules stay as they are"))
        #expect(try text(in: workspace) == after)
    }

    @Test(arguments: [
        ["rules", "import"], ["rules", "import", "gone.csv", "--pack", "kenya"],
        ["rules", "import", "t.csv", "--pack", "coffee"],
        ["rules", "import", "t.csv", "--pack", "kenya", "--encoding", "ebcdic"],
    ])
    func `wrong use is one sentence and code 2`(arguments: [String]) throws {
        let run = try workspace().run(arguments)
        #expect(run.code == 2 && !run.errors.isEmpty && run.output.isEmpty)
    }
}
