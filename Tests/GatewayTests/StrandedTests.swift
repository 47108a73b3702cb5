import Conversation
import Delivery
import Expressions
import Storage
import Testing

@testable import Gateway

/// Messages of a channel that is gone from `channels.yaml`.
struct StrandedTests {
    @Test
    func `what waits for a channel that is gone is given up after a while, and goes by another one when staff say so`()
        async throws
    {
        let town = try await TalkingGateway("china") { $0.stranded = 600 }
        let began = town.clock.now
        try await town.leave("to the end", for: "old", expiresAt: nil)
        try await town.leave("short", for: "old", expiresAt: began + 60)
        try await town.leave("well", for: "sms", expiresAt: nil)
        var stranded = Stranded(town.gateway.parts)
        try await stranded.step()
        #expect(try await town.dead().isEmpty)
        #expect(try await town.gauge("stranded", of: "old") == "2")
        #expect(try await town.gauge("stranded", of: "sms") == "0")

        town.clock.move(to: began + 60)
        try await stranded.step()
        #expect(try await town.dead().map(\.id.rawValue) == [2])
        town.clock.move(to: began + 599)
        try await stranded.step()
        #expect(try await town.dead().count == 1)
        town.clock.move(to: began + 660)
        try await stranded.step()
        #expect(try await town.dead().map(\.deadReason) == ["no channel", "no channel"])
        #expect(try await town.gauge("stranded", of: "old") == "0")
        #expect(town.gateway.parts.counters.total(.dead, of: "old") == 2)

        #expect(try await town.gateway.messages.retryAll(of: "old") == 1)
        try await town.settle()
        let sent = try await town.gateway.messages.list(OutboxFilter(stage: .sent)).entries
        #expect(sent.map(\.id.rawValue) == [3, 1] && sent.allSatisfy { $0.channel == "sms" })
    }

    @Test func `a channel that comes back before finds its messages where they were`() async throws {
        let town = try await TalkingGateway("china")
        try await town.leave("hello", for: "sms", expiresAt: nil)
        town.clock.move(to: town.clock.now + 7_200)
        var stranded = Stranded(town.gateway.parts)
        try await stranded.step()
        try await town.settle()
        #expect(try await town.gateway.messages.list(OutboxFilter(stage: .sent)).entries.count == 1)
    }

    @Test func `without any channel that sends SMS a message stays given up`() async throws {
        let town = try await TalkingGateway("china", without: "sms") { $0.stranded = 60 }
        try await town.leave("hello", for: "sms", expiresAt: nil)
        var stranded = Stranded(town.gateway.parts)
        town.clock.move(to: town.clock.now + 60)
        try await stranded.step()
        #expect(try await town.gateway.messages.retryAll(of: "sms") == nil)
        #expect(try await town.dead().map(\.deadReason) == ["no channel"])
    }
}

extension TalkingGateway {
    /// A message to somebody that waits for a channel.
    fileprivate func leave(_ text: String, for channel: String, expiresAt: Timestamp?) async throws {
        let address = AddressKey(fingerprint: Array("person \(text)".utf8), number: "+8613800134567")
        let arrival = Arrival(key: nil, subject: .address(address, channel: channel), at: clock.now)
        _ = try await store.advance(arrival) { snapshot in
            let draft = OutboxDraft(channel: channel, text: text, expiresAt: expiresAt)
            return Decision(turn: Turn(person: snapshot.person, session: snapshot.session), outgoing: [draft])
        }
    }

    fileprivate func dead() async throws -> [OutboxEntry] {
        try await gateway.messages.list(OutboxFilter(stage: .dead)).entries
    }

    /// A gauge of the outbox as `/metrics` tells it.
    fileprivate func gauge(_ name: String, of channel: String) async throws -> String? {
        let text = BacklogGauges.text(
            of: try await store.outboxBacklog(), channels: Set(gateway.parts.channels.keys), at: clock.now)
        let line = text.split(separator: "\n").first { $0.hasPrefix("waymark_outbox_\(name){channel=\"\(channel)\"}") }
        return line?.split(separator: " ").last.map(String.init)
    }
}
