import Conversation
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
                try await store.endings(in: "2026-05", by: .expired) == [
                    EndingCount(flow: "wages", step: "wages#ask", total: 1)
                ])
            #expect(try await store.endings(in: "2026-06", by: .expired) == [])
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
    ]
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
