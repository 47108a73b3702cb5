import ContentFiles
import Conversation
import Providers

/// Everything that is wrong with packs, provider files, channels and other systems.
struct ContentCheck {
    let diagnostics: [Diagnostic]
    /// How many files were read.
    let files: Int

    /// How many of the diagnostics are errors.
    var errors: Int { diagnostics.count { $0.severity == .error } }
    private var warnings: Int { diagnostics.count { $0.severity == .warning } }

    /// - Parameter against: A folder with the published pack, or with several by their names.
    init(_ paths: ContentPaths, settings: CheckSettings, against: String?, timings: CheckTimings) throws(WrongUse) {
        let log = DiagnosticLog()
        var files = paths.adapters.count + paths.channels.count + paths.systems.count + paths.settings.count
        for path in paths.adapters { Self.check(adapter: path, log) }
        var settings = settings
        let config = timings.measure("channels") { CheckedConfig(paths, log) }
        settings.carriers = config.carriers
        for path in paths.settings { config.check(settings: path, log) }
        for folder in paths.packs {
            guard let source = timings.measure("files", { PackSource.read(folder: folder, log: log) }) else { continue }
            settings.published = try against.map { (folder) throws(WrongUse) in
                try PublishedPack(folder).load(source.id)
            }
            if let pack = PackCheck(settings, timings: timings).load(source, log: log) {
                config.check(pack, in: folder, log)
            }
            files += source.files.count
        }
        diagnostics = log.sorted
        self.files = files
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
        let word = terminal.painted(severity.rawValue, severity.look)
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

extension Diagnostic.Severity {
    fileprivate var look: Terminal.Look {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .info: .dim
        }
    }
}
