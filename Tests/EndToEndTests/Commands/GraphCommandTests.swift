import Foundation
import Testing

/// `waymark graph`.
struct GraphCommandTests {
    private let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `a flow, the flows of a pack and all steps are drawn in three forms`() throws {
        let workspace = try Workspace(.tea)
        for (arguments, texts) in [
            (["main"], ["Which tea?", "Green 绿茶"]), ([], ["main", "Which tea?"]), (["--all"], ["Enjoy.", "refer"]),
        ] {
            for (form, beginning) in [("--mermaid", "---\ntitle:"), ("--dot", "digraph"), ("--svg", "<svg")] {
                let run = try workspace.run(["graph"] + arguments + [form])
                #expect(run.code == 0 && run.output.hasPrefix(beginning))
                for text in texts { #expect(run.output.contains(text), "\(arguments) \(form)") }
            }
        }
    }

    @Test func `in pictures of the whole China pack, names of flows lead to them`() throws {
        let workspace = try Workspace([:])
        let flows = project.appendingPathComponent("Flows").path
        let steps = try workspace.run("graph", "--all", "--svg", "--flows", flows).output
        #expect(steps.contains("href=\"#wages/aid%23aid\"") && steps.contains("id=\"wages/aid#aid\""))
        let map = try workspace.run("graph", "--svg", "--flows", flows).output
        #expect(map.contains("href=\"#callback\"") && map.contains("id=\"callback\""))
        #expect(map.contains(">My boss has not paid me<") && map.contains(" steps<"))
        #expect(try !workspace.run("graph", "wages/late", "--svg", "--flows", flows).output.contains("href="))
    }

    @Test func `a picture can go into a file`() throws {
        let workspace = try Workspace(.tea)
        #expect(try workspace.run("graph", "main", "--svg", "--output", "main.svg").output.isEmpty)
        let file = workspace.folder.appendingPathComponent("main.svg")
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("<svg"))
        #expect(try workspace.run("graph", "main", "--output", "gone/main.svg").code == 2)
    }

    @Test func `what is not there is said with the nearest name`() throws {
        let workspace = try Workspace(.tea)
        let run = try workspace.run("graph", "mian")
        #expect(run.code == 2 && run.errors.contains("did you mean 'main'?"))
        #expect(try workspace.run("graph", "main", "--lang", "xx").code == 2)
        #expect(try workspace.run("graph", "main", "--svg", "--dot").code == 2)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot"), "Graphviz is not installed"))
    func `Graphviz reads the whole China pack`() throws {
        let workspace = try Workspace([:])
        let flows = project.appendingPathComponent("Flows").path
        _ = try workspace.run("graph", "--all", "--dot", "--flows", flows, "--output", "all.dot")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
        process.arguments = ["-Tplain", "all.dot"]
        process.currentDirectoryURL = workspace.folder
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
