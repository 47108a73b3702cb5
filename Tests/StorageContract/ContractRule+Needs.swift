import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    /// 2026-05-02 and 2026-06-01 by UTC, in milliseconds.
    private static let may: Int64 = 1_777_680_000_000
    private static let june: Int64 = 1_780_272_000_000

    static let needs = [
        ContractRule("a conversation is counted when it ends, in the month, the flow, the language and the place") {
            open in
            let store = try open()
            try await store.begin(1, at: may, flow: "wages", language: "sw")
            #expect(try await store.needs(in: "2026-05") == [])
            for _ in 1...2 { try await store.finish(1, .expired, in: "440300", at: may) }
            try await store.begin(2, at: may, flow: "wages", language: "sw", outcome: .finished)
            try await store.begin(3, at: june, flow: "school", outcome: .finished)
            #expect(
                try await store.needs(in: "2026-05") == [
                    NeedCount(flow: "wages", place: "", language: "sw", outcome: .finished, total: 1),
                    NeedCount(flow: "wages", place: "440300", language: "sw", outcome: .expired, total: 1),
                ])
            #expect(
                try await store.needsByMonth(from: "2026-05") == [
                    MonthCount(month: "2026-05", flow: "wages", total: 2),
                    MonthCount(month: "2026-06", flow: "school", total: 1),
                ])
            #expect(try await store.needsByMonth(from: "2026-06").map(\.total) == [1])
        },
        ContractRule("conversations that end alike are one count, also where one begins anew over another") { open in
            let store = try open()
            for person in 1...3 { try await store.begin(person, at: may, flow: "wages", outcome: .finished) }
            try await store.begin(4, at: may, flow: "wages")
            try await store.begin(4, at: may, flow: "school")
            let needs = try await store.needs(in: "2026-05")
            #expect(needs.map(\.total) == [3, 1])
            #expect(needs.map(\.outcome) == [.finished, .restarted])
        },
        ContractRule("messages are counted when they are sent or given up, and anew with what is heard of them") {
            open in
            let store = try open()
            let first = try await store.sent(1, segments: 2, as: "p1", at: may)
            try await store.sent(2, segments: 1, as: "p2", at: may)
            #expect(try await store.told("2026-05") == ["sms sent 2 3"])
            try await store.heard(.delivered, of: "p1", at: june)
            #expect(try await store.told("2026-05") == ["sms delivered 1 2", "sms sent 1 1"])
            try await store.heard(.undelivered, of: "p2", at: june)
            #expect(try await store.told("2026-05") == ["sms delivered 1 2", "sms lost 1 1"])
            #expect(try await store.told("2026-06") == [])
            try await store.settle(first, .sent, at: june)
            #expect(try await store.told("2026-06") == [])
        },
        ContractRule("a message that goes once more is counted only where it went at last") { open in
            let store = try open()
            try await store.write(1, segments: 1, at: may)
            let row = try #require(try await store.claim(at: may).first)
            #expect(try await store.told("2026-05") == [])
            try await store.settle(row, .dead(.refused(code: "7")), at: may)
            #expect(try await store.told("2026-05") == ["sms dead 1 1"])
            let moment = Timestamp(milliseconds: june)
            _ = try await store.reviveDeadLetters([row.id], at: moment, expiresAt: moment + 60)
            #expect(try await store.told("2026-05") == [])
            try await store.settle(try #require(try await store.claim(at: june).first), .sent, at: june)
            #expect(try await store.told("2026-06") == ["sms sent 1 1"])
        },
    ]
}

extension Store {
    /// Writes a message to a person.
    fileprivate func write(_ person: Int, segments: Int, at: Int64) async throws {
        _ = try await advance(Sample.arrival(person, at: at)) { snapshot in
            Decision(
                turn: Sample.next(snapshot, at: at).turn,
                outgoing: [OutboxDraft(channel: "sms", text: "x", segments: segments)])
        }
    }

    /// Writes a message that a provider takes.
    @discardableResult fileprivate func sent(
        _ person: Int, segments: Int, as providerID: String, at: Int64
    ) async throws -> OutboxRow {
        try await write(person, segments: segments, at: at)
        let row = try #require(try await claim(at: at).first)
        try await settle(row, .sent, accepted: 1, parts: [AcceptedPart(number: 1, providerID: providerID)], at: at)
        return row
    }

    fileprivate func heard(_ status: DeliveryStatus, of providerID: String, at: Int64) async throws {
        _ = try await recordReport(
            DeliveryReport(
                channel: "sms", reference: nil, providerID: providerID, status: status, code: nil, at: Sample.time(at)))
    }

    /// The counts of a month in words.
    fileprivate func told(_ month: String) async throws -> [String] {
        try await messageCounts(in: month).map { "\($0.channel) \($0.state.rawValue) \($0.total) \($0.segments)" }
    }
}

extension Store {
    /// Ends a person's conversation, if there is one.
    fileprivate func finish(_ person: Int, _ outcome: Outcome, in place: String, at: Int64) async throws {
        _ = try await advance(Sample.arrival(person, at: at)) { snapshot in
            guard snapshot.session != nil else { return Decision(turn: Turn(person: snapshot.person, session: nil)) }
            var turn = Turn(person: snapshot.person, session: nil)
            turn.outcome = outcome
            var decision = Decision(turn: turn)
            decision.place = place
            return decision
        }
    }
}
