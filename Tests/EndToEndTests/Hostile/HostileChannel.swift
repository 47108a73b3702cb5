/// A channel whose provider is hostile, by what keeps a message from arriving twice.
enum HostileChannel: String, CaseIterable, Sendable {
    /// The provider knows a message again by the reference that it is sent with.
    case keyed
    /// The provider takes a message as often as it comes, but its reports give the reference back.
    case reporting
    /// The provider gets no reference.
    case plain

    /// How the provider speaks. Nothing is signed, so that the path carries a token.
    var adapter: String {
        """
        adapter: \(rawValue)
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
              \(self == .reporting ? "our_id: ${.reference}" : "")
              value: ${.status}
              map: {SENT: sent, DELIVERED: delivered, FAILED: failed}
        send:
          \(self == .keyed ? "idempotent: true" : "")
          request:
            url: ${cfg.send_url}
            json: {to: "${msg.to}", text: "${msg.text}"\(self == .plain ? "" : #", reference: "${msg.part_id}""#)}
          response: {parse: json, ok: {"${resp.id}": {present: true}}, id: "${resp.id}"}
        """
    }

    /// Its part of `channels.yaml`.
    func entry(url: String) -> String {
        """
          \(rawValue):
            adapter: \(rawValue)
            address: "21512"
            country: KE
            path_token: ${PATH_TOKEN}
            settings: { send_url: "\(url)" }

        """
    }
}
