import Foundation
import Testing

/// `Docs/scale.md`: what it says is what was measured, and what follows from that.
struct ScaleDocumentTests {
    private static let docs = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../Docs").standardizedFileURL

    @Test func `its tables are those that the program makes of what was measured`() throws {
        let page = try String(contentsOf: Self.docs.appending(path: "scale.md"), encoding: .utf8)
        let figures = Self.docs.appending(path: "scale.json").path(percentEncoded: false)
        let made = try Binary.run(["bench", "nodes", "--model", figures])
        #expect(made.code == 0, "\(made.errors)")
        let tables = made.output.split(separator: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
        #expect(tables.count == 2)
        for table in tables { #expect(page.contains(table), "\(table)") }
    }

    @Test func `what is no measurement is refused, and said why`() throws {
        let page = Self.docs.appending(path: "scale.md").path(percentEncoded: false)
        let refused = try Binary.run(["bench", "nodes", "--model", page])
        #expect(refused.code == 2)
        #expect(refused.errors.contains("is not what 'waymark bench nodes --json' prints"), "\(refused.errors)")
        let nothing = try Binary.run(["bench", "nodes"])
        #expect(nothing.errors.contains("say by --postgres where the database is"), "\(nothing.errors)")
    }
}
