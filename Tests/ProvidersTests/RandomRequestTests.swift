import Expressions
import Providers
import TestSupport
import Testing

struct RandomRequestTests {
    /// Pieces that parsers stumble over, between random bytes.
    private static let pieces = [
        "&", "=", "%", "%2", "+", "{", "}", "[", "]", "\"", "\\u", "\\ud83d", ",", ":", "from", "text", "session",
        "sessionId",
        "phoneNumber", "%2B254711000001", "+254711000001", "\u{0}", "\r\n", "MessageSid", "id", "1e999", "-", "phase",
        "begin",
    ]

    private static func bytes(_ generator: inout SplitMix64) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            if Bool.random(using: &generator), let piece = pieces.randomElement(using: &generator) {
                bytes += Array(piece.utf8)
            } else {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            }
        }
        return bytes
    }

    @Test(arguments: ShippedAdapters.names)
    func `no request brings a route down and each has an answer`(name: String) throws {
        var generator = SplitMix64(seed: 7)
        let channel = try ShippedAdapters.channel(name) { entry in
            entry.settings.append(Datum.Member("verify", .flag(false)))
        }
        let types = ["application/json", "application/x-www-form-urlencoded", "text/xml", ""]
        for route in channel.adapter.routes.map(\.name) + ["nowhere"] {
            for round in 0..<400 {
                let query = String(decoding: Self.bytes(&generator), as: UTF8.self)
                let request = HTTPRequest(
                    method: round.isMultiple(of: 3) ? "GET" : "POST", target: "/in/test/\(route)?\(query)",
                    headers: [HeaderField("Content-Type", types[round % types.count])], body: Self.bytes(&generator))
                switch channel.receive(request, route: route, at: .test) {
                case .events(let events, let exchange):
                    #expect(!events.isEmpty)
                    #expect(events.allSatisfy { !$0.key(channel).text.isEmpty })
                    #expect(channel.answer(exchange, .reply("Hi", ends: false)).status == 200)
                case .rejected(let rejection):
                    #expect(rejection.answer.status == 200 ? channel.kind == .ussd : rejection.answer.status >= 400)
                }
            }
        }
    }

    @Test func `no answer of a provider brings sending down`() throws {
        var generator = SplitMix64(seed: 11)
        for name in ShippedAdapters.names {
            let channel = try ShippedAdapters.channel(name)
            for _ in 0..<300 {
                let body = Self.bytes(&generator)
                let outcome = channel.outcome(
                    of: Int.random(in: 100...599, using: &generator), headers: [], body: body, at: .test)
                #expect(JSON.read(JSON.write(outcome.json)) != nil)
            }
        }
    }
}
