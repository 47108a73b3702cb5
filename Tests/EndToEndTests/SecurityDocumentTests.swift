import Foundation
import Testing

/// `Docs/security.md`: each threat names the tests that show what stops it.
struct SecurityDocumentTests {
    private static let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    /// The tests in the last column of every table.
    private static func named() throws -> [String] {
        let text = try String(contentsOf: project.appending(path: "Docs/security.md"), encoding: .utf8)
        return text.split(separator: "\n").filter { $0.hasPrefix("| ") }
            .compactMap { $0.split(separator: "|").last }
            .flatMap { cell in cell.matches(of: /`([^`]+)`/).map { String($0.output.1) } }
    }

    @Test func `every test that a threat names is there`() throws {
        let tests = Self.project.appending(path: "Tests")
        let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
        var known: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let source = try String(contentsOf: file, encoding: .utf8)
            known.formUnion(source.matches(of: /func `([^`]+)`/).map { String($0.output.1) })
        }
        let named = try Self.named()
        #expect(named.count > 20)
        #expect(Set(named).subtracting(known).isEmpty)
    }
}
