import ContentFiles
import Foundation
import Providers
import Testing

struct ChannelsFileTests {
    private static func load(
        _ source: String, environment: [String: String] = [:]
    ) throws -> (channels: [Channel], messages: [String]) {
        let adapters = try ShippedAdapters.names.compactMap { try ShippedAdapters.load($0).adapter }
        let log = DiagnosticLog()
        let channels = ChannelsFile.load(
            source: source, file: "c.yaml", adapters: adapters, environment: environment, log: log,
            secretFile: { $0 == "/run/secrets/key" ? "from-a-file\n" : nil })
        return (channels, log.sorted.map(\.description))
    }

    @Test func `the shipped channels are two simulators`() throws {
        let path = ShippedAdapters.root.appending(path: "Config/channels.yaml")
        let (channels, messages) = try Self.load(
            try String(contentsOf: path, encoding: .utf8), environment: ["WAYMARK_SERVER_PORT": "8080"])
        #expect(messages == [])
        #expect(channels.map(\.id) == ["simulator-ussd", "simulator-sms"])
        #expect(channels.map(\.isSimulator) == [true, true])
        #expect(channels.map(\.address) == ["*384*77#", "10000"])
    }

    @Test func `the shipped examples work once they are enabled`() throws {
        let path = ShippedAdapters.root.appending(path: "Config/channels.yaml")
        let source = try String(contentsOf: path, encoding: .utf8).replacing("enabled: false", with: "enabled: true")
        let environment = [
            "AFRICASTALKING_PATH_TOKEN": "0123456789abcdef", "AFRICASTALKING_API_KEY": "k", "TWILIO_ACCOUNT_SID": "AC1",
            "TWILIO_AUTH_TOKEN": "t", "WAYMARK_SERVER_PORT": "8080",
        ]
        let (channels, messages) = try Self.load(source, environment: environment)
        #expect(messages == [])
        #expect(channels.count == 5)
    }

