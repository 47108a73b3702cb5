import Conversation
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// An objection on its whole way: the question by SMS, the 2, and what staff find.
struct ObjectionWayTests {
    private static let (old, new) = ("+8613800000770", "+8613900000770")

    @Test func `an old number is asked by SMS whether it was she, and its 2 reaches staff`() async throws {
        let town = try await TalkingGateway("china")
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        let shown = try await type(["1", "1", "7", "1"], on: Self.old, in: town)
        let code = try #require(shown.firstMatch(of: /[0-9]{5}-[0-9]{5}/)).0
        let brought = try await type(["1", "1", "7", "2", "1", String(code)], on: Self.new, in: town)
        #expect(brought.contains("Your record is now on this number."))
        try await town.settle()
        let question = try #require(sent(by: town).last)
        #expect(question.contains("reply 2 within 3 days") && question.contains(Self.old))

        town.clock.move(to: town.clock.now.adding(seconds: 36_000))
        let objection = ["id": "1", "from": Self.old, "to": "10000", "text": "2"]
        _ = try await town.post(objection, to: "sms", route: "receive")
        try await town.settle()
        let answer = try #require(sent(by: town).last)
        #expect(answer.contains("We will look into it.") && answer.contains(Self.old))
        #expect(!sent(by: town).contains { $0.contains(Self.old) && $0.contains(Self.new) })
        #expect(try await town.store.openCases(limit: 9).map(\.topic) == [Objection.topic])
        #expect(try await town.gateway.claims.list().map { $0.undoneAt != nil } == [true])
        await town.gateway.close()
    }

    /// Dials, types answers and hangs up. Returns the last screen.
    private func type(_ answers: [String], on number: String, in town: TalkingGateway) async throws -> String {
        let dialled = ["session": number, "from": number, "phase": "begin", "code": town.pack.settings.code]
        var screen = try await town.post(dialled.compactMapValues(\.self), to: "ussd", route: "session")
        for answer in answers {
            let hop = ["session": number, "from": number, "phase": "continue", "text": answer]
            screen = try await town.post(hop, to: "ussd", route: "session")
        }
        _ = try await town.post(
            ["session": number, "from": number, "phase": "end"], to: "ussd", route: "session")
        return screen
    }

    private func sent(by town: TalkingGateway) -> [String] {
        town.provider.requests.map { String(decoding: $0.body, as: UTF8.self) }
    }
}
