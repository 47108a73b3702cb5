import Foundation
import Testing

struct TestCommandTests {
    @Test func `talks that are met pass, and coverage is told`() throws {
        let run = try Workspace(.tea).run("test")
        #expect(
            run.lines == [
                "tea: steps 3/4 (75%), options 1/2 (50%), outcomes 1/7 (14%), languages 1/1 (100%)",
                "  steps by channel: ussd 3/4 (75%), sms 0/4 (0%)",
                "1 passed, 0 failed",
            ])
        #expect(run.code == 0)
    }

    @Test func `what no talk walked is listed`() throws {
        let run = try Workspace(.tea).run("test", "--verbose")
        #expect(run.lines.contains("  not walked: steps main#black"))
        #expect(run.lines.contains("  not walked: options main#start.2"))
        #expect(run.lines.last == "1 passed, 0 failed")
    }

    @Test func `another screen is compared line by line, with a mark where it begins to differ`() throws {
        let talk = "talk: tea\ndial *384*7#\n< Which tea? / 1. Green 绿色 / 2. Black\n"
        let run = try Workspace(.tea.merging(["Flows/tea/talks/tea.talk": talk]) { $1 }).run("test")
        #expect(
            run.lines.prefix(9) == [
                "Flows/tea/talks/tea.talk:3: tea: another screen is shown (at main#start)",
                "    before it:",
                "      dial *384*7#",
                "    expected (-) and shown (+):",
                "        Which tea?",
                "      - 1. Green 绿色",
                "      + 1. Green 绿茶",
                "                   ^",
                "        2. Black",
            ])
        #expect(run.lines.last == "0 passed, 1 failed")
        #expect(run.code == 1)
    }

    @Test func `only a terminal gets colours`() throws {
        let talk = "talk: tea\ndial *384*7#\n< Which ...\n> 1\n< Bye\n"
        let workspace = try Workspace(.tea.merging(["Flows/tea/talks/tea.talk": talk]) { $1 })
        #expect(!(try workspace.run("test").output.contains("\u{1B}")))
        let shown = try workspace.runOnTerminal("test", typing: [])
        #expect(shown.contains("      - Bye\n      + Enjoy.\n        ^\n"))
    }

    @Test func `new screens are accepted, and a second time there is nothing to change`() throws {
        let talk = "# Ours\r\ntalk: tea\r\n  dial *384*7#\r\n  <  What? ...\r\n> 1\r\n< Enj ...\r\nexpect sms Tea.\r\n"
        let other = "talk: other\ndial *384*7#\n< No\nexpect case tea\n"
        let workspace = try Workspace(
            .tea.merging(["Flows/tea/talks/tea.talk": talk, "Flows/tea/talks/other.talk": other]) { $1 })
        let file = workspace.folder.appendingPathComponent("Flows/tea/talks/tea.talk")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        let run = try workspace.run("test", "--update", "Flows/tea/talks/tea.talk")
        #expect(run.lines.first == "Flows/tea/talks/tea.talk:4: updated")
        #expect(run.lines.contains("      + Which tea?"))
        #expect(run.lines.contains("updated 2 lines in 1 file"))
        #expect(run.lines.last == "1 passed, 0 failed")
        let new = talk.replacing("What? ...", with: "Which tea? / 1. Green 绿茶 / 2. Black").replacing(
            "sms Tea.", with: "sms Green it is.")
        #expect(try String(contentsOf: file, encoding: .utf8) == new)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        let again = try workspace.run("test", "--update")
        #expect(again.lines.last == "1 passed, 1 failed" && !again.output.contains("updated"))
        let untouched = workspace.folder.appendingPathComponent("Flows/tea/talks/other.talk")
        #expect(try String(contentsOf: untouched, encoding: .utf8) == other)
    }

    @Test func `a line for both channels is updated where they agree, and else left as it is`() throws {
        let long = String(repeating: "Green tea is good for you. ", count: 9)
        let talk = "talk: tea\non ussd and sms from +8613800000001\nbegin\n< Which ...\n> 1\n< Good\n"
        let file = "Flows/tea/talks/tea.talk"
        let main = try #require([String: String].tea["Flows/tea/main.yaml"])
        for (text, isSame) in [("Enjoy it.", true), (long, false)] {
            let flow = main.replacing("end: Enjoy.", with: "end: \(text)")
            let workspace = try Workspace(.tea.merging([file: talk, "Flows/tea/main.yaml": flow]) { $1 })
            let run = try workspace.run("test", "--update")
            let kept = try String(contentsOf: workspace.folder.appendingPathComponent(file), encoding: .utf8)
            #expect(kept == (isSame ? talk.replacing("Good", with: "Enjoy it.") : talk))
            #expect(run.code == (isSame ? 0 : 1))
            #expect(run.output.contains("\(file):6: tea (sms): the other channel shows something else here") != isSame)
        }
    }

    @Test func `a link to a talk stays one when the talk is updated`() throws {
        let workspace = try Workspace(.tea.merging(["real.talk": "talk: tea\ndial *384*7#\n< No\n"]) { $1 })
        let link = workspace.folder.appendingPathComponent("Flows/tea/talks/link.talk")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "../../../real.talk")
        #expect(try workspace.run("test", "--update").code == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "../../../real.talk")
        #expect(try workspace.run("test").lines.last == "2 passed, 0 failed")
    }

    @Test func `a single talk can be played`() throws {
        let files = [String: String].tea.merging(["Flows/tea/talks/other.talk": "talk: other\ndial *384*7#\n< No"]) {
            $1
        }
        let workspace = try Workspace(files)
        #expect(try workspace.run("test", "Flows/tea/talks/tea.talk").lines.last == "1 passed, 0 failed")
        #expect(try workspace.run("test", "Flows/tea").lines.last == "1 passed, 1 failed")
    }

    @Test func `a pack with errors fails`() throws {
        let run = try Workspace(.tea.merging(["Flows/tea/main.yaml": "steps: {}"]) { $1 }).run("test")
        #expect(run.code == 1)
        #expect(run.lines.last?.hasPrefix("0 passed, ") == true)
        #expect(run.lines.first?.hasPrefix("Flows/tea/") == true)
    }

    @Test func `programs get JSON`() throws {
        let talk = "talk: tea\ndial *384*7#\n< No"
        let run = try Workspace(.tea.merging(["Flows/tea/talks/tea.talk": talk]) { $1 }).run("test", "--json")
        let failure = try #require((run.json?["failures"] as? [[String: Any]])?.first)
        #expect(failure["file"] as? String == "Flows/tea/talks/tea.talk")
        #expect(failure["line"] as? Int == 3)
        #expect(failure["expected"] as? String == "No")
        #expect(failure["shown"] as? String == "Which tea? / 1. Green 绿茶 / 2. Black")
        #expect(failure["step"] as? String == "main#start")
        #expect(failure["before"] as? [String] == ["dial *384*7#"])
        let coverage = try #require((run.json?["coverage"] as? [[String: Any]])?.first)
        #expect((coverage["steps"] as? [String: Any])?["walked"] as? Int == 1)
        #expect(run.json?["failed"] as? Int == 1)
        #expect(run.code == 1)
    }
}
