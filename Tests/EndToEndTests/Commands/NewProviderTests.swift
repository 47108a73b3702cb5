import Foundation
import Testing

/// `waymark provider new`.
struct NewProviderTests {
    @Test(arguments: ["sms", "ussd"], ["acme", "acme-2_x"])
    func `a new adapter loads and its examples come out`(kind: String, name: String) throws {
        let workspace = try Workspace([:])
        let made = try workspace.run("provider", "new", name, "--kind", kind)
        #expect(made.code == 0 && made.errors.isEmpty)
        #expect(made.lines.first == "Config/providers/\(name).yaml")
        let check = try workspace.run("check")
        #expect(check.code == 0 && check.output == "0 errors, 0 warnings in 1 file\n")
        let shown = try workspace.run("provider", "show", name, "--json")
        #expect(shown.json?["name"] as? String == name && shown.json?["kind"] as? String == kind)
        let changed = try workspace.text("Config/providers/\(name).yaml").replacing("s1&phone", with: "s2&phone")
            .replacing("id: m1,", with: "id: m2,")
        try Data(changed.utf8).write(
            to: workspace.folder.appendingPathComponent("Config/providers/\(name).yaml"))
        #expect(try workspace.run("check").output.contains("[example]"))
    }

    @Test func `an adapter goes to the folder of settings that is named`() throws {
        let workspace = try Workspace([:])
        let made = try workspace.run("provider", "new", "acme", "--config", "etc")
        #expect(made.lines.first == "etc/providers/acme.yaml" && made.output.contains("etc/channels.yaml"))
        #expect(try workspace.run("check", "etc").code == 0)
    }

    @Test func `nothing is written over`() throws {
        let workspace = try Workspace(.post)
        let before = try workspace.text("Config/providers/post.yaml")
        let run = try workspace.run("provider", "new", "post")
        #expect(run.code == 2 && run.errors.contains("'Config/providers/post.yaml' is already there"))
        #expect(try workspace.text("Config/providers/post.yaml") == before)
    }

    @Test(arguments: ["", "Acme", "a b", "../acme", "a/b", "acme.yaml", "2go", "-x", "ácme"])
    func `a name that cannot be is refused`(_ name: String) throws {
        let workspace = try Workspace([:])
        let run = try workspace.run("provider", "new", "--", name)
        #expect(run.code == 2 && run.output.isEmpty)
        #expect(run.errors.contains("cannot be an adapter: begin with a small letter"))
        #expect(!FileManager.default.fileExists(atPath: workspace.folder.appendingPathComponent("Config").path))
    }

    @Test func `another kind is wrong use`() throws {
        let run = try Workspace([:]).run("provider", "new", "acme", "--kind", "fax")
        #expect(run.code != 0 && run.errors.contains("sms") && run.errors.contains("ussd"))
    }
}

extension Workspace {
    /// The text of a file.
    fileprivate func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
