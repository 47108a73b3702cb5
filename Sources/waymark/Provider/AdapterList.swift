import ContentFiles
import Providers

/// All adapters of a folder.
struct AdapterList {
    /// Whether some file could not be read.
    let hasErrors: Bool
    private let adapters: [Adapter]

    /// Errors in files are told on standard error.
    init(shelf: AdapterShelf) throws(WrongUse) {
        guard InputFile.isFolder(shelf.folder) else {
            throw WrongUse("there is no folder '\(shelf.folder)': name the settings' folder with --config")
        }
        let log = DiagnosticLog()
        adapters = shelf.all(log)
        hasErrors = log.hasErrors
        for diagnostic in log.sorted { Terminal.errors.line(diagnostic.line(for: Terminal.errors)) }
    }

    /// For people: a line for each adapter, and its source below.
    var text: String {
        let width = adapters.map(\.name.count).max() ?? 0
        let lines = adapters.flatMap { adapter -> [String] in
            let name = adapter.name + String(repeating: " ", count: width - adapter.name.count)
            let first = "\(name)  \(adapter.kind.rawValue)  \(adapter.abilities.joined(separator: ", "))"
            let rest = [adapter.summary, adapter.source.map { "source: \($0)" }].compactMap(\.self)
            return [first] + rest.map { String(repeating: " ", count: width + 2) + $0 }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// For programs.
    var json: String {
        Datum.object([Datum.Member("adapters", .list(adapters.map { .object($0.summaryMembers) }))]).line
    }
}
