import Foundation
import HTTPClient
import Synchronization
import TestSupport

/// A gateway's folders with one channel, of a provider that tells the parts of long messages one by one (Vonage), and
/// that provider.
final class PartsDeployment: Sendable {
    let deployment: Deployment
    private let provider: LoopbackServer
    private let isTaking: TakingSwitch

    /// - Parameters:
    ///   - lifetime: How long parts wait for the others.
    ///   - isTaking: Whether the provider takes messages, or keeps silent until it is told to.
    ///   - timeout: Seconds that the provider has to take one. What it did not take by then is sent again, so that a test
    ///     that counts what was sent gives it as long as a busy machine may need.
    ///   - packName: The pack that is served, where it is not the sample.
    init(
        lifetime: String = "1h", isTaking: Bool = true, timeout: Int = 1, packName: String = "sample"
    ) throws {
        let taking = TakingSwitch(isTaking)
        self.isTaking = taking
        provider = try LoopbackServer { _ in
            taking.isOn ? .answer(body: #"{"messages": [{"status": "0", "message-id": "0A1"}]}"#.utf8) : .silence
        }
        deployment = try Deployment(
            settings: "messages: { send_timeout: \(timeout), report_wait: 1 }\n", packName: packName)
        let path = "Config/providers/vonage.yaml"
        let adapter = try String(contentsOfFile: deployment.folder + "/" + path, encoding: .utf8)
        try deployment.write(
            adapter.replacing("https://rest.nexmo.com/sms/json", with: provider.url("/sms/json"))
                .replacing("ttl: 1h", with: "ttl: \(lifetime)"), to: path)
        try deployment.write(Self.channels, to: "Config/channels.yaml")
    }

    /// The provider takes messages from now on.
    func take() { isTaking.turnOn() }

    /// The texts that were sent to a number, in order.
    func texts(to number: String) -> [String] {
        provider.requests.map { Form.decode($0.body) }.filter { "+" + ($0["to"] ?? "") == number }
            .compactMap { $0["text"] }
    }

    private static let channels = """
        channels:
          parts:
            adapter: vonage
            address: "21512"
            country: KE
            path_token: ${PATH_TOKEN}
            insecure: acknowledged
            settings: { api_key: k, api_secret: s, verify: false }
        """
}

/// What the provider's threads read and the test turns.
private final class TakingSwitch: Sendable {
    private let state: Mutex<Bool>

    init(_ isOn: Bool) { state = Mutex(isOn) }

    var isOn: Bool { state.withLock { $0 } }

    func turnOn() { state.withLock { $0 = true } }
}

/// A phone whose long messages come in parts.
struct PartsPhone: Sendable {
    let number: String

    /// A whole message. Returns the status of the webhook.
    func text(_ text: String, on gateway: RunningGateway) async throws -> Int {
        try await post(Form.encode(["text": text, "messageId": "\(number.suffix(4))-\(text)"]), on: gateway)
    }

    /// One character of a message that comes in as many parts as it has. Returns the status of the webhook.
    func part(_ index: Int, of text: String, ref: Int = 1, on gateway: RunningGateway) async throws -> Int {
        let form = Form.encode([
            "text": String(Array(text)[index - 1]), "messageId": "\(number.suffix(4))-\(ref)-\(index)",
            "concat": "true", "concat-ref": "\(ref)", "concat-part": "\(index)", "concat-total": "\(text.count)",
        ])
        return try await post(form, on: gateway)
    }

    private func post(_ form: String, on gateway: RunningGateway) async throws -> Int {
        let ends = Form.encode(["msisdn": String(number.dropFirst()), "to": "21512", "type": "text"])
        return try await gateway.post("/in/parts/receive?token=\(USSDPhone.token)", form + "&" + ends).status
    }
}
