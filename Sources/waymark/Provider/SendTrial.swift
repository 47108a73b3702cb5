import Expressions
import Providers
import Telephony

/// A message, sent by an adapter to nowhere.
struct SendTrial {
    private let channel: Channel
    private let message: OutgoingMessage

    private let now: Timestamp

    /// - Parameters:
    ///   - message: The path of a JSON object with `to`, `text` and perhaps `id`, `from`, `session` and `ends`.
    ///   - at: When it is sent; nil means now.
    init(channel trial: TrialChannel, message path: String, at: String?) throws(WrongUse) {
        now = try Moment.read(at, place: 0).timestamp
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
            text: text, session: texts["session"] ?? nil, ends: texts["ends"] == "true")
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

    /// Why the message cannot be sent, in one sentence; nil when it can.
    var refusal: String? {
        channel.reasonAgainstSending(message, at: now).map {
            "the adapter '\(channel.adapter.name)' makes no request of this message: \($0)"
        }
    }

    /// The requests as they go over the wire, with an empty line between them, or as JSON. Where a token is shown with
    /// them, the request that fetches it comes first.
    func requests(redacted: Bool, asJSON: Bool) -> [UInt8] {
        let fetching = channel.tokenRequest(at: now, nonce: Self.nonce).map { redacted ? hidingSecrets($0) : $0 }
        let requests = channel.requests(for: message, at: now, nonce: Self.nonce, token: Self.token)
        let shown = redacted ? requests.map(hidingSecrets) : requests
        if asJSON {
            let token = fetching.map { [Datum.Member("token_request", $0.trialJSON)] } ?? []
            let members = token + [Datum.Member("requests", .list(shown.map(\.trialJSON)))]
            return Array((Datum.object(members).line + "\n").utf8)
        }
        let all = [fetching].compactMap(\.self) + shown
        return Array(all.map(Wire.text).joined(separator: Array("\r\n".utf8)))
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
    ///
    /// - Parameter step: Which of the adapter's steps it answers, from 1.
    func outcome(of path: String, step: Int) throws(WrongUse) -> String {
        let count = channel.adapter.send?.steps.count ?? 0
        guard (1...max(1, count)).contains(step) else {
            throw WrongUse("the adapter '\(channel.adapter.name)' has no step \(step): it has \(count)")
        }
        guard let answer = Wire.answer(try InputFile.bytes(path)) else {
            throw WrongUse("'\(path)' is no HTTP response: it begins with a line such as 'HTTP/1.1 200 OK'")
        }
        let request = ProviderRequest(method: "", url: "", headers: [], body: [], step: step - 1)
        return channel.outcome(of: answer.status, headers: answer.headers, body: answer.body, to: request, at: now)
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
