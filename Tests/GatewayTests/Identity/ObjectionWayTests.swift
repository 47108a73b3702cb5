import Conversation
import Storage
import TestSupport
import Testing

@testable import Gateway

/// An objection on its whole way: the question by SMS, the 2, and what staff find.
struct ObjectionWayTests {
    @Test func `an old number is asked by SMS whether it was she, and its 2 reaches staff`() async throws {
        let town = try await TalkingGateway("china")
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        var player = TalkPlayer(town)
        let title = "an old number that says it was not she has the record back for nobody, and staff look into it"
        try await player.play(#require(TalkingGateway.talks(of: "china").first { $0.title == title }))
        let sent = town.provider.requests.map { String(decoding: $0.body, as: UTF8.self) }
        let question = try #require(sent.first { $0.contains("reply 2 within 3 days") })
        #expect(question.contains("13800000770"))
        #expect(sent.contains { $0.contains("We will look into it.") && $0.contains("13800000770") })
        #expect(!sent.contains { $0.contains("13900000770") })
        #expect(try await town.store.openCases(limit: 9).map(\.topic) == [Objection.topic])
        #expect(try await town.gateway.claims.list().map { $0.undoneAt != nil } == [true])
        await town.gateway.close()
    }
}
