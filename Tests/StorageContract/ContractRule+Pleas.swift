import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let pleas = [
        ContractRule("an approved plea brings the record, closes its case and tells her and the old number") { open in
            let store = try open()
            try await store.live(at: 1, in: "Shenzhen")
            try await store.plead(for: 1, at: 2)
            for store in [store, try open()] {
                let plea = try #require(try await store.waitingPleas(limit: 9).first)
                #expect(plea.records.count == 1 && plea.records.first != plea.person)
            }
            let plea = try #require(try await store.waitingPleas(limit: 9).first)
            #expect(try await store.approve(plea.id) == .done)
            #expect(try await store.snapshot(of: 2).person.fields["city"] == .text("Shenzhen"))
            #expect(try await store.snapshot(of: 1).address.standing == .unverified)
            #expect(try await store.openCases(limit: 9).isEmpty)
            let told = try await store.messages(to: try #require(plea.records.first), limit: 9)
            #expect(Set(told.map(\.text)) == ["done", "moved"])
            let claim = try #require(try await store.claims(limit: 9).first)
            #expect(claim.isByStaff && !claim.isByCode)
            #expect(try await store.approve(plea.id) == .unknown)
            #expect(try await store.undoClaim(claim.id, at: Sample.time(9_000)) == .done)
            #expect(try await store.snapshot(of: 2).person.fields["city"] == nil)
            #expect(try await store.snapshot(of: 1).person.fields["city"] == .text("Shenzhen"))
        },
        ContractRule("a refused plea changes nothing but that she is told") { open in
            let store = try open()
            try await store.live(at: 1, in: "Shenzhen")
            try await store.plead(for: 1, at: 2)
            let plea = try #require(try await store.waitingPleas(limit: 9).first)
            let outcome = try await store.refusePlea(plea.id, at: Sample.time(3_000)) { record, _ in
                PleaDecision(merged: record, word: OutboxDraft(channel: "sms", text: "no"), notice: nil)
            }
            #expect(outcome == .done)
            #expect(try await store.waitingPleas(limit: 9).isEmpty)
            #expect(try await store.openCases(limit: 9).isEmpty)
            #expect(try await store.snapshot(of: 2).person.fields["city"] == nil)
            #expect(try await store.snapshot(of: 1).address.standing == .verified)
            #expect(try await store.claim(at: 3_000).map(\.text) == ["no"])
        },
        ContractRule("where several people had the number staff say whose record it is") { open in
            let store = try open()
            try await store.live(at: 1, in: "Shenzhen")
            _ = try await store.advance(Sample.arrival(1)) { _ in
                var turn = Turn(person: Person(fields: ["city": .text("Wuhan")]), session: nil)
                turn.move = .newcomer
                turn.address = AddressState()
                return Decision(turn: turn)
            }
            try await store.plead(for: 1, at: 2)
            let plea = try #require(try await store.waitingPleas(limit: 9).first)
            #expect(plea.records.count == 2)
            #expect(try await store.approve(plea.id) == .several)
            #expect(try await store.approve(plea.id, record: plea.person) == .missing)
            #expect(try await store.approve(plea.id, record: plea.records.last) == .done)
            #expect(try await store.snapshot(of: 2).person.fields["city"] == .text("Shenzhen"))
            #expect(try await store.snapshot(of: 1).person.fields["city"] == .text("Wuhan"))
        },
        ContractRule("the record of somebody else on her phone is none that staff can bring") { open in
            let store = try open()
            try await store.live(at: 1, in: "Shenzhen")
            _ = try await store.advance(Sample.arrival(1)) { _ in
                var turn = Turn(person: Person(fields: ["city": .text("Wuhan")]), session: nil)
                turn.move = .sharer
                turn.address = AddressState(isShared: true)
                return Decision(turn: turn)
            }
            try await store.plead(for: 1, at: 1)
            let plea = try #require(try await store.waitingPleas(limit: 9).first)
            #expect(plea.records.isEmpty)
            #expect(try await store.approve(plea.id) == .missing)
            #expect(try await store.snapshot(of: 1).person.fields["city"] == .text("Wuhan"))
        },
        ContractRule("a plea for a number that nobody had cannot be approved, and it is one at a time") { open in
            let store = try open()
            try await store.plead(for: 7, at: 2)
            let plea = try #require(try await store.waitingPleas(limit: 9).first)
            #expect(plea.records.isEmpty)
            #expect(try await store.approve(plea.id) == .missing)
            let seen = Seen<Bool>()
            _ = try await store.advance(Sample.arrival(2)) { snapshot in
                var decision = Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
                decision.lookup = snapshot.findings == nil ? snapshot.holder.map { .plea(of: $0) } : nil
                snapshot.findings?.isWaiting.map(seen.put)
                return decision
            }
            #expect(seen.all.last == true)
        },
        ContractRule("a plea of someone who brought her record herself meanwhile cannot be approved") { open in
            let store = try open()
            try await store.live(at: 1, in: "Shenzhen")
            try await store.plead(for: 1, at: 2)
            let plea = try #require(try await store.waitingPleas(limit: 9).first)
            let holder = try #require(try await store.snapshot(of: 1).holder)
            _ = try await store.advance(Sample.arrival(2)) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                turn.move = .claim(Claim(holder: holder, code: nil))
                return Decision(turn: turn)
            }
            #expect(try await store.approve(plea.id) == .overtaken)
        },
    ]
}

extension Store {
    /// A turn of someone with a city.
    fileprivate func live(at number: Int, in city: String) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Sample.next(snapshot).turn
            turn.person.fields["city"] = .text(city)
            return Decision(turn: turn)
        }
    }

    /// A turn by which somebody asks staff for the record of another number.
    fileprivate func plead(for old: Int, at number: Int) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Sample.next(snapshot).turn
            turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "record", note: "", step: "main#menu")]
            var decision = Decision(turn: turn)
            decision.plea = PleaDraft(
                fingerprint: Sample.address(old).fingerprint, caseNumber: snapshot.caseNumber)
            return decision
        }
    }

    fileprivate func approve(_ id: PleaID, record: PersonID? = nil) async throws -> PleaOutcome {
        try await approvePlea(id, record: record, at: Sample.time(3_000)) { record, begun in
            PleaDecision(
                merged: record?.merging(begun), word: OutboxDraft(channel: "sms", text: "done"),
                notice: OutboxDraft(channel: "sms", text: "moved"))
        }
    }
}
