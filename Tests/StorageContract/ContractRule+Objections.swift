import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let objections = [
        ContractRule("a number that was surely hers alone is asked about a claim, any other is told") { open in
            let store = try open()
            let states = [
                AddressState(heardAt: Sample.time(900)), AddressState(), AddressState(heardAt: Sample.time(100)),
                AddressState(standing: .unverified, heardAt: Sample.time(900)),
                AddressState(heardAt: Sample.time(900), isShared: true),
            ]
            for (number, state) in states.enumerated() {
                _ = try await store.advance(Sample.arrival(number + 1)) { Sample.turning(to: state, $0) }
                try await store.offer("code \(number)", to: number + 1)
                _ = try await store.advance(Sample.arrival(number + 11)) { Sample.named("new", $0) }
                try await store.claim("code \(number)", asking: 5_000, at: number + 11)
                let isAsked = number < 2
                let until = isAsked ? Sample.time(5_000) : nil
                #expect(try await store.snapshot(of: number + 1).address.objectionUntil == until)
                #expect(try await open().snapshot(of: number + 11).address.objectionUntil == nil)
                let person = try #require(try await store.claims(limit: 1).first?.person)
                let texts = try await store.messages(to: person, limit: 9).map(\.text)
                #expect(texts == [isAsked ? "was it you?" : "moved"], "\(number)")
            }
        },
        ContractRule("a number that objects has the record back for nobody: codes end, the PIN waits") { open in
            let store = try open()
            try await store.protect(1)
            for name in ["a", "b"] { try await store.offer(name, to: 1) }
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            try await store.claim("a", asking: 5_000, at: 2)
            try await store.object(at: 1)
            for store in [store, try open()] {
                #expect(try await store.snapshot(of: 2).person.fields == ["name": .text("2")])
                let old = try await store.snapshot(of: 1)
                #expect(old.person.fields["name"] == .text("1") && old.person.fields["also"] == nil)
                #expect(old.address.standing == .unverified && old.address.objectionUntil == nil)
                #expect(old.person.pin?.attempts == Attempts(locks: 1, lockedUntil: Sample.time(90_000)))
                #expect(try await store.claims(limit: 9).first?.undoneAt == Sample.time(2_000))
            }
            #expect(try await store.owner(of: "b") == .nobody)
            let opened = try #require(try await store.openCases(limit: 9).first)
            #expect(opened.topic == Objection.topic && opened.session == nil)
        },
        ContractRule("an objection takes back whatever was brought after the claim to the same records or phone") {
            open in
            let store = try open()
            for (number, name) in [(1, "hers"), (3, "his"), (5, "another")] { try await store.offer(name, to: number) }
            for number in [2, 4] {
                _ = try await store.advance(Sample.arrival(number)) { Sample.named("\(number)", $0) }
            }
            try await store.claim("hers", asking: 5_000, at: 2)
            try await store.claim("his", asking: 5_000, at: 2)  // hers is part of his now
            try await store.claim("another", asking: 5_000, at: 4)
            try await store.object(at: 1)
            #expect(try await store.claims(limit: 9).map { $0.undoneAt == nil } == [true, false, false])
            #expect(try await store.snapshot(of: 2).person.fields == ["name": .text("2")])
            #expect(try await store.snapshot(of: 3).person.fields == ["name": .text("3")])
            #expect(try await store.snapshot(of: 4).person.fields["name"] == .text("5"))
        },
        ContractRule("the first phone objects to all claims that it was asked about, the second to the last alone") {
            open in
            let store = try open()
            for (objecting, standing) in [(1, [false, false]), (2, [false, true])] {
                let (first, second, third) = (objecting * 10, objecting * 10 + 1, objecting * 10 + 2)
                for name in ["a", "b"] { try await store.offer("\(name)\(objecting)", to: first) }
                for number in [second, third] {
                    _ = try await store.advance(Sample.arrival(number)) { Sample.named("\(number)", $0) }
                }
                try await store.claim("a\(objecting)", asking: 5_000, at: second)
                try await store.claim("b\(objecting)", asking: 6_000, at: third)
                for number in [first, second] {
                    #expect(try await store.snapshot(of: number).address.objectionUntil == Sample.time(6_000))
                }
                try await store.object(at: objecting == 1 ? first : second)
                #expect(try await store.claims(limit: 2).map { $0.undoneAt == nil } == standing)
            }
        },
    ]
}

extension Store {
    /// Brings the record of a code to a number, whose other numbers may object until a moment.
    fileprivate func claim(_ name: String, asking until: Int64, at number: Int) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Turn(person: snapshot.person, session: nil)
            guard let code = snapshot.findings?.code else {
                var decision = Decision(turn: turn)
                decision.lookup = .code(Sample.key(name))
                return decision
            }
            if case .of(let holder, let id) = code {
                turn.person = holder.person
                turn.person.fields["also"] = snapshot.person.fields["name"]
                turn.move = .claim(Claim(holder: holder.id, code: id))
            }
            let objection = Objection(
                question: "was it you?", at: Sample.time(1_000), until: Sample.time(until), heardAfter: Sample.time(500)
            )
            turn.objection = objection
            var decision = Decision(turn: turn)
            decision.notice = OutboxDraft(channel: "sms", text: "moved")
            decision.objection = ObjectionDraft(
                objection, question: OutboxDraft(channel: "sms", text: objection.question))
            return decision
        }
    }

    /// A turn of someone who has a PIN.
    fileprivate func protect(_ number: Int) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Sample.named("\(number)", snapshot).turn
            turn.person.pin = PIN(salt: [1], hash: [2])
            return Decision(turn: turn)
        }
    }

    /// A number objects to the claims that it was asked about.
    fileprivate func object(at number: Int) async throws {
        _ = try await advance(Sample.arrival(number, at: 2_000)) { snapshot in
            var turn = Turn(person: snapshot.person, session: snapshot.session)
            var state = snapshot.address
            state.objectionUntil = nil
            turn.address = state
            turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: Objection.topic, note: "", step: "")]
            turn.frozenUntil = Sample.time(90_000)
            return Decision(turn: turn)
        }
    }
}
