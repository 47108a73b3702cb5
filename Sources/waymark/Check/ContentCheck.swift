import ContentFiles
import Conversation
import Providers

/// Everything that is wrong with packs, provider files and channels.
struct ContentCheck {
    let diagnostics: [Diagnostic]
    /// How many files were read.
    let files: Int

    /// How many of the diagnostics are errors.
    var errors: Int { diagnostics.count { $0.severity == .error } }
    private var warnings: Int { diagnostics.count - errors }

    init(_ paths: ContentPaths) {
        let log = DiagnosticLog()
        var files = 0
        for folder in paths.packs { files += Self.check(pack: folder, log) }
        files += paths.adapters.count + paths.channels.count
        for path in paths.adapters { Self.check(adapter: path, log) }
        for path in paths.channels { ChannelsCheck(path: path).check(log) }
        diagnostics = log.sorted
        self.files = files
    }

    /// Reads a pack and its talks.
    private static func check(pack folder: String, _ log: DiagnosticLog) -> Int {
        guard let source = PackSource.read(folder: folder, log: log) else { return 0 }
        _ = PackLoader.load(source, log: log)
        for file in source.files where file.path.hasSuffix(".talk") {
            _ = TalkFile.read(file.content, file: source.shown(file.path), log: log)
        }
        return source.files.count
    }

    private static func check(adapter path: String, _ log: DiagnosticLog) {
        guard let adapter = AdapterShelf.read(path, log) else { return }
        log.add(AdapterExamples.run(adapter, file: path))
    }
}

extension ContentCheck {
    /// For people: a line for each diagnostic, and the counts.
    func report(for terminal: Terminal) -> String {
        let lines = diagnostics.map { $0.line(for: terminal) }
        let counts = "\(errors.counted("error")), \(warnings.counted("warning")) in \(files.counted("file"))"
        let look: Terminal.Look = errors > 0 ? .red : warnings > 0 ? .yellow : .green
        return (lines + [terminal.painted(counts, look)]).joined(separator: "\n") + "\n"
    }

    /// For programs.
    var json: String {
        Datum.object([
            Datum.Member("diagnostics", .list(diagnostics.map(\.json))), Datum.Member("errors", .count(errors)),
            Datum.Member("warnings", .count(warnings)), Datum.Member("files", .count(files)),
        ]).line
    }
}

extension Diagnostic {
    /// The diagnostic with its severity in a colour.
    func line(for terminal: Terminal) -> String {
        let word = terminal.painted(severity.rawValue, severity == .error ? .red : .yellow)
        let hint = suggestion.map { " (\($0))" } ?? ""
        return "\(position): \(word): \(message)\(hint) \(terminal.painted("[\(id)]", .dim))"
    }

    fileprivate var json: Datum {
        .object([
            Datum.Member("file", .text(position.file)), Datum.Member("line", .count(position.line)),
            Datum.Member("column", .count(position.column)), Datum.Member("severity", .text(severity.rawValue)),
            Datum.Member("id", .text(id)), Datum.Member("message", .text(message)),
            Datum.Member("suggestion", .optional(suggestion)),
        ])
    }
}
