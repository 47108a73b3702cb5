import ContentFiles
import Conversation

/// The pack that people know, in another folder: a checkout of what is published.
struct PublishedPack {
    /// The pack's own folder, or one of packs.
    let folder: String

    init(_ folder: String) {
        self.folder = folder
    }

    /// The published pack of a name.
    func load(_ name: String) throws(WrongUse) -> Pack {
        let candidates = [folder, folder + "/" + name, folder + "/Flows/" + name]
        guard let own = candidates.first(where: { InputFile.exists($0 + "/pack.yaml") }) else {
            throw WrongUse("there is no pack '\(name)' in '\(folder)' to compare with")
        }
        let log = DiagnosticLog()
        if let source = PackSource.read(folder: own, log: log), let pack = PackLoader.load(source, log: log) {
            return pack
        }
        let first = log.sorted.first.map { ": \($0)" } ?? ""
        throw WrongUse("the pack in '\(own)' has errors and cannot be compared with\(first)")
    }
}
