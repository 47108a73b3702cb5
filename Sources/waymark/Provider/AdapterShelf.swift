import ContentFiles
import Providers

/// The provider files of a folder.
struct AdapterShelf {
    /// `Config/providers`, or where they are.
    let folder: String

    /// The names of the files, without their ending.
    var names: [String] {
        InputFile.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
    }

    /// The adapters whose files have no errors.
    func all(_ log: DiagnosticLog) -> [Adapter] {
        names.compactMap { Self.read(path(of: $0), log) }
    }

    /// The adapter of a name; nil after errors in its file.
    func adapter(named name: String, _ log: DiagnosticLog) throws(WrongUse) -> Adapter? {
        guard InputFile.isFolder(folder) else {
            throw WrongUse("there is no folder '\(folder)': name the settings' folder with --config")
        }
        guard names.contains(name) else {
            let near = nearest(to: name, among: names).map { ": did you mean '\($0)'?" }
            throw WrongUse(
                "there is no adapter '\(name)' in \(folder)" + (near ?? ", which has: \(names.joined(separator: ", "))")
            )
        }
        return Self.read(path(of: name), log)
    }

    /// The file of an adapter.
    func path(of name: String) -> String { folder + "/" + name + ".yaml" }

    /// Reads one file; nil after errors, which are in the log.
    static func read(_ path: String, _ log: DiagnosticLog) -> Adapter? {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return text(path, log).flatMap { source in
            AdapterFile.load(source: source, file: path, log: log) { base in
                let file = (folder.isEmpty ? "" : folder + "/") + base + ".yaml"
                return (try? InputFile.text(file)).map { ($0, file) }
            }
        }
    }

    /// The text of a file; nil after an error, which is in the log.
    static func text(_ path: String, _ log: DiagnosticLog) -> String? {
        do {
            return try InputFile.text(path)
        } catch {
            log.error("unreadable", error.description, at: Position(file: path))
            return nil
        }
    }
}
