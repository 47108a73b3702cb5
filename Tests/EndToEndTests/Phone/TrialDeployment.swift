extension Deployment {
    /// A gateway that is only tried out: simulators and nothing else.
    static func trial(settings: String = "phone: { clock: on }\n") throws -> Deployment {
        let deployment = try Deployment(settings: settings)
        try deployment.write(trialChannels, to: "Config/channels.yaml")
        return deployment
    }

    private static let trialChannels = """
        channels:
          dial:
            adapter: generic-ussd
            address: "*384*77#"
            country: KE
            simulator: true
            duplicate_window: 0s
          texts:
            adapter: generic
            address: "10000"
            country: KE
            simulator: true
            duplicate_window: 0s
            settings: { send_url: "http://127.0.0.1:${WAYMARK_SERVER_PORT}/simulator/outgoing" }
        """
}

extension RunningGateway {
    /// A gateway that is tried out, on a port of its own: its SMS channel sends to itself, so the port is known before.
    static func trial(_ deployment: Deployment) async throws -> RunningGateway {
        while true {
            let port = Int.random(in: 20_000...29_999)
            do {
                return try await start(deployment, arguments: ["--port", "\(port)"])
            } catch let fault as NeverSeen where fault.what.contains("another program uses this port") {
                continue
            }
        }
    }

    /// What the browser phone of a number is told.
    func look(_ number: String) async throws -> String {
        try await post("/phone/look", Form.encode(["number": number])).text
    }

    /// Dials, or answers, as the browser phone does.
    func hop(_ number: String, _ text: String, phase: String, sequence: Int) async throws -> String {
        let fields: KeyValuePairs = [
            "session": "s" + number, "from": number, "code": "*384*77#", "text": text, "phase": phase,
            "sequence": "\(sequence)",
        ]
        return try await post("/in/dial/session", Form.encode(fields)).text
    }
}
