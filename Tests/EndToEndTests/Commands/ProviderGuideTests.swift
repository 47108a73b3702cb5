import Foundation
import Testing

/// The guide of providers, done as it says: its files written, its commands run, their output compared.
struct ProviderGuideTests {
    private static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A fenced block: what stands behind its fence, and its lines.
    private struct Block {
        let words: [Substring]
        var lines: [Substring] = []

        var text: String { lines.map { $0 + "\n" }.joined() }
    }

    private static func blocks() throws -> [Block] {
        let guide = try String(contentsOf: project.appendingPathComponent("Config/README.md"), encoding: .utf8)
        var blocks: [Block] = []
        var open: Block?
        for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block = open { blocks.append(block) }
                open = open == nil ? Block(words: line.dropFirst(3).split(separator: " ")) : nil
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    /// The words of a command as a shell takes them: single quotes keep spaces.
    private static func words(of command: Substring) -> [String] {
        command.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, piece in
            index.isMultiple(of: 2) ? piece.split(separator: " ").map(String.init) : [String(piece)]
        }
    }

    @Test func `an adapter is written as the guide tells`() throws {
        let workspace = try Workspace([:])
        var count = 0
        for block in try Self.blocks() {
            if block.words.count == 2 {
                let file = workspace.folder.appendingPathComponent(String(block.words[1]))
                try Data(block.text.utf8).write(to: file)
            }
            guard block.words == ["console"] else { continue }
            var shown: [(command: Substring, output: [Substring])] = []
            for line in block.lines {
                if line.hasPrefix("$ waymark ") {
                    shown.append((line.dropFirst("$ waymark ".count), []))
                } else {
                    shown[shown.count - 1].output.append(line)
                }
            }
            for (command, output) in shown {
                let run = try workspace.run(Self.words(of: command))
                let lines = run.output.replacing("\r\n", with: "\n").split(
                    separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.trimmingEnd == output.trimmingEnd, "\(command)")
                #expect(run.code == 0 && run.errors.isEmpty, "\(command): \(run.errors)")
                count += 1
            }
        }
        #expect(count == 8)
    }

    @Test func `the channel of the guide is right`() throws {
        let guide = try String(contentsOf: Self.project.appendingPathComponent("Config/README.md"), encoding: .utf8)
        let start = try #require(guide.firstRange(of: "   ```yaml\n"))
        let end = try #require(guide[start.upperBound...].firstRange(of: "   ```\n"))
        let channels = guide[start.upperBound..<end.lowerBound].split(separator: "\n").map { $0.dropFirst(3) + "\n" }
        let name = "Config/providers/africastalking-sms.yaml"
        let adapter = try String(contentsOf: Self.project.appendingPathComponent(name), encoding: .utf8)
        let workspace = try Workspace(["Config/channels.yaml": channels.joined(), name: adapter])
        let run = try workspace.run("check", "Config/channels.yaml")
        #expect(run.code == 0 && run.lines.last == "0 errors, 0 warnings in 1 file", "\(run.output)")
    }
}

extension [Substring] {
    /// The lines without the empty ones at their end.
    fileprivate var trimmingEnd: [Substring] {
        Array(reversed().drop { $0.isEmpty }.reversed())
    }
}
