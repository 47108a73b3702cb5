import Foundation
import Testing

struct TestCommandTests {
    @Test func `talks that are met pass, and coverage is told`() throws {
        let run = try Workspace(.tea).run("test")
        #expect(
            run.lines == [
                "tea: steps 3/4 (75%), options 1/2 (50%), outcomes 1/4 (25%), languages 1/1 (100%)",
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

    @Test func `another screen is shown below the expected one, with a mark where they differ`() throws {
        let talk = "talk: tea\ndial *384*7#\n< Which tea? / 1. Green 绿茶 / 2. White\n"
        let run = try Workspace(.tea.merging(["Flows/tea/talks/tea.talk": talk]) { $1 }).run("test")
        #expect(
            run.lines.prefix(4) == [
                "Flows/tea/talks/tea.talk:3: tea: another screen is shown",
                "    expected: Which tea? / 1. Green 绿茶 / 2. White",
                "       shown: Which tea? / 1. Green 绿茶 / 2. Black",
                "                                              ^",
            ])
        #expect(run.lines.last == "0 passed, 1 failed")
        #expect(run.code == 1)
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
        #expect(run.json?["failed"] as? Int == 1)
        #expect(run.code == 1)
    }
}
