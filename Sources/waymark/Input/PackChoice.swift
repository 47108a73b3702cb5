import ArgumentParser
import ContentFiles
import Conversation
import Foundation
import Gateway

/// The one pack that a command is about.
struct PackChoice: ParsableArguments {
    @ArgumentParser.Option(
        help: ArgumentHelp(
            "The pack's name or folder; without it, the only one or the one that is served.", valueName: "china"))
    var pack: String?

    @ArgumentParser.Option(help: "The folder of packs.")
    var flows = "Flows"

    /// The pack. One that has errors ends the command with code 1, and they are told on standard error.
    func load() throws -> Pack {
        let log = DiagnosticLog()
        let source = PackSource.read(folder: try folder(), log: log)
        let pack = source.flatMap { PackLoader.load($0, log: log) }
        if let pack { return pack }
        throw log.told()
    }

    /// The pack's folder.
    func folder() throws(WrongUse) -> String {
        guard let pack else { return try standardFolder() }
        let candidates = [flows + "/" + pack, pack]
        if let folder = candidates.first(where: { InputFile.exists($0 + "/pack.yaml") }) { return folder }
        let near = nearest(to: pack, among: names).map { ": did you mean '\($0)'?" }
        throw WrongUse("there is no pack '\(pack)' in \(flows)" + (near ?? knownNames))
    }

    private func standardFolder() throws(WrongUse) -> String {
        guard let name = names.first else {
            throw WrongUse("there is no pack in the folder '\(flows)': name the packs' folder with --flows")
        }
        guard names.count > 1 else { return flows + "/" + name }
        guard names.contains(served) else {
            throw WrongUse("there are several packs: choose one with --pack" + knownNames)
        }
        return flows + "/" + served
    }

    /// The pack that `waymark serve` takes here. What else is wrong with the settings is not for this command to say.
    private var served: String {
        Folders(flows: flows).settings(environment: ProcessInfo.processInfo.environment, log: DiagnosticLog()).pack
    }

    private var names: [String] {
        InputFile.names(in: flows).filter { InputFile.exists("\(flows)/\($0)/pack.yaml") }
    }

    private var knownNames: String {
        names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    }
}
