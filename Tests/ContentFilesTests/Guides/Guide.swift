import ContentFiles
import Foundation

/// A guide of operators with its examples: `Flows/README.md`.
struct Guide {
    /// A fenced example.
    struct Example: CustomStringConvertible {
        let guide: String
        /// The line in which it begins.
        let line: Int
        /// What it is written in: `yaml`, `talk`, `po`; empty where the fence does not say.
        let language: String
        let text: String

        var description: String { "\(guide):\(line)" }
    }

    let path: String
    let text: String

    /// - Parameter path: The guide inside the project.
    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Project.folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// The guides for those who write content.
    static var all: [Guide] {
        get throws { try ["Flows/README.md", "Flows/RULES.md"].map(Guide.init) }
    }

    /// All fenced examples, in their order.
    var examples: [Example] {
        var examples: [Example] = []
        var open: (line: Int, language: String, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let (start, language, lines) = open {
                    let text = lines.map { $0 + "\n" }.joined()
                    examples.append(Example(guide: path, line: start, language: language, text: text))
                    open = nil
                } else {
                    open = (index + 2, String(line.dropFirst(3)), [])
                }
            } else {
                open?.lines.append(line)
            }
        }
        return examples
    }

    /// The examples written in a language.
    func examples(in language: String) -> [Example] { examples.filter { $0.language == language } }
}
