import Conversation
import Delivery
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Staff look at the outbox of a gateway with the shipped pack.
struct OutboxDeskTests {
    @Test func `all that a channel failed to send goes once more, but nothing that is too late or unwanted`()
        async throws
    {
        let town = try await TalkingGateway("china")
        let now = town.clock.now
        try await town.give(up: .exhausted(code: "503"), as: 1, expiresAt: now + 3_600)
        try await town.give(up: .refused(code: nil), as: 2, expiresAt: nil)
        try await town.give(up: .exhausted(code: "503"), as: 3, expiresAt: now + 60)
        try await town.give(up: .optedOut, as: 4, expiresAt: nil)
        try await town.give(up: .looping, as: 5, expiresAt: nil)
        town.clock.move(to: now + 120)
        let desk = town.gateway.messages
        #expect(try await desk.retryAll(of: "sms") == 2)
        #expect(try await desk.retryAll(of: "sms") == 0)
        #expect(try await desk.retryAll(of: "other") == 0)
        let waiting = try await desk.list(OutboxFilter(stage: .waiting))
        #expect(waiting.entries.map(\.id.rawValue) == [2, 1])
        try await town.settle()
        #expect(try await desk.list(OutboxFilter(stage: .sent)).entries.map(\.id.rawValue) == [2, 1])
        #expect(try await desk.retry([1, 3].map(OutboxID.init(rawValue:))) == 1)
    }

    @Test func `channels are listed with what waits, what went and how they are`() async throws {
        let town = try await TalkingGateway("china")
        try await town.give(up: .exhausted(code: "503"), as: 1, expiresAt: nil)
        let fields = ["id": "1", "from": "+8613800134567", "to": "10000", "text": "hello"]
        _ = try await town.post(fields, to: "sms", route: "receive")
        try await town.settle()
        let reports = try await town.gateway.messages.channels()
        #expect(reports.map(\.name) == ["sms", "ussd"])
        let sms = reports[0]
        #expect((sms.waiting, sms.dead, sms.sent, sms.isSetUp) == (0, 1, 1, true))
        #expect(sms.health == ChannelHealth(.ok, nil))
        #expect((sms.takenAt, sms.heardAt, sms.failure) == (town.clock.now, town.clock.now, nil))
        #expect(reports[1].heardAt == nil)
    }

    @Test func `a message that waits too long takes its channel down`() async throws {
        let town = try await TalkingGateway("china")
        let fields = ["id": "1", "from": "+8613800134567", "to": "10000", "text": "hello"]
        _ = try await town.post(fields, to: "sms", route: "receive")
        town.clock.move(to: town.clock.now + 901)
        let sms = try #require(try await town.gateway.messages.channels().first)
        #expect(sms.health == ChannelHealth(.down, .late(seconds: 901)))
        #expect((sms.waiting, sms.retrying) == (1, 0))
    }
}

extension TalkingGateway {
    /// A message to a person of her own that was given up.
    fileprivate func give(up reason: DeadReason, as person: Int, expiresAt: Timestamp?) async throws {
        let address = AddressKey(fingerprint: Array("person \(person)".utf8), number: "+861380013456\(person)")
        let arrival = Arrival(key: nil, subject: .address(address, channel: "sms"), at: clock.now)
        _ = try await store.advance(arrival) { snapshot in
            let draft = OutboxDraft(channel: "sms", text: "hello \(person)", expiresAt: expiresAt)
            return Decision(turn: Turn(person: snapshot.person, session: snapshot.session), outgoing: [draft])
        }
        for row in try await store.claimOutbox(rooms: ["sms": 9], at: clock.now, lease: 60) {
            try await store.settleOutbox([OutboxResult(id: row.id, action: .dead(reason), at: clock.now)])
        }
    }
}
