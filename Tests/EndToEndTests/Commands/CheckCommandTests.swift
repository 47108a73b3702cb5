import Foundation
import Testing

struct CheckCommandTests {
    @Test func `good content has no errors, and needs no secrets`() throws {
        let run = try Workspace(.tea.merging(.post) { $1 }).run("check")
        #expect(run.lines.last?.hasPrefix("0 errors, ") == true)
        #expect(run.lines.last?.hasSuffix(" in 6 files") == true)
        #expect(run.code == 0)
    }

    @Test(arguments: [
        ("Flows/tea/main.yaml", "stepz: { a: { end: x } }", "[unknown-key]", "Flows/tea/main.yaml:1:"),
        ("Flows/tea/pack.yaml", "title: [", "[yaml]", "Flows/tea/pack.yaml:"),
        ("Flows/tea/talks/tea.talk", "talk: x\nshout", "[talk]", "Flows/tea/talks/tea.talk:2:1: error: "),
        (
            "Config/providers/dial.yaml", "adapter: dial\nkind: usd", "did you mean 'ussd'?",
            "Config/providers/dial.yaml:2:7: error: "
        ),
        (
            "Config/systems.yaml", "systems: { jobs: { url: ftp://x } }", "'url' of system 'jobs'",
            "Config/systems.yaml:1:"
        ),
        (
            "Flows/tea/main.yaml",
            "steps: { start: { request: jobs, failed: black, go: done }, black: { refer: a, go: done }, done: { end: B } }",
            "asks a system 'jobs' that is not configured", "Flows/tea/main.yaml"
        ),
        ("Config/channels.yaml", "channels: { a: { adapter: pst } }", "[unknown-adapter]", "Config/channels.yaml:1:"),
    ])
    func `what is wrong is told with its place`(_ file: String, _ content: String, _ what: String, _ place: String)
        throws
    {
        let files = [String: String].tea.merging(.post) { $1 }.merging([file: content]) { $1 }
        let run = try Workspace(files).run("check")
        #expect(run.code == 1)
        #expect(run.lines.contains { $0.hasPrefix(place) && $0.contains(what) })
    }

    @Test(arguments: [
        ("server: { host: 0.0.0.0 }", "'server.host'"), ("evidence: { least: 9 }", "'evidence.least'"),
        ("console: { idle: 121 }", "'console.idle'"), ("console: { hours: 25 }", "'console.hours'"),
        ("console: { invite_hours: 169 }", "'console.invite_hours'"),
        ("console: { attempts: 101 }", "'console.attempts'"), ("console: { failures: 21 }", "'console.failures'"),
        ("api: { guesses: 201 }", "'api.guesses'"),
        ("console: { access: anywhere, url: https://console.example.org }", "'console.access'"),
    ])
    func `a setting that is not safe is told with its place, and what to choose instead`(
        _ setting: String, _ what: String
    ) throws {
        let file = "Config/waymark.yaml"
        let files = [String: String].tea.merging(.post) { $1 }
        let run = try Workspace(files.merging([file: "pack: tea\n\(setting)\n"]) { $1 }).run("check")
        let line = try #require(run.lines.first { $0.contains("[insecure]") })
        #expect(line.hasPrefix(file + ":2:") && line.contains("warning: " + what) && run.code == 0)
        let safe = try Workspace(files.merging([file: "pack: tea\n"]) { $1 }).run("check", file)
        #expect(safe.lines == ["0 errors, 0 warnings in 1 file"])
    }

    @Test func `an example that comes out otherwise is an error`() throws {
        var files = [String: String].post
        files["Config/providers/post.yaml"] = files["Config/providers/post.yaml"]?.replacingOccurrences(
            of: "body: Hello", with: "body: Bye")
        let run = try Workspace(files).run("check", "Config/providers/post.yaml")
        #expect(run.lines.first?.contains("example 'a message': response.body is 'Hello', not 'Bye' [example]") == true)
    }

    @Test func `a system that the pack asks is known by its file, without its secrets`() throws {
        let systems =
            "systems: { jobs: { url: https://x.example, headers: { Key: \"${WAYMARK_TEST_KEY_NOBODY_SETS}\" } } }"
        let request =
            "steps: { start: { request: jobs, failed: black, go: black }, black: { refer: a, go: done }, "
            + "done: { end: B } }"
        let files = [String: String].tea.merging(.post) { $1 }.merging([
            "Config/systems.yaml": systems, "Flows/tea/main.yaml": request,
        ]) { $1 }
        let run = try Workspace(files).run("check")
        #expect(!run.output.contains("error:") && run.code == 0)
    }

    @Test func `a channel of a broken adapter is not blamed for it`() throws {
        let files = [String: String].post.merging(["Config/providers/post.yaml": "adapter: post\nkind: mail"]) { $1 }
        let run = try Workspace(files).run("check", "Config")
        #expect(!run.output.contains("[unknown-adapter]"))
    }

    @Test func `programs get JSON`() throws {
        let run = try Workspace(["Flows/a/pack.yaml": "title: A\ntitel: B"]).run("check", "--json")
        let diagnostics = try #require(run.json?["diagnostics"] as? [[String: Any]])
        let first = try #require(diagnostics.first { $0["id"] as? String == "unknown-key" })
        #expect(first["file"] as? String == "Flows/a/pack.yaml")
        #expect(first["line"] as? Int == 2)
        #expect(first["severity"] as? String == "error")
        #expect(run.json?["errors"] as? Int == diagnostics.count)
        #expect(run.code == 1)
    }

    @Test func `code review tools get SARIF`() throws {
        let run = try Workspace(["Flows/a/pack.yaml": "title: A\ntitel: B"]).run("check", "--sarif")
        let report = try #require((run.json?["runs"] as? [[String: Any]])?.first)
        let results = try #require(report["results"] as? [[String: Any]])
        #expect(run.json?["version"] as? String == "2.1.0")
        #expect(results.contains { $0["ruleId"] as? String == "unknown-key" && $0["level"] as? String == "error" })
        #expect(run.code == 1)
    }

    @Test func `a path inside a pack leads to the pack`() throws {
        let run = try Workspace(.tea).run("check", "./Flows/tea/talks/tea.talk")
        #expect(run.lines.last?.hasSuffix(" in 3 files") == true)
    }

    @Test func `every rule that is used says why it is there`() throws {
        let rules = try Self.rules()
        #expect(rules.count > 40)
        for rule in rules {
            let run = try Binary.run(["check", "--explain", rule])
            #expect(run.code == 0, "\(rule) has no explanation")
            #expect(run.lines.count == 1)
        }
    }

    /// The names of rules in the sources.
    private static func rules() throws -> [String] {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var rules: Set<String> = []
        for folder in ["Sources/ContentFiles", "Sources/Providers/Template"] {
            let files = FileManager.default.enumerator(
                at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                let source = try String(contentsOf: file, encoding: .utf8)
                let reports = source.matches(
                    of:
                        /(?:\.error\(|\.warning\(|Diagnostic\(\s*\.(?:error|warning),|TemplateFault\(|self\.init\()\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"/
                )
                rules.formUnion(reports.map { String($0.1) })
            }
        }
        return rules.subtracting(["error"]).sorted()
    }
}
