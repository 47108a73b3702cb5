import Foundation
import Testing

/// The commands that the guides tell of are there, with the options they are told with.
struct DocumentedCommandTests {
    private static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let guides = [
        "README.md", "Flows/README.md", "Flows/RULES.md", "Flows/EXPRESSIONS.md", "Config/README.md",
    ]

    /// What stands behind `waymark` in code: at the start of a line or of a span.
    private static func calls(in guide: String) throws -> Set<String> {
        let text = try String(contentsOf: project.appendingPathComponent(guide), encoding: .utf8)
        let calls = text.matches(
            of: /(?:^|`| {4})(?:\.build\/\w+\/)?waymark ([a-z](?:[^`\n ]| (?! ))*)/.anchorsMatchLineEndings())
        return Set(calls.map { String($0.1) })
    }

    /// The names under SUBCOMMANDS in a command's help.
    private static func subcommands(of help: String) -> Set<String> {
        let lines = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { $0.hasPrefix("  ") }
        return Set(lines.compactMap { $0.firstMatch(of: /^  ([a-z-]+)/).map { String($0.1) } })
    }

    @Test(arguments: guides) func `each command of a guide is there`(guide: String) throws {
        let calls = try Self.calls(in: guide)
        #expect(!calls.isEmpty)
        for call in calls {
            let words = call.split { $0 == " " || $0 == "," }.map(String.init)
            var path: [String] = []
            var help = try Binary.run(["--help"]).output
            for word in words {
                let known = Self.subcommands(of: help)
                if known.isEmpty { break }
                #expect(known.contains(word), "\(guide): waymark \(call)")
                path.append(word)
                help = try Binary.run(path + ["--help"]).output
            }
            for option in words where option.hasPrefix("--") {
                #expect(help.contains(option), "\(guide): waymark \(call)")
            }
        }
    }
}
