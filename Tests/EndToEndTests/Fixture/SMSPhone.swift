import HTTPClient

/// A phone on the channel `sms`, whose answers come by way of the carrier.
struct SMSPhone: Sendable {
    let number: String
    private var sent = 0

    init(_ number: String) {
        self.number = number
    }

    /// Sends a text. Returns the status of the webhook.
    mutating func text(_ text: String, on gateway: RunningGateway) async throws -> Int {
        sent += 1
        return try await gateway.post(Self.path, form(text)).status
    }

    /// The provider brings the last text again.
    func repeatLast(_ text: String, on gateway: RunningGateway) async throws -> Int {
        try await gateway.post(Self.path, form(text)).status
    }

    /// Sends a text from another task: the status of the webhook.
    func webhook(_ text: String, on gateway: RunningGateway) async throws -> Int {
        var phone = self
        return try await phone.text(text, on: gateway)
    }

    static let path = "/in/sms/receive?token=\(USSDPhone.token)"

    private func form(_ text: String) -> String {
        Form.encode([
            "linkId": "link", "text": text, "to": "21512", "id": "id-\(number.suffix(4))-\(sent)", "from": number,
            "date": "2026-05-03T06:04:45Z",
        ])
    }
}
