import Foundation
import HTTPClient
import Testing

/// The other end of the simulator's SMS channel.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SimulatorTests {
    /// - Parameter phone: Where the SMS channel sends to.
    private func gateway(
        phone: String = "http://127.0.0.1:${WAYMARK_SERVER_PORT}/simulator/outgoing"
    ) async throws -> (Deployment, RunningGateway) {
        let deployment = try Deployment()
        let channels = """
            channels:
              texts:
                adapter: generic
                address: "10000"
                country: KE
                simulator: true
                settings: { send_url: "\(phone)" }
            """
        try deployment.write(channels, to: "Config/channels.yaml")
        return (deployment, try await RunningGateway.start(deployment))
    }

    @Test(arguments: [
        [], Array("to=%2B254700000001".utf8), Array("text=hello".utf8), Array("to=&text=".utf8),
        Array("工资 % %zz %ff ; \u{0}\u{7F}".utf8), [0, 255, 254, 37, 37],
        Array(repeating: UInt8(ascii: "&"), count: 5_000),
    ])
    func `what is no message is refused and does no harm`(body: [UInt8]) async throws {
        let (_, gateway) = try await gateway()
        for type in ["application/x-www-form-urlencoded", "application/json"] {
            let headers = [HeaderField(name: "Content-Type", value: type)]
            let answer = try await gateway.ask("/simulator/outgoing", method: "POST", headers: headers, body: body)
            #expect(answer.status == 400)
        }
        #expect(try await gateway.isReady())
    }

    @Test func `who texts the simulator finds the answer on the simulated phone`() async throws {
        let (_, phone) = try await gateway()
        let (_, gateway) = try await gateway(phone: "http://127.0.0.1:\(phone.port)/simulator/outgoing")
        #expect(try await gateway.post("/in/texts/receive", "from=%2B254700000009&text=hello&id=1").status == 200)
        let shown = try await eventually("the answer") {
            let shown = try await phone.ask("/simulator/outgoing?to=%2B254700000009").text
            return shown == "[]" ? nil : shown
        }
        #expect(shown.contains("Language? Lugha?"))
    }

    @Test(arguments: ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
    func `what comes through a proxy reaches no simulator`(name: String) async throws {
        let (_, gateway) = try await gateway()
        let proxied = [HeaderField(name: name, value: "203.0.113.7")]
        let text = "from=%2B254700000009&text=hello&id=1"
        #expect(try await gateway.post("/in/texts/receive", text, headers: proxied).status == 403)
        #expect(
            try await gateway.post("/simulator/outgoing", "to=%2B254700000009&text=x", headers: proxied).status == 403)
        #expect(try await gateway.ask("/simulator/outgoing", headers: proxied).status == 403)
        #expect(try await gateway.ask("/simulator/outgoing").text == "[]")
    }

    @Test func `a message in any script is shown as it was sent`() async throws {
        let (_, gateway) = try await gateway()
        let sent = try await gateway.ask(
            "/simulator/outgoing", method: "POST", body: Array("to=%2B8613800000001&text=讨工资 100%25 + 1".utf8))
        #expect(sent.status == 200)
        let shown = try await gateway.ask("/simulator/outgoing?to=%2B8613800000001", method: "GET")
        #expect(String(decoding: shown.body, as: UTF8.self).contains("讨工资 100%   1"))
    }
}
