import Expressions
import Providers

/// A recorded request, read by an adapter.
struct ReceiveTrial {
    private let channel: Channel
    private let reception: Reception

    /// - Parameters:
    ///   - request: The path of a raw HTTP request.
    ///   - route: nil means the route that the request's path names.
    init(channel trial: TrialChannel, request path: String, route: String?, at: String?) throws(WrongUse) {
        guard let request = Wire.request(try InputFile.bytes(path)) else {
            throw WrongUse(
                "'\(path)' is no HTTP request: it begins with a line such as 'POST /in/twilio/receive HTTP/1.1'")
        }
        if let setting = trial.channel().settingsMissingForProofs.first {
            Terminal.errors.line(
                "the proof cannot hold without the setting '\(setting)': give it with --settings FILE.json")
        }
        let host = request.headers.value(of: "Host").map { "https://" + $0 }
        channel = trial.channel(publicURL: host)
        let now = try Moment.read(at, place: 0).timestamp
        reception = channel.receive(request, route: route ?? Self.route(of: request, in: trial.adapter), at: now)
    }

    /// The last part of the path that names a route; else the only route, else the last part.
    private static func route(of request: HTTPRequest, in adapter: Adapter) -> String {
        let parts = request.target.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        if let named = parts.last(where: { adapter.route(named: $0) != nil }) { return named }
        return adapter.routes.count == 1 ? adapter.routes[0].name : parts.last ?? ""
    }

    /// What the request tells or why it is refused, and the response to it.
    var json: String { reception.json(answer: answer(.accepted)).line }

    /// Why the request is refused, in one sentence; nil when it is not.
    var refusal: String? {
        guard case .rejected(let rejection) = reception else { return nil }
        return "the request is refused (\(rejection.reason.rawValue)): \(rejection.detail)"
    }

    /// The response that carries a text, raw or as JSON.
    func answer(_ text: String, ends: Bool, asJSON: Bool) -> [UInt8] {
        let answer = answer(.reply(text, ends: ends))
        return asJSON ? Array((answer.json.line + "\n").utf8) : Wire.text(answer)
    }

    private func answer(_ outcome: Outcome) -> HTTPAnswer {
        switch reception {
        case .events(_, let exchange): channel.answer(exchange, outcome)
        case .rejected(let rejection): rejection.answer
        }
    }
}
