import Foundation
import Testing

/// `waymark translate`.
struct TranslateCommandTests {
    private func workspace() throws -> Workspace {
        var files = [String: String].tea
        files["Flows/tea/pack.yaml"]?.replace(
            "languages: { en: English }", with: "languages: { en: English, fr: Français }")
        return try Workspace(files)
    }

    @Test func `a pack's texts go to translators and come back`() throws {
        let workspace = try workspace()
        #expect(try workspace.run("translate", "merge", "--check").code == 1)
        let extracted = try workspace.run("translate", "extract")
        #expect(extracted.output.hasPrefix("Flows/tea/languages/template.pot: "))
        #expect(try workspace.run("translate", "merge").code == 0)
        let file = workspace.folder.appendingPathComponent("Flows/tea/languages/fr.po")
        var content = try String(contentsOf: file, encoding: .utf8)
        #expect(content.contains("msgctxt \"main#start.menu\"\nmsgid \"Which tea?\"\nmsgstr \"\"\n"))
        content.replace("msgid \"Which tea?\"\nmsgstr \"\"", with: "msgid \"Which tea?\"\nmsgstr \"Quel thé ?\"")
        try Data(content.utf8).write(to: file)
        let status = try workspace.run("translate", "status")
        #expect(status.output.hasPrefix("fr: ") && status.output.contains("1 translated, 0 fuzzy"))
        #expect(try workspace.run("translate", "status", "--json").output.contains("\"translated\":1"))
        #expect(try workspace.run("translate", "merge", "fr").output.contains("up to date"))
        #expect(try workspace.run("translate", "merge", "--check").code == 0)
    }

    @Test func `a file that cannot be read is left as it is`() throws {
        let workspace = try workspace()
        let file = workspace.folder.appendingPathComponent("Flows/tea/languages/fr.po")
        _ = try workspace.run("translate", "merge")
        let broken = try String(contentsOf: file, encoding: .utf8) + "msgctxt \"a\nmsgid \"b\"\n"
        try Data(broken.utf8).write(to: file)
        let run = try workspace.run("translate", "merge")
        #expect(run.code == 2 && run.errors.contains("fr.po:") && run.errors.contains("nothing was changed"))
        #expect(try String(contentsOf: file, encoding: .utf8) == broken)
    }

    @Test func `wrong use is told`() throws {
        let workspace = try workspace()
        #expect(try workspace.run("translate", "merge", "xx").code == 2)
        #expect(try workspace.run("translate", "merge", "en").code == 2)
        #expect(try workspace.run("translate", "status", "--pack", "te").errors.contains("did you mean 'tea'?"))
    }
}
