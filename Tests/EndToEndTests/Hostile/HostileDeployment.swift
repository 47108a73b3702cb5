import Foundation

extension Deployment {
    /// The channels whose provider is hostile. `keyed` sends a reference with each message by which the provider knows
    /// it again; `plain` sends none.
    enum HostileChannel: String, CaseIterable {
        case keyed, plain
    }

    /// A deployment whose messages go to the hostile provider.
    static func hostile(_ provider: HostileProvider, timeout: Int) throws -> Deployment {
        let deployment = try Deployment(settings: "messages: { channel: keyed, send_timeout: \(timeout) }\n")
        for channel in HostileChannel.allCases {
            try deployment.write(adapter(channel), to: "Config/providers/\(channel.rawValue).yaml")
        }
        try deployment.write(channels(provider), to: "Config/channels.yaml")
        return deployment
    }

    private static func adapter(_ channel: HostileChannel) -> String {
        """
        adapter: \(channel.rawValue)
        kind: sms
        summary: The provider of the hostile test
        source: made for this test
        config:
          send_url: {type: url, required: true}
        routes:
          receive:
            parse: json
            message: {id: "${.id}", from: "${.from | phone}", to: "${.to}", text: "${.text}"}
          status:
            parse: json
            status:
              id: ${.id}
              our_id: ${.reference}
              value: ${.status}
              map: {SENT: sent, DELIVERED: delivered, FAILED: failed}
        send:
          request:
            url: ${cfg.send_url}
            \(channel == .keyed ? #"headers: {Idempotency-Key: "${msg.id}"}"# : "")
            json: {to: "${msg.to}", text: "${msg.text}"}
          response: {parse: json, ok: {"${resp.id}": {present: true}}, id: "${resp.id}"}
        """
    }

    private static func channels(_ provider: HostileProvider) -> String {
        let ussd = """
            channels:
              ussd:
                adapter: africastalking-ussd
                address: "*384*77#"
                country: KE
                path_token: ${PATH_TOKEN}
            """
        return HostileChannel.allCases.reduce(into: ussd + "\n") { file, channel in
            file += """
                  \(channel.rawValue):
                    adapter: \(channel.rawValue)
                    address: "21512"
                    country: KE
                    path_token: ${PATH_TOKEN}
                    settings: { send_url: "\(provider.url(of: channel.rawValue))" }

                """
        }
    }
}
