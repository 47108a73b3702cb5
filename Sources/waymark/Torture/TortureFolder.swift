import Foundation

/// The folders of the tortured gateway: its settings, channels, pack and data.
struct TortureFolder: Sendable {
    /// What a person sees whose request could not be kept in time.
    static let apology = "Torture: nothing was kept."

    let path: String
    private let providers: String

    var config: String { path + "/Config" }
    var flows: String { path + "/Flows" }
    var data: String { path + "/Data" }
    var database: String { data + "/waymark.sqlite" }
    /// Where everything that gateways print goes.
    var log: String { path + "/gateway.log" }

    /// - Parameters:
    ///   - folder: Where it is made.
    ///   - config: The folder with `providers/`.
    init(in folder: String, config: String) throws {
        providers = config + "/providers"
        guard FileManager.default.fileExists(atPath: providers) else {
            throw WrongUse("there is no folder '\(providers)': name the one that holds it by --config")
        }
        path = folder + "/waymark-torture-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(atPath: path + "/Flows/torture", withIntermediateDirectories: true)
        } catch {
            throw WrongUse("the folder \(path) cannot be made: name another by --folder")
        }
    }

    /// Writes everything that the gateway reads.
    ///
    /// - Parameter provider: Where it sends messages.
    func write(provider: String) throws {
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: providers, toPath: config + "/providers")
        try write(Self.settings, to: "Config/waymark.yaml")
        try write(Self.channels(provider: provider), to: "Config/channels.yaml")
        for (name, content) in TorturePack.files { try write(content, to: "Flows/torture/" + name) }
        try write("", to: "gateway.log")
    }

    /// Takes it away.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private func write(_ content: String, to name: String) throws {
        try Data(content.utf8).write(to: URL(filePath: path + "/" + name))
    }

    private static let settings = """
        pack: torture
        messages:
          channel: sent
          send_timeout: 2
          report_wait: 4
          retry_first: 1
          retry_longest: 2
          attempts: 100
          same_text: 10000
        inbox: { sender_rate: 1000000 }
        console: { access: off }
        phone: { access: off }
        log: { level: error }

        """

    private static func channels(provider: String) -> String {
        """
        channels:
          cumulative:
            adapter: africastalking-ussd
            address: "*384*77#"
            country: KE
            simulator: true
            apology: "\(apology)"
          sessions:
            adapter: generic-ussd
            address: "*384*77#"
            country: KE
            simulator: true
            apology: "\(apology)"
          answered:
            adapter: generic
            address: "10001"
            country: KE
            simulator: true
            reply: answer
            settings: { send_url: "\(provider)" }
          sent:
            adapter: generic
            address: "10002"
            country: KE
            simulator: true
            settings: { send_url: "\(provider)" }

        """
    }
}
