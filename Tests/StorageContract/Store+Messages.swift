import Delivery
import Expressions
import Storage
import Testing

extension Store {
    /// A turn that sends messages, at 1 s.
    func send(_ texts: String..., to person: Int, by channel: String = "sms") async throws {
        _ = try await advance(Sample.arrival(person)) { snapshot in
            Decision(
                turn: Sample.next(snapshot).turn, outgoing: texts.map { OutboxDraft(channel: channel, text: $0) })
        }
    }

    func claim(at: Int64, rooms: [String: Int] = ["sms": 100], lease: Int64 = 60) async throws -> [OutboxRow] {
        try await claimOutbox(rooms: rooms, at: Sample.time(at), lease: lease)
    }

    func settle(
        _ row: OutboxRow, _ action: OutboxAction, accepted: Int = 0, parts: [AcceptedPart] = [], at: Int64 = 2_000
    ) async throws {
        try await settleOutbox([
            OutboxResult(id: row.id, action: action, accepted: accepted, parts: parts, at: Sample.time(at))
        ])
    }

    /// Lets messages that were given up go once more on their own channel.
    func reviveDeadLetters(_ ids: [OutboxID], at: Timestamp, expiresAt: Timestamp) async throws -> Int {
        try await reviveDeadLetters(ids, at: at, expiresAt: expiresAt) { own, _ in own }
    }

    /// Sends a message in one part, which the provider takes.
    func deliver(_ text: String, to person: Int, as providerID: String?) async throws -> OutboxRow {
        try await send(text, to: person)
        let row = try #require(try await claim(at: 1_000).first { $0.text == text })
        try await settle(row, .sent, accepted: 1, parts: [AcceptedPart(number: 1, providerID: providerID)])
        return row
    }

    /// The newest message to a person, who must be the store's first, second and so on.
    func message(to person: Int) async throws -> MessageSummary {
        try #require(try await messages(to: PersonID(rawValue: Int64(person)), limit: 1).first)
    }
}
