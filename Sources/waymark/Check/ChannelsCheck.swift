import ContentFiles
import Foundation
import Providers

/// Checks a channels file as it stands, on a machine that does not have the secrets.
struct ChannelsCheck {
    let path: String

    /// Stands for a secret or setting that is not here: long enough for any of them, and a URL.
    private static let standIn = "https://not-set-here.invalid"

    /// Adds what is wrong to the log.
    ///
    /// - Returns: The enabled channels, with stand-ins for what is not here.
    func check(_ log: DiagnosticLog) -> [Channel] {
        guard let source = AdapterShelf.text(path, log) else { return [] }
        let shelf = AdapterShelf(folder: (path as NSString).deletingLastPathComponent + "/providers")
        let own = DiagnosticLog()
        let adapters = shelf.all(DiagnosticLog())
        let channels = ChannelsFile.load(
            source: source, file: path, adapters: adapters, environment: environment(for: source), log: own,
            secretFile: { _ in Self.standIn })
        let broken = Set(shelf.names).subtracting(adapters.map(\.name))
        log.add(own.all.filter { !isDoubtful($0, in: source) && !$0.isAbout(adapters: broken) })
        return channels
    }

    /// What is set here, and something for what is not.
    private func environment(for source: String) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty }
        for name in variables(in: source[...]) where environment[name] == nil { environment[name] = Self.standIn }
        return environment
    }

    private func variables(in text: Substring) -> [String] {
        text.matches(of: /\$\{([^}]*)\}/).map { String($0.1) }
    }

    /// Whether only a stand-in may be wrong.
    private func isDoubtful(_ diagnostic: Diagnostic, in source: String) -> Bool {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard diagnostic.id == "value", lines.indices.contains(diagnostic.position.line - 1) else { return false }
        let names = variables(in: lines[diagnostic.position.line - 1])
        return names.contains { (ProcessInfo.processInfo.environment[$0] ?? "").isEmpty }
    }
}

extension Diagnostic {
    /// Whether a channel only names an adapter whose file has errors, which are told there.
    fileprivate func isAbout(adapters: Set<String>) -> Bool {
        id == "unknown-adapter" && adapters.contains { message.contains("'\($0)'") }
    }
}
