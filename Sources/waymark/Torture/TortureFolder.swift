import Foundation

/// The folders of a run: the pack, and the rooms of the gateways.
struct TortureFolder: Sendable {
    /// What one gateway has for itself: its settings, channels and data.
    struct Room: Sendable {
        /// Its place among the gateways.
        let number: Int
        let path: String

        var config: String { path + "/Config" }
        var data: String { path + "/Data" }
        /// Where its database is, where it has one of its own.
        var database: String { data + "/waymark.sqlite" }
        /// Where everything that it prints goes, in all of its lives.
        var log: String { path + "/gateway.log" }
        /// Where it says that it serves.
        var announcement: String { path + "/announcement" }
    }

    /// What a person sees whose request could not be kept in time.
    static let apology = "Torture: nothing was kept."

    /// What it is called; no other run has it.
    let name: String
    let path: String
    let rooms: [Room]
    private let providers: String

    var flows: String { path + "/Flows" }

    /// - Parameters:
    ///   - folder: Where it is made.
    ///   - config: The folder with `providers/`.
    ///   - gateways: How many there are.
    init(in folder: String, config: String, gateways: Int) throws {
        providers = config + "/providers"
        guard FileManager.default.fileExists(atPath: providers) else {
            throw WrongUse("there is no folder '\(providers)': name the one that holds it by --config")
        }
        name = "waymark-torture-\(ProcessInfo.processInfo.processIdentifier)"
        path = folder + "/" + name
        rooms = (0..<gateways).map { [path] in Room(number: $0, path: path + "/gateway-\($0 + 1)") }
        do {
            try FileManager.default.createDirectory(atPath: path + "/Flows/torture", withIntermediateDirectories: true)
        } catch {
            throw WrongUse("the folder \(path) cannot be made: name another by --folder")
        }
    }

    /// Writes everything that the gateways read.
    ///
    /// - Parameter providers: Where each sends messages.
    func write(providers urls: [String]) throws {
        for (room, url) in zip(rooms, urls) {
            try FileManager.default.createDirectory(atPath: room.config, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: providers, toPath: room.config + "/providers")
            try write(Self.settings, to: room.config + "/waymark.yaml")
            try write(Self.channels(provider: url), to: room.config + "/channels.yaml")
            try write("", to: room.log)
        }
        for (name, content) in TorturePack.files { try write(content, to: flows + "/torture/" + name) }
    }

    /// Takes it away.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private func write(_ content: String, to path: String) throws {
        try Data(content.utf8).write(to: URL(filePath: path))
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
