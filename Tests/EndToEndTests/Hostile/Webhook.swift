/// A webhook as it goes over the wire.
struct Webhook: Sendable {
    let path: String
    let type: String
    let body: String

    /// What a provider's own server sends to a channel of the hostile test.
    static func json(_ channel: HostileChannel, _ route: String, _ body: String) -> Webhook {
        Webhook(path: "/in/\(channel.rawValue)/\(route)?token=\(USSDPhone.token)", type: "application/json", body: body)
    }

    /// A hop of a USSD dialogue.
    static func hop(_ form: String) -> Webhook {
        Webhook(path: USSDPhone.path, type: "application/x-www-form-urlencoded", body: form)
    }
}
