import Foundation
import Testing

/// `waymark directory import`, on files as operators get them.
struct DirectoryCommandTests {
    private static let table = "No;Name;Phone;Region\n1;North court;0512-1111;32\n2;South court;call;32\n"
    private static let options = ["--map", "No=id", "--set", "source=the list", "--set", "checked=2026-11-20"]

    private func workspace(_ table: String = DirectoryCommandTests.table) throws -> Workspace {
        try Workspace(
            [String: String].tea.merging([
                "Flows/tea/directory/regions.csv": "code,level,name:en\n32,province,Jiangsu\n", "t.csv": table,
            ]) { $1 })
    }

    private func load(_ workspace: Workspace, _ more: String...) throws -> Binary.Run {
        try workspace.run(["directory", "import", "t.csv", "--kind", "court"] + Self.options + more)
    }

    private func text(_ path: String, in workspace: Workspace) -> String? {
        try? String(contentsOf: workspace.folder.appendingPathComponent(path), encoding: .utf8)
    }

    private static let file = "Flows/tea/directory/court.csv"
    private static let imported =
        "id,region,name:en,source,checked,phone\n1,32,North court,the list,2026-11-20,0512-1111\n"

    @Test func `rows that are well are merged, and the others told with a code of 1`() throws {
        let workspace = try workspace()
        let run = try load(workspace)
        #expect(run.code == 1 && run.errors.isEmpty)
        #expect(
            run.lines == [
                "t.csv: 2 rows, read as utf-8 with semicolons",
                "t.csv:3:15: error: 'call' cannot be dialled (write one number with its digits, for example 021-12348) "
                    + "[csv-value]", "1 new, 0 changed, 0 unchanged, 1 refused",
                "Flows/tea/directory/court.csv is changed; 'waymark check' says whether all is well",
            ])
        #expect(text(Self.file, in: workspace) == Self.imported)
        #expect(try workspace.run("check").code == 0)
        #expect(try workspace.run("find", "court", "--at", "2026-11-26").lines == ["1 North court, 0512-1111"])
    }

    @Test func `a trial writes nothing but the report`() throws {
        let workspace = try workspace()
        let run = try load(workspace, "--dry-run", "--report", "r.txt")
        #expect(run.code == 1 && run.lines.last == "Flows/tea/directory/court.csv would be changed")
        #expect(text(Self.file, in: workspace) == nil)
        let report = try #require(text("r.txt", in: workspace))
        #expect(report.hasPrefix("t.csv:2: new '1'\nt.csv:3:15: error: 'call' cannot be dialled"))
    }

    @Test func `a second time nothing changes, and the file stays untouched`() throws {
        let workspace = try workspace(Self.table.replacing("call", with: "12345"))
        #expect(try load(workspace).code == 0)
        let path = workspace.folder.appendingPathComponent(Self.file).path
        let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        let run = try load(workspace)
        #expect(run.code == 0 && run.lines.last == "Flows/tea/directory/court.csv stays as it is")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
    }

    @Test func `a link to a table stays one, and the table it leads to is changed`() throws {
        let workspace = try workspace()
        try Data(Self.imported.replacing("North", with: "Old").utf8).write(
            to: workspace.folder.appendingPathComponent("real.csv"))
        let link = workspace.folder.appendingPathComponent(Self.file)
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "../../../real.csv")
        #expect(try load(workspace).output.contains("0 new, 1 changed"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "../../../real.csv")
        #expect(text("real.csv", in: workspace) == Self.imported)
    }

    @Test func `lines that are gone are only told, until they are to be dropped`() throws {
        let workspace = try workspace("No,Name\n3,Third\n")
        try Data((Self.imported).utf8).write(to: workspace.folder.appendingPathComponent(Self.file))
        let kept = try load(workspace, "--report", "r.txt")
        #expect(kept.output.contains("1 new, 0 changed, 0 unchanged, 0 refused, 1 only in the directory"))
        #expect(text("r.txt", in: workspace)?.contains("court.csv: kept, not in the table: '1'") == true)
        #expect(text(Self.file, in: workspace)?.contains("North court") == true)
        #expect(try load(workspace, "--replace").output.contains("1 dropped"))
        #expect(text(Self.file, in: workspace)?.contains("North court") == false)
    }

    @Test(arguments: [
        ["directory", "import", "gone.csv", "--kind", "court"], ["directory", "import", "t.csv"],
        ["directory", "import", "t.csv", "--kind", "court", "--map", "x"],
        ["directory", "import", "t.csv", "--kind", "court", "--set", "=x"],
        ["directory", "import", "t.csv", "--kind", "court", "--encoding", "ebcdic"],
        ["directory", "import", "t.csv", "--kind", "court", "--pack", "coffee"],
        ["directory", "import", "Flows", "--kind", "court"],
        ["directory", "import", "book.xlsx", "--kind", "court"],
    ])
    func `wrong use is one sentence and code 2`(arguments: [String]) throws {
        let workspace = try workspace()
        let book = workspace.folder.appendingPathComponent("book.xlsx")
        try Data([0x50, 0x4B, 0x03, 0x04, 0, 0]).write(to: book)
        let run = try workspace.run(arguments)
        #expect(run.code == 2 && !run.errors.isEmpty && run.output.isEmpty)
    }

    @Test(arguments: ["No such,Name\n1,A\n", "", "id,Name,name\n1,A,B\n"])
    func `a table whose columns do not do changes nothing`(table: String) throws {
        let workspace = try workspace(table)
        let run = try load(workspace)
        #expect(run.code == 1 && run.errors.contains("t.csv:") && run.output.isEmpty)
        #expect(text(Self.file, in: workspace) == nil)
    }

    @Test func `many faults are counted on the screen and written into the report`() throws {
        let rows = (0..<50).map { "\($0),Court,call,32\n" }.joined()
        let workspace = try workspace("No,Name,Phone,Region\n" + rows)
        let run = try load(workspace, "--report", "r.txt")
        #expect(run.lines.count { $0.contains("cannot be dialled") } == 20 && run.lines.contains("30 more"))
        #expect(text("r.txt", in: workspace)?.split(separator: "\n").count == 51)
    }

    @Test func `places come in the same way`() throws {
        let workspace = try workspace("code,parent,level,Name\n3205,32,city,Suzhou\n3206,33,city,Nowhere\n")
        let run = try workspace.run("directory", "import", "t.csv", "--kind", "regions")
        #expect(
            run.code == 1 && run.output.contains("1 new, 0 changed, 0 unchanged, 1 refused, 1 only in the directory"))
        let file = text("Flows/tea/directory/regions.csv", in: workspace)
        #expect(file == "code,level,name:en,parent\n32,province,Jiangsu,\n3205,city,Suzhou,32\n")
    }
}
