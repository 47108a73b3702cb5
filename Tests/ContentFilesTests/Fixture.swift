import ContentFiles
import Conversation
import Testing

/// A small pack in texts. The mark `⟦` stands where a diagnostic is expected and is taken out before reading.
struct Fixture {
    var pack = """
        title: Test
        language: en
        languages:
          en: English
        start: main
        """
    var main = """
        steps:
          start:
            end: Hello
        """
    /// Other files by path.
    var files: [String: String] = [:]

    private var marked: [String: String] {
        files.merging(["pack.yaml": pack, "main.yaml": main]) { first, _ in first }
    }

    var source: PackSource {
        let files = marked.map { PackSource.File(path: $0, content: $1.replacing("⟦", with: "")) }
        return PackSource(folder: "Flows/test", files: files)
    }

    /// `path:line:column` of every mark, in the order of the files.
    var marks: [String] {
        marked.sorted { $0.key < $1.key }.flatMap { path, text in
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
                line.split(separator: "⟦", omittingEmptySubsequences: false).dropLast().reduce(into: ([String](), 1)) {
                    found, part in
                    found.1 += part.count
                    found.0.append("\(path):\(number + 1):\(found.1)")
                }.0
            }
        }
    }

    /// Reads the pack. What its readers take, an editor must not mark.
    func load() -> (pack: Pack?, log: DiagnosticLog) {
        let log = DiagnosticLog()
        let pack = PackLoader.read(source, isTried: true, log: log)?.pack
        if pack != nil { #expect(source.schemaFaults == []) }
        return (pack, log)
    }

    /// What reading the pack reports, without the folder: `main.yaml:3:5`.
    var diagnostics: [Diagnostic] { load().log.sorted }

    /// Expects exactly these diagnostics at the marks.
    func expect(_ ids: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        let (pack, log) = load()
        let shown = log.sorted.map { "\(String($0.position.description.dropFirst("Flows/test/".count))) \($0.id)" }
        let expected = zip(marks, ids).map { "\($0) \($1)" }
        #expect(marks.count == ids.count, sourceLocation: sourceLocation)
        #expect(
            shown == expected, "\(log.sorted.map(\.description).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
        #expect((pack == nil) == log.hasErrors, sourceLocation: sourceLocation)
    }
}

/// A fixture whose main flow has these steps, indented as they stand in the file.
func flow(_ steps: String) -> Fixture {
    var fixture = Fixture()
    fixture.main = "steps:\n" + steps
    return fixture
}

/// A fixture whose pack.yaml has more lines.
func packFile(_ more: String, main: String? = nil) -> Fixture {
    var fixture = Fixture()
    fixture.pack += "\n" + more
    if let main { fixture.main = main }
    return fixture
}