    @Test func `secrets come from the environment and from files`() throws {
        let source = """
            channels:
              a:
                adapter: africastalking-sms
                path_token: {file: /run/secrets/key}
                ip_allow: [192.0.2.0/24]
                settings: {username: u, api_key: "${KEY}"}
            """
        let (channels, messages) = try Self.load(source.replacing("from-a-file", with: ""), environment: ["KEY": "k"])
        #expect(channels.isEmpty)
        #expect(
            messages == ["c.yaml:4:17: error: 'path_token' of channel 'a' must have at least 16 characters [value]"])
    }

    @Test(arguments: [
        (
            "adapter: «twillio",
            "names an adapter 'twillio' that does not exist (did you mean 'twilio'?) [unknown-adapter]"
        ),
        (
            "adapter: twilio\n    public_url: https://a.b\n    settings: {account_sid: A, auth_token: «\"${NO}\"}",
            "'auth_token' of channel 'a' needs the environment variable NO, which is not set"
        ),
        (
            "adapter: twilio\n    public_url: https://a.b\n    settings: «{account_sid: A}",
            "channel 'a' needs the setting 'auth_token' of the adapter 'twilio' [missing-setting]"
        ),
        (
            "«adapter: twilio\n    settings: {account_sid: A, auth_token: \"${T}\"}",
            "channel 'a' needs 'public_url': the provider signs the URL it calls [missing-key]"
        ),
        (
            "«adapter: twilio\n    settings: {account_sid: A, auth_token: \"${T}\", verify: false}",
            "channel 'a' turns off the proof of who calls 'receive'"
        ),
        (
            "«adapter: twilio\n    insecure: acknowledged\n    settings: {account_sid: A, auth_token: \"${T}\", verify: false}",
            "channel 'a' turns off the proof of who calls 'receive'"
        ),
        (
            "«adapter: clickatell\n    settings: {api_key: \"${T}\"}",
            "channel 'a' takes requests to 'receive' from anybody: the provider signs nothing (add 'path_token: ${NAME}' or"
        ),
        (
            "«adapter: clickatell\n    insecure: acknowledged\n    settings: {api_key: \"${T}\"}",
            "channel 'a' takes requests to 'receive' from anybody"
        ),
        (
            "adapter: clickatell\n    settings: «{api_key: \"${T}\", callback_user: u}",
            "channel 'a' needs the setting 'callback_password': without it every request is refused"
        ),
        (
            "«adapter: africastalking-ussd\n    insecure: acknowledged",
            "channel 'a' takes requests to 'session' from anybody"
        ),
        ("«adapter: africastalking-ussd", "channel 'a' takes requests to 'session' from anybody"),
        ("adapter: africastalking-ussd\n    insecure: «maybe", "'insecure' of channel 'a' can only be 'acknowledged'"),
        (
            "adapter: generic\n    simulator: true\n    settings: {send_url: «example}",
            "'send_url' of channel 'a' must be of the type 'url'"
        ),
        (
            "adapter: generic\n    simulator: true\n    settings: {send_url: \"http://x\", «sendurl: a}",
            "'settings' of channel 'a' has no key 'sendurl' (did you mean 'send_url'?)"
        ),
        (
            "adapter: generic-ussd\n    simulator: true\n    country: «Kenya",
            "must be a code of two letters such as KE, not 'Kenya'"
        ),
        ("adapter: generic-ussd\n    ip_allow: «[192.0.2]", "has '192.0.2', which is no IP address or block"),
        (
            "adapter: generic-ussd\n    simulator: true\n    reply: «request",
            "the adapter 'generic-ussd' cannot reply by a request"
        ),
        (
            "adapter: clickatell\n    simulator: true\n    reply: «answer\n    settings: {api_key: \"${T}\"}",
            "the adapter 'clickatell' cannot reply in the answer"
        ),
        (
            "adapter: telnyx\n    settings:\n      api_key: ${T}\n      public_key: «aGVsbG8=",
            "'public_key' of channel 'a' must be a public key of 32 bytes in base 64"
        ),
        (
            "adapter: vonage\n    settings: «{api_key: A, api_secret: \"${T}\"}",
            "channel 'a' needs the setting 'signature_secret'"
        ),
        (
            "adapter: vonage\n    settings: {api_key: A, api_secret: \"${T}\", signature_method: «crc}",
            "'signature_method' of channel 'a' must be one of md5hash, md5, sha1, sha256, sha512"
        ),
        (
            "adapter: generic-ussd\n    simulator: true\n    duplicate_window: «soon",
            "must be a time like 500ms, 8s or 5m, not 'soon'"
        ),
        (
            "adapter: generic-ussd\n    simulator: true\n    apology: «\(String(repeating: "抱歉", count: 41))",
            "'apology' of channel 'a' does not fit a USSD screen of 182 septets or 80 UCS-2 units"
        ),
        ("adapter: generic-ussd\n    «simulatr: true", "channel 'a' has no key 'simulatr' (did you mean 'simulator'?)"),
    ])
    func `a channel that is not right is told with its place and left out`(entry: String, message: String) throws {
        let text = MarkedText("channels:\n  a:\n    \(entry)\n")
        let (channels, messages) = try Self.load(text.source, environment: ["T": "t"])
        #expect(channels.isEmpty)
        let position = try #require(text.positions.first)
        #expect(
            messages.contains { $0.hasPrefix("c.yaml:\(position): error: ") && $0.contains(message) }, "\(messages)")
    }

    @Test(arguments: [
        "adapter: africastalking-ussd\n    path_token: ${LONG}",
        "adapter: africastalking-ussd\n    ip_allow: [192.0.2.7]",
        "adapter: africastalking-ussd\n    simulator: true",
        "adapter: clickatell\n    path_token: ${LONG}\n    settings: {api_key: \"${T}\"}",
        "adapter: clickatell\n    ip_allow: [192.0.2.7]\n    settings: {api_key: \"${T}\"}",
        "adapter: clickatell\n    settings: {api_key: \"${T}\", callback_user: u, callback_password: \"${T}\"}",
        "adapter: twilio\n    insecure: acknowledged\n    path_token: ${LONG}\n    settings: {account_sid: A, auth_token: \"${T}\", verify: false}",
    ])
    func `a channel that says how it is protected is served`(entry: String) throws {
        let environment = ["T": "t", "LONG": "0123456789abcdef"]
        let (channels, messages) = try Self.load("channels:\n  a:\n    \(entry)\n", environment: environment)
        #expect(messages == [])
        #expect(channels.count == 1)
    }

    @Test func `a channel that is not enabled is not looked at`() throws {
        let (channels, messages) = try Self.load("channels:\n  a: {enabled: false, adapter: nothing}\n")
        #expect(channels.isEmpty)
        #expect(messages == [])
    }

    @Test func `a secret that stands in the file is warned about without showing it`() throws {
        let source =
            """
            channels:
              a:
                adapter: africastalking-sms
                ip_allow: [192.0.2.7]
                settings: {username: u, api_key: visible}
            """
        let (channels, messages) = try Self.load(source)
        #expect(channels.count == 1)
        #expect(
            messages.count == 1 && messages[0].contains("warning: 'api_key' of channel 'a'")
                && !messages[0].contains("visible"))
    }
}
