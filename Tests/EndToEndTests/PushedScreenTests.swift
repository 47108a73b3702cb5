import Foundation
import HTTPClient
import Synchronization
import TestSupport
import Testing

/// USSD of providers that take the screen by a request of ours: the webhook is answered with nothing.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct PushedScreenTests {
    private struct Pushed: Hashable, Decodable, Sendable {
        let session: String
        let to: String
        let text: String
        let ends: Bool
    }

    /// - Parameter within: What the provider allows.
    private func start(
        _ provider: LoopbackServer, system: GatedSystem, within: String = "8s"
    ) async throws -> RunningGateway {
        let deployment = try Deployment(settings: "", packName: "asking")
        try AskingPack.put(on: deployment, system: system.url("/v1"))
        try deployment.write(Self.adapter.replacing("WITHIN", with: within), to: "Config/providers/pushing.yaml")
        try deployment.write(
            """
            channels:
              pushing:
                adapter: pushing
                address: "*384*77#"
                country: KE
                path_token: ${PATH_TOKEN}
                settings: { send_url: "\(provider.url("/screens"))" }
              sms:
                adapter: africastalking-sms
                address: "21512"
                country: KE
                path_token: ${PATH_TOKEN}
                settings: { username: sandbox, api_key: "${API_KEY}", send_url: "http://127.0.0.1:9/send" }
            """, to: "Config/channels.yaml")
        return try await RunningGateway.start(deployment)
    }

    /// One request of the provider, whose answer must be empty.
    private func hop(_ text: String, _ number: Int, _ from: String, on gateway: RunningGateway) async throws {
        let body =
            #"{"session":"s-\#(from.suffix(2))","from":"\#(from)","text":"\#(text)","number":\#(number)}"#
        let response = try await gateway.ask(
            "/in/pushing/session?token=\(USSDPhone.token)", method: "POST", type: "application/json",
            body: Array(body.utf8))
        #expect(response.status == 200 && response.body.isEmpty)
    }

    private func screens(_ provider: LoopbackServer) throws -> [Pushed] {
        try provider.requests.map { try JSONDecoder().decode(Pushed.self, from: Data($0.body)) }
    }

    private func screens(_ count: Int, of provider: LoopbackServer) async throws -> [Pushed] {
        try await eventually("\(count) screens") {
            let shown = try screens(provider)
            return shown.count >= count ? shown : nil
        }
    }

    @Test func `a dialogue goes by requests, each screen once however often its webhook comes`() async throws {
        let provider = try LoopbackServer { _ in .answer(status: 202) }
        let system = try GatedSystem(#"{"open":3}"#)
        system.open()
        let gateway = try await start(provider, system: system)
        let from = "+254733000001"
        for (number, text) in ["", "1", "2"].enumerated() {
            for _ in 0..<2 { try await hop(text, number, from, on: gateway) }
            _ = try await screens(number + 1, of: provider)
        }
        let texts = [(AskingPack.menu, false), ("3 jobs.\n1 Again\n2 Bye", false), ("See you.", true)]
        #expect(try screens(provider) == texts.map { Pushed(session: "s-01", to: from, text: $0.0, ends: $0.1) })
        try await eventually("the count") { try await gateway.count("sent", "channel=\"pushing\"") == 3 }
        #expect(try await gateway.count("repeats") == 3)
    }

    @Test func `a provider that fails is asked again while the screen is worth it`() async throws {
        let failures = Mutex(2)
        let provider = try LoopbackServer { _ in
            failures.withLock { left in
                left -= 1
                return .answer(status: left >= 0 ? 503 : 202)
            }
        }
        let system = try GatedSystem("{}")
        let gateway = try await start(provider, system: system)
        try await hop("", 0, "+254733000002", on: gateway)
        #expect(Set(try await screens(3, of: provider)).map(\.text) == [AskingPack.menu])
        try await eventually("the count") { try await gateway.count("sent") == 1 }
        #expect(try await gateway.count("send_retries") == 2)
    }

    @Test(arguments: [LoopbackServer.Reply.silence, .answer(status: 503), .hangUp])
    func `a screen whose time is up is given up, and the dialogue goes on`(reply: LoopbackServer.Reply) async throws {
        let isDown = Mutex(true)
        let provider = try LoopbackServer { _ in isDown.withLock { $0 } ? reply : .answer(status: 202) }
        let system = try GatedSystem("{}")
        let gateway = try await start(provider, system: system, within: "1s")
        let from = "+254733000003"
        try await hop("", 0, from, on: gateway)
        try await eventually("the end of its time") {
            let late = try await gateway.count("late")
            return try await late + gateway.count("dead") == 1
        }
        isDown.withLock { $0 = false }
        let earlier = provider.requests.count
        try await hop("1", 1, from, on: gateway)
        #expect(try await screens(earlier + 1, of: provider).last?.session == "s-03")
        system.open()
    }

    @Test func `a system that takes too long leaves a screen that waits`() async throws {
        let provider = try LoopbackServer { _ in .answer(status: 202) }
        let system = try GatedSystem(#"{"open":3}"#)
        let gateway = try await start(provider, system: system, within: "1s")
        let from = "+254733000004"
        try await hop("", 0, from, on: gateway)
        _ = try await screens(1, of: provider)
        try await hop("1", 1, from, on: gateway)
        #expect(try await screens(2, of: provider).last?.text == AskingPack.wait)
        system.open()
        try await eventually("the answer") { try await gateway.count("requests", "answered") == 1 }
        try await hop("1", 2, from, on: gateway)
        let shown = try await screens(3, of: provider).last?.text
        #expect(shown == "3 jobs.\n1 Again\n2 Bye" || shown == AskingPack.wait)
        #expect(try await gateway.count("late") == 1)
    }

    private static let adapter = """
        adapter: pushing
        kind: ussd
        config: { send_url: { type: url, required: true } }
        limits: { chars: 160, charset: gsm7, reply_within: WITHIN }
        reply: request
        routes:
          session:
            parse: json
            ussd:
              session: ${.session}
              from: ${.from | phone}
              input: ${.text}
              sequence: ${.number}
              mode: latest
        send:
          request:
            url: ${cfg.send_url}
            json: { session: "${msg.session}", to: "${msg.to}", text: "${msg.text}", ends: "${msg.ends}" }
          response: { parse: json_optional }
        """
}
