import ContentFiles
import Expressions
import Providers
import Telephony

extension FuzzTarget {
    private static let time = Timestamp(milliseconds: 1_777_000_000_000)
    private static let types = [
        "application/json", "application/x-www-form-urlencoded", "text/xml", "multipart/form-data", "",
    ]

    /// Every route of every provider: whatever comes is events or a refusal, and each has an answer.
    static func adapters(config: String) throws -> FuzzTarget {
        let channels = try channels(config)
        let requests = channels.flatMap { channel in
            channel.adapter.examples.compactMap { example -> String? in
                guard case .request(let request, _, _) = example.input else { return nil }
                return String(decoding: request.body, as: UTF8.self)
                    + (request.target.split(separator: "?").dropFirst().last ?? "")
            }
        }
        return FuzzTarget("adapters", corpus: requests) { bytes, chance in
            guard let channel = channels.randomElement(using: &chance),
                let route = channel.adapter.routes.randomElement(using: &chance)
            else { return nil }
            let isQuery = chance.happens(25)
            let query = isQuery ? "?" + String(decoding: bytes, as: UTF8.self) : ""
            let request = HTTPRequest(
                method: isQuery ? "GET" : "POST", target: "/in/fuzz/\(route.name)\(query)",
                headers: [HeaderField("Content-Type", types.randomElement(using: &chance) ?? "")],
                body: isQuery ? [] : bytes)
            return breach(channel.receive(request, route: route.name, at: time), on: channel)
        }
    }

    /// What providers answer to messages.
    static func answers(config: String) throws -> FuzzTarget {
        let channels = try channels(config)
        let bodies = channels.flatMap { channel in
            channel.adapter.examples.compactMap { example -> String? in
                guard case .response(let answer, _) = example.input else { return nil }
                return String(decoding: answer.body, as: UTF8.self)
            }
        }
        return FuzzTarget("answers", corpus: bodies) { bytes, chance in
            guard let channel = channels.randomElement(using: &chance) else { return nil }
            let status =
                [200, 201, 202, 400, 429, 500, chance.number(in: 100...599)].randomElement(using: &chance) ?? 200
            let outcome = channel.outcome(of: status, headers: [], body: bytes, at: time)
            return JSON.read(JSON.write(outcome.json)) == nil ? "an outcome cannot be written down" : nil
        }
    }

    private static func breach(_ reception: Reception, on channel: Channel) -> String? {
        switch reception {
        case .events(let events, let exchange):
            if events.isEmpty { return "\(channel.adapter.name): neither events nor a refusal" }
            if events.contains(where: { $0.key(channel).text.isEmpty }) {
                return "\(channel.adapter.name): an event has no key"
            }
            let answer = channel.answer(exchange, .reply("Hi", ends: false))
            return answer.status == 200 ? nil : "\(channel.adapter.name): a reply is answered with \(answer.status)"
        case .rejected(let rejection):
            let isRight = rejection.answer.status == 200 ? channel.kind == .ussd : rejection.answer.status >= 400
            return isRight ? nil : "\(channel.adapter.name): a refusal is answered with \(rejection.answer.status)"
        }
    }

    /// A channel of each provider, with settings that mean nothing and without proofs.
    private static func channels(_ config: String) throws -> [Channel] {
        AdapterShelf(folder: config + "/providers").all(DiagnosticLog()).map { adapter in
            var entry = ChannelEntry(id: "fuzz", adapter: adapter)
            entry.country = Country("KE")
            entry.publicBaseURL = "https://sms.example.org"
            entry.settings = adapter.settings.filter { $0.isRequired && $0.standard == .null }.map {
                Datum.Member($0.name, .text($0.kind == .url ? "https://x.example" : "fuzz-\($0.name)"))
            }
            entry.settings.append(Datum.Member("verify", .flag(false)))
            return Channel(entry)
        }
    }
}
