import ContentFiles
import Foundation
import Providers

/// Checks a channels file as it stands, on a machine that does not have the secrets.
struct ChannelsCheck {
    let path: String

    /// Adds what is wrong to the log.
    ///
    /// - Returns: The enabled channels, with stand-ins for what is not here.
    func check(_ log: DiagnosticLog) -> [Channel] {
        guard let source = AdapterShelf.text(path, log) else { return [] }
        let shelf = AdapterShelf(folder: (path as NSString).deletingLastPathComponent + "/providers")
        let standIns = StandIns(for: source)
        let own = DiagnosticLog()
        let adapters = shelf.all(DiagnosticLog())
        let channels = ChannelsFile.load(
            source: source, file: path, adapters: adapters, environment: standIns.environment, log: own,
            secretFile: { _ in StandIns.value })
        let broken = Set(shelf.names).subtracting(adapters.map(\.name))
        log.add(own.all.filter { !standIns.mayCause($0) && !$0.isAbout(adapters: broken) })
        return channels
    }
}

extension Diagnostic {
    /// Whether a channel only names an adapter whose file has errors, which are told there.
    fileprivate func isAbout(adapters: Set<String>) -> Bool {
        id == "unknown-adapter" && adapters.contains { message.contains("'\($0)'") }
    }
}
