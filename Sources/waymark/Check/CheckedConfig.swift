import ContentFiles
import Conversation
import Gateway
import Providers

/// The channels and other systems that packs are held against: those whose files were asked for, or else those of the
/// standard folder, about which nothing is said then.
struct CheckedConfig {
    /// The enabled channels; nil where there is no channels file.
    private let channels: [Channel]?
    /// The names of the other systems; nil where nothing is known of the gateway.
    private let systems: Set<String>?

    init(_ paths: ContentPaths, _ log: DiagnosticLog) {
        let (channels, channelLog) = Self.files(paths.channels, "Config/channels.yaml", for: paths, log)
        let (systems, systemLog) = Self.files(paths.systems, "Config/systems.yaml", for: paths, log)
        self.channels = channels.isEmpty ? nil : channels.flatMap { ChannelsCheck(path: $0).check(channelLog) }
        let names = systems.map { SystemsCheck(path: $0).check(systemLog) }
        self.systems = channels.isEmpty && systems.isEmpty ? nil : names.reduce(into: []) { $0.formUnion($1) }
    }

    private static func files(
        _ asked: [String], _ standard: String, for paths: ContentPaths, _ log: DiagnosticLog
    ) -> (files: [String], log: DiagnosticLog) {
        guard asked.isEmpty else { return (asked, log) }
        return (paths.packs.isEmpty || !InputFile.exists(standard) ? [] : [standard], DiagnosticLog())
    }

    /// The channels as the rules measure screens by them.
    var carriers: [Carrier] { channels?.map(Carrier.init) ?? [] }

    /// Says what is wrong with the settings of a file, as they are without any variable, and what is not safe about them.
    func check(settings path: String, _ log: DiagnosticLog) {
        guard let source = AdapterShelf.text(path, log) else { return }
        let settings = Settings.read(source, file: path, environment: [:], log: log)
        Folders(config: ContentPaths.folder(of: path)).check(settings, channels, log: log)
    }

    /// Says what a pack needs and this configuration does not have.
    func check(_ pack: Pack, in folder: String, _ log: DiagnosticLog) {
        PackNeeds.check(
            pack, folder: folder, systems: systems, canPush: channels?.contains { $0.kind == .sms }, log: log)
    }
}
