import Foundation

/// The folders of one gateway: configuration, the sample pack and the data, and its database; removed with the last
/// reference.
final class Deployment: Sendable {
    /// The secrets that the channels take from the environment.
    static let secrets = [
        "PATH_TOKEN": "path-token-0123456789abcdef", "API_KEY": "api-key-0123456789abcdef", "TWILIO_TOKEN": "12345",
    ]

    let folder: String
    /// Where the gateway keeps what it keeps.
    let place: any DatabasePlace
    var config: String { folder + "/Config" }
    var flows: String { folder + "/Flows" }
    var data: String { folder + "/Data" }

    /// - Parameters:
    ///   - settings: Lines of `waymark.yaml` beside the pack's name.
    ///   - carrier: Where the SMS channel sends to.
    ///   - packName: The pack that is served, where it is not the sample.
    init(
        settings: String = "", carrier: String = "http://127.0.0.1:9/send", pack: SamplePack = SamplePack(),
        packName: String = "sample"
    ) throws {
        folder = NSTemporaryDirectory() + "waymark-" + UUID().uuidString
        place = try TestStore.place(in: folder + "/Data")
        try FileManager.default.createDirectory(atPath: folder + "/Config", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Self.project + "/Config/providers", toPath: folder + "/Config/providers")
        try FileManager.default.copyItem(
            atPath: Self.project + "/Config/openapi.yaml", toPath: folder + "/Config/openapi.yaml")
        try write("pack: \(packName)\n" + settings, to: "Config/waymark.yaml")
        try write(Self.channels(carrier: carrier), to: "Config/channels.yaml")
        try publish(pack)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Puts another pack in the old one's place; the gateway reads it at its next start.
    func publish(_ pack: SamplePack) throws {
        for (path, content) in pack.files { try write(content, to: "Flows/sample/" + path) }
    }

    /// Puts a pack of the project beside the sample.
    func copyPack(_ name: String) throws {
        try FileManager.default.copyItem(atPath: Self.project + "/Flows/" + name, toPath: flows + "/" + name)
    }

    func write(_ content: String, to path: String) throws {
        let url = URL(filePath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: url)
    }

    /// Everything that is kept, by the name of its file or table.
    func kept() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: data)
        let files = try names.map { ($0, try Data(contentsOf: URL(filePath: data + "/" + $0))) }
        return try place.kept().merging(files) { _, file in file }
    }

    /// Changes the database behind the gateway's back.
    func execute(_ sql: String) throws {
        try place.connect().execute(sql)
    }

    /// A number that the database counts.
    func count(_ sql: String) throws -> Int {
        try place.connect().rows(sql).first?.first.flatMap { $0.flatMap { Int($0) } } ?? 0
    }

    /// The project's folder: this file lies at `Tests/EndToEndTests/Fixture`.
    static let project = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false)

    private static func channels(carrier: String) -> String {
        """
        channels:
          ussd:
            adapter: africastalking-ussd
            address: "*384*77#"
            country: KE
            path_token: ${PATH_TOKEN}
          json:
            adapter: generic-ussd
            address: "*384*77#"
            country: KE
            simulator: true
            duplicate_window: 0s
          sms:
            adapter: africastalking-sms
            address: "21512"
            country: KE
            path_token: ${PATH_TOKEN}
            settings: { username: sandbox, api_key: "${API_KEY}", send_url: "\(carrier)" }
          twilio:
            adapter: twilio
            address: "+18005551212"
            country: US
            public_url: https://sms.example.org
            settings: { account_sid: AC00000000000000000000000000000001, auth_token: "${TWILIO_TOKEN}" }
        """
    }
}
