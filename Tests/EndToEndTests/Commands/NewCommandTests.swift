import Foundation
import Testing

/// `waymark new`.
struct NewCommandTests {
    @Test func `a new pack passes its checks and talks`() throws {
        let workspace = try Workspace([:])
        let made = try workspace.run("new", "pack", "clean_water")
        #expect(made.code == 0 && made.errors.isEmpty)
        #expect(made.output.contains("waymark check Flows/clean_water"))
        let check = try workspace.run("check")
        #expect(check.code == 0)
        #expect(check.lines.last == "0 errors, 0 warnings in 5 files")
        let test = try workspace.run("test")
        #expect(test.code == 0 && test.output.contains("steps 6/6"))
        #expect(try workspace.text("Flows/clean_water/pack.yaml").contains("title: Clean water\n"))
    }

    @Test func `a new flow is right once something leads to it`() throws {
        let workspace = try Workspace([:])
        _ = try workspace.run("new", "pack", "water")
        let made = try workspace.run("new", "flow", "bills/late_pay")
        #expect(made.code == 0 && made.lines.first == "Flows/water/bills/late_pay.yaml")
        #expect(made.output.contains("'- Late pay -> bills/late_pay'"))
        let alone = try workspace.run("check")
        #expect(alone.code == 1 && alone.output.contains("[unreachable-step]"))
        let pack = try workspace.text("Flows/water/pack.yaml")
        try workspace.write(
            pack.replacing("  main: [HI, HELLO]", with: "  main: [HI, HELLO]\n  bills/late_pay: [LATE]"),
            to: "Flows/water/pack.yaml")
        let reached = try workspace.run("check")
        #expect(reached.code == 0)
        #expect(reached.lines.dropLast().allSatisfy { $0.contains("bills/late_pay") && $0.contains("[untested-step]") })
    }

    @Test func `the first line of a new file leads to its schema`() throws {
        let workspace = try Workspace([:])
        _ = try workspace.run("new", "pack", "water", "--flows", "content/packs")
        _ = try workspace.run("new", "flow", "a/b/c", "--flows", "content/packs")
        for path in ["pack.yaml", "main.yaml", "a/b/c.yaml"] {
            let file = workspace.folder.appendingPathComponent("content/packs/water/\(path)")
            let line = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")[0]
            #expect(line.hasPrefix("# yaml-language-server: $schema=../"))
            let schema = file.deletingLastPathComponent().appendingPathComponent(String(line.split(separator: "=")[1]))
            #expect(FileManager.default.fileExists(atPath: schema.standardized.path), "\(path)")
        }
    }

    @Test func `nothing is written over`() throws {
        let workspace = try Workspace(.tea)
        let before = try workspace.text("Flows/tea/main.yaml")
        for arguments in [["new", "flow", "main"], ["new", "pack", "tea"]] {
            let run = try workspace.run(arguments)
            #expect(run.code == 2 && run.errors.contains("is already there"))
        }
        #expect(try workspace.text("Flows/tea/main.yaml") == before)
        #expect(!FileManager.default.fileExists(atPath: workspace.folder.appendingPathComponent("Flows/schemas").path))
    }

    @Test(arguments: [
        ["flow", "late.yaml"], ["flow", "../late"], ["flow", "/late"], ["flow", "a//b"], ["flow", "two words"],
        ["flow", "a#b"], ["flow", "late-pay"], ["flow", "2nd"], ["flow", ".hidden"], ["flow", "end"], ["flow", "back"],
        ["flow", "pack"], ["flow", "rules/late"],
        ["flow", "talks/late"], ["flow", ""], ["pack", "a/b"], ["pack", ".."], ["pack", "schemas"], ["pack", ""],
    ])
    func `a name that cannot be is refused`(_ arguments: [String]) throws {
        let workspace = try Workspace(.tea)
        let run = try workspace.run(["new"] + arguments)
        #expect(run.code == 2 && run.output.isEmpty)
        #expect(run.errors.contains("cannot be a \(arguments[0])"))
    }

    @Test func `a folder that cannot be written to is said`() throws {
        let workspace = try Workspace(["Flows": "a file"])
        let run = try workspace.run("new", "pack", "water")
        #expect(run.code == 2 && run.errors.contains("cannot be written"))
    }
}

extension Workspace {
    /// The text of a file.
    fileprivate func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    fileprivate func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(path))
    }
}
