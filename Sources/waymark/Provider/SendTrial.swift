import Providers
import Telephony

/// A message, sent by an adapter to nowhere.
struct SendTrial {
    private let channel: Channel
    private let message: OutgoingMessage

    /// - Parameter message: The path of a JSON object with `to`, `text` and perhaps `id` and `from`.
    init(channel trial: TrialChannel, message path: String) throws(WrongUse) {
        guard trial.adapter.send != nil else {
            throw WrongUse(
                "the adapter '\(trial.adapter.name)' cannot send: its texts ride in answers to the provider's requests")
        }
        try trial.requireSettings()
        channel = trial.channel()
        guard case .object(let members) = JSON.read(try InputFile.bytes(path)) else {
            throw WrongUse(
                "the message '\(path)' must be a JSON object, such as {\"to\": \"+254711000001\", \"text\": \"Hello\"}")
        }
        let texts = Dictionary(members.map { ($0.key, $0.value.text) }, uniquingKeysWith: { _, last in last })
        guard let to = texts["to"] ?? nil, let text = texts["text"] ?? nil else {
            throw WrongUse("the message '\(path)' needs 'to' and 'text'")
        }
        message = OutgoingMessage(
            id: (texts["id"] ?? nil) ?? "1", to: try Self.address(to, trial.country),
            from: try (texts["from"] ?? nil).map { (from) throws(WrongUse) in try Self.address(from, trial.country) },
            text: text)
    }

    /// What is random in a real request; fixed here, so that two trials can be compared.
    private static let nonce = "TRIAL0123456789abcdef"
    private static let token = "ACCESS-TOKEN"

    private static func address(_ text: String, _ country: Country?) throws(WrongUse) -> Address {
        do {
            return try Address.parse(text, in: country)
        } catch {
            throw WrongUse("the message cannot go to or from '\(text)': \(error)")
        }
    }

    /// The requests as they go over the wire, with an empty line between them, or as JSON.
    func requests(redacted: Bool, asJSON: Bool) -> [UInt8] {
        let requests = channel.requests(for: message, at: Moment.now.timestamp, nonce: Self.nonce, token: Self.token)
        let shown = redacted ? requests.map(hidingSecrets) : requests
        if asJSON {
            return Array((Datum.object([Datum.Member("requests", .list(shown.map(\.trialJSON)))]).line + "\n").utf8)
        }
        return Array(shown.map(Wire.text).joined(separator: Array("\r\n".utf8)))
    }

    private func hidingSecrets(_ request: ProviderRequest) -> ProviderRequest {
        let headers = request.headers.map { field in
            let line = channel.redacted("\(field.name): \(field.value)")
            return HeaderField(field.name, String(line.dropFirst(field.name.count + 2)))
        }
        return ProviderRequest(
            method: request.method, url: channel.redacted(request.url), headers: headers,
            body: Array(channel.redacted(String(decoding: request.body, as: UTF8.self)).utf8))
    }

    /// What a recorded response would be read as.
    func outcome(of path: String) throws(WrongUse) -> String {
        guard let answer = Wire.answer(try InputFile.bytes(path)) else {
            throw WrongUse("'\(path)' is no HTTP response: it begins with a line such as 'HTTP/1.1 200 OK'")
        }
        return channel.outcome(of: answer.status, headers: answer.headers, body: answer.body, at: Moment.now.timestamp)
            .json.line
    }
}

extension ProviderRequest {
    fileprivate var trialJSON: Datum {
        .object([
            Datum.Member("method", .text(method)), Datum.Member("url", .text(url)),
            Datum.Member("headers", .object(headers.map { Datum.Member($0.name, .text($0.value)) })),
            Datum.Member("body", .text(String(decoding: body, as: UTF8.self))),
        ])
    }
}
