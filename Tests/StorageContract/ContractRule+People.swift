import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    /// Everything of one person.
    static let people = [
        ContractRule("what is kept of a person is given with her numbers, codes, cases and what is to come") { open in
            let store = try open()
            try await store.offer("a", to: 1, until: 9_000)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { snapshot in
                var turn = Sample.named("Li", snapshot).turn
                turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "help", note: "call her", step: "main#h")]
                turn.reminders = [Reminder(step: "news#start", at: Sample.time(8_000))]
                return Decision(turn: turn, reminderChannel: "sms")
            }
            let session = try #require(try await store.recentSessions(limit: 1).first)
            for store in [store, try open()] {
                let holdings = try #require(try await store.holdings(of: session.person))
                #expect(holdings.record.fields["name"] == .text("Li"))
                #expect(holdings.numbers.map(\.number) == [Sample.address(1).number])
                #expect(holdings.numbers.map(\.standing) == [.verified])
                #expect(holdings.codes.map(\.expiresAt) == [Sample.time(9_000)])
                #expect(holdings.codes.map(\.usedAt) == [nil])
                #expect(holdings.cases.map(\.note) == ["call her"])
                #expect(holdings.reminders.map(\.step) == ["news#start"])
                #expect(holdings.live != nil && holdings.guestUntil == nil)
            }
        },
        ContractRule("a number that went to somebody else tells nothing of him, and a claim is told on both sides") {
            open in
            let store = try open()
            try await store.offer("a", to: 1)
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            try await store.claim("a", at: 2)
            let claim = try #require(try await store.claims(limit: 9).first)
            let came = try #require(try await store.holdings(of: claim.person))
            #expect(came.numbers.map(\.standing) == [.unverified, .verified])
            #expect(came.claims.map(\.id) == [claim.id])
            #expect(came.codes.map { $0.usedAt != nil } == [true])
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { snapshot in
                var turn = Turn(Snapshot(person: Person(fields: ["name": .text("stranger")])), session: nil)
                turn.move = .newcomer
                return Decision(turn: turn)
            }
            let later = try #require(try await store.holdings(of: claim.person))
            let old = try #require(later.numbers.first)
            #expect(old.leftAt == Sample.time(3_000) && old.standing == nil && old.heardAt == nil)
            let begun = try #require(try await store.holdings(of: claim.other))
            #expect(begun.claims.map(\.id) == [claim.id] && begun.numbers.allSatisfy { $0.leftAt != nil })
        },
        ContractRule("how much is kept of somebody is counted for a turn that needs it") { open in
            let store = try open()
            try await store.offer("a", to: 1, until: 9_000)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { snapshot in
                var turn = Sample.named("Li", snapshot).turn
                turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "help", note: "", step: "main#h")]
                turn.reminders = [Reminder(step: "news#start", at: Sample.time(8_000))]
                return Decision(turn: turn, reminderChannel: "sms")
            }
            let person = try #require(try await store.recentSessions(limit: 1).first).person
            var counts = RecordCounts(since: Sample.time(1_000), numbers: 1, conversations: 1, cases: 1, reminders: 1)
            #expect(try await store.counts(of: person.rawValue, at: 9_000) == counts)
            counts.codes = 1
            #expect(try await store.counts(of: person.rawValue, at: 8_999) == counts)
            #expect(try await store.counts(of: 99, at: 2_000) == RecordCounts())
        },
        ContractRule("nothing is kept of who is not known, was erased, or is nobody") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.named("1", $0) }
            let person = try #require(try await store.recentSessions(limit: 1).first).person
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            for id in [person, PersonID(rawValue: 0), PersonID(rawValue: 99)] {
                #expect(try await store.holdings(of: id) == nil)
            }
        },
    ]
}

extension Store {
    /// What the store answers to a turn of somebody else that asks how much is kept of a person.
    fileprivate func counts(of person: Int64, at: Int64) async throws -> RecordCounts? {
        let seen = Seen<RecordCounts>()
        _ = try await advance(Sample.arrival(99, at: at)) { snapshot in
            var decision = Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            if let counts = snapshot.findings?.counts {
                seen.put(counts)
            } else {
                decision.lookup = .counts(of: person)
            }
            return decision
        }
        return seen.all.last
    }
}
