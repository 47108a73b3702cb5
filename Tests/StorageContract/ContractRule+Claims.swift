import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let claims = [
        ContractRule("a code is found by its digest until it is used or too old, the newest three of a person") {
            open in
            let store = try open()
            for (number, name) in ["a", "b", "c", "d"].enumerated() {
                try await store.offer(name, to: 1, until: 5_000 + Int64(number))
            }
            #expect(try await store.owner(of: "a") == .nobody)
            for name in ["b", "c", "d"] {
                #expect(try await store.owner(of: name)?.person?.fields["name"] == .text("1"))
            }
            #expect(try await store.owner(of: "x") == .nobody)
            #expect(try await store.owner(of: "d", at: 5_003) == .nobody)
            try await store.claim("b", at: 2)
            #expect(try await store.owner(of: "b") == .nobody)
            #expect(try await store.owner(of: "c") != .nobody)
        },
        ContractRule("a claim brings the record and its history, and the old number is unverified") { open in
            let store = try open()
            try await store.offer("a", to: 1)
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            try await store.send("question", to: 2)
            try await store.claim("a", at: 2)
            #expect(try await store.snapshot(of: 2).person.fields == ["name": .text("1"), "also": .text("2")])
            #expect(try await store.snapshot(of: 1).address.standing == .unverified)
            let claim = try #require(try await store.claims(limit: 9).first)
            #expect(claim.isByCode && claim.undoneAt == nil)
            #expect(try await store.messages(to: claim.person, limit: 9).map(\.text) == ["moved", "question"])
            #expect(try await store.messages(to: claim.other, limit: 9).isEmpty)
            let sessions = try await store.recentSessions(limit: 9)
            #expect(sessions.allSatisfy { $0.person == claim.person })
            #expect(sessions.filter { $0.outcome == nil }.count == 1)
            #expect(try await open().snapshot(of: 2).person.fields["name"] == .text("1"))
        },
        ContractRule("a turn may end the codes that its record showed before, and shows one that is good") { open in
            let store = try open()
            for name in ["a", "b"] { try await store.offer(name, to: 1) }
            try await store.offer("other", to: 2)
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Sample.named("1", snapshot).turn
                turn.endsCodes = true
                var decision = Decision(turn: turn)
                decision.offer = CodeDraft(digest: Sample.key("c"), expiresAt: Sample.time(90_000))
                return decision
            }
            for (name, isGood) in [("a", false), ("b", false), ("c", true), ("other", true)] {
                #expect(try await (store.owner(of: name) != .nobody) == isGood, "\(name)")
            }
        },
        ContractRule("of two claims with one code the second finds nobody") { open in
            let store = try open()
            try await store.offer("a", to: 1)
            for number in 2...3 {
                _ = try await store.advance(Sample.arrival(number)) { Sample.named("\(number)", $0) }
            }
            async let first: Void = store.claim("a", at: 2)
            async let second: Void = store.claim("a", at: 3)
            _ = try await (first, second)
            let names = try await [store.snapshot(of: 2), store.snapshot(of: 3)].map(\.person.fields["name"])
            #expect(names.filter { $0 == .text("1") }.count == 1)
            #expect(try await store.claims(limit: 9).count == 1)
        },
        ContractRule("an undone claim leaves both records, their histories and numbers as they were") { open in
            let store = try open()
            try await store.offer("a", to: 1)
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            try await store.send("question", to: 2)
            let before = try await [store.snapshot(of: 1), store.snapshot(of: 2)].map(\.person)
            try await store.claim("a", at: 2)
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("changed since", $0) }
            let claim = try #require(try await store.claims(limit: 9).first)
            #expect(try await store.undoClaim(claim.id, at: Sample.time(9_000)) == .done)
            #expect(try await [store.snapshot(of: 1), store.snapshot(of: 2)].map(\.person) == before)
            #expect(try await store.snapshot(of: 1).address.standing == .verified)
            #expect(try await store.messages(to: claim.other, limit: 9).map(\.text) == ["question"])
            #expect(try await store.claims(limit: 9).first?.undoneAt == Sample.time(9_000))
            #expect(try await store.undoClaim(claim.id, at: Sample.time(9_000)) == .unknown)
        },
        ContractRule("a claim is undone within 30 days, and not before a later one of the same record") { open in
            let store = try open()
            for name in ["a", "b"] { try await store.offer(name, to: 1) }
            for number in 2...3 {
                _ = try await store.advance(Sample.arrival(number)) { Sample.named("\(number)", $0) }
            }
            try await store.claim("a", at: 2)
            try await store.claim("b", at: 3)
            let claims = try await store.claims(limit: 9).map(\.id)
            #expect(try await store.undoClaim(claims[1], at: Sample.time(9_000)) == .overtaken)
            #expect(try await store.undoClaim(claims[0], at: Sample.time(9_000)) == .done)
            let late = Sample.time(1_000) + 30 * 86_400 + 1
            #expect(try await store.undoClaim(claims[1], at: late) == .late)
            #expect(try await store.undoClaim(claims[1], at: Sample.time(9_000)) == .done)
            #expect(try await store.snapshot(of: 2).person.fields["name"] == .text("2"))
        },
        ContractRule("a turn that changes nothing in a session leaves it on the number it is led on") { open in
            let store = try open()
            try await store.offer("a", to: 1)
            try await store.claim("a", at: 2)
            _ = try await store.advance(Sample.arrival(2)) { Sample.next($0) }
            let session = try #require(try await store.recentSessions(limit: 9).first { $0.outcome == nil }).id
            let line = try await store.snapshot(of: session)?.line
            // Whoever has the old number stands before a closed gate.
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Turn(snapshot, session: snapshot.session)
                turn.address = AddressState(standing: .unverified, gate: Gate())
                return Decision(turn: turn)
            }
            #expect(try await store.snapshot(of: session)?.line == line)
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            #expect(try await store.snapshot(of: session)?.line != line)
        },
        ContractRule("who has or had a number is found, who came last first") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.named("first", $0) }
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Turn(Snapshot(person: Person(fields: ["name": .text("second")])), session: nil)
                turn.move = .newcomer
                return Decision(turn: turn)
            }
            let names = try await store.holders(of: 1).map { $0.person.fields["name"] }
            #expect(names == [.text("second"), .text("first")])
            #expect(try await store.holders(of: 2).isEmpty)
        },
        ContractRule("a decision that needs a PIN stretched keeps nothing") { open in
            let store = try open()
            let stretch = Stretch(pin: "7391", salts: [[1, 2, 3]])
            let settlement = try await store.advance(Sample.arrival(1, key: "a")) { snapshot in
                var decision = Sample.next(snapshot)
                decision.stretch = stretch
                return decision
            }
            #expect(settlement.stretch == stretch)
            #expect(try await store.counts() == StoreCounts())
            #expect(try await !store.advance(Sample.arrival(1, key: "a")) { Sample.next($0) }.isRepeat)
        },
        ContractRule("a wrong PIN is counted with the record that it was for") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var decision = Sample.named("1", snapshot).turn
                decision.person.pin = PIN(salt: [1], hash: [2])
                return Decision(turn: decision)
            }
            let holder = try #require(try await store.holders(of: 1).first)
            _ = try await store.advance(Sample.arrival(2)) { snapshot in
                var turn = Sample.named("2", snapshot).turn
                var person = holder.person
                person.pin?.attempts.wrong = 1
                turn.mistakes = [Mistake(holder: holder.id, person: person)]
                return Decision(turn: turn)
            }
            #expect(try await store.snapshot(of: 1).person.pin?.attempts.wrong == 1)
            #expect(try await store.snapshot(of: 2).person.pin == nil)
        },
        ContractRule("no transcript keeps a secret that was shown") { open in
            let store = try open()
            try await store.offer("04239-56175", to: 1)
            let session = try #require(try await store.recentSessions(limit: 1).first)
            #expect(try await store.transcript(of: session.id).map(\.reply) == ["Your code: …"])
        },
    ]
}

extension Sample {
    /// One more turn of someone with a name.
    static func named(_ name: String, _ snapshot: Snapshot) -> Decision {
        var turn = next(snapshot).turn
        turn.person.fields["name"] = .text(name)
        return Decision(turn: turn)
    }
}

extension Findings.Code {
    fileprivate var person: Person? {
        if case .of(let holder, _) = self { holder.person } else { nil }
    }
}

extension Store {
    /// A turn that shows a person, named by her number, a code.
    func offer(_ name: String, to number: Int, until: Int64 = 9_000) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Sample.named("\(number)", snapshot).turn
            turn.reply = Reply(text: "Your code: \(name)", ends: false)
            turn.secrets = [name]
            var decision = Decision(turn: turn)
            decision.offer = CodeDraft(digest: Sample.key(name), expiresAt: Sample.time(until))
            return decision
        }
    }

    /// Brings the record of a code to a number; a code of nobody changes nothing.
    func claim(_ name: String, at number: Int) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Turn(person: snapshot.person, session: snapshot.session)
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
            var decision = Decision(turn: turn)
            decision.notice = OutboxDraft(channel: "sms", text: "moved")
            return decision
        }
    }

    func owner(of name: String, at: Int64 = 1_000) async throws -> Findings.Code? {
        try await findings(of: .code(Sample.key(name)), at: at).code
    }

    func holders(of number: Int) async throws -> [Holder] {
        try await findings(of: .holders(Sample.address(number).fingerprint), at: 1_000).holders ?? []
    }

    /// What the store answers to a turn that leaves everything as it is.
    private func findings(of lookup: Lookup, at: Int64) async throws -> Findings {
        let seen = Seen<Findings>()
        _ = try await advance(Sample.arrival(99, at: at)) { snapshot in
            var decision = Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            if let findings = snapshot.findings { seen.put(findings) } else { decision.lookup = lookup }
            return decision
        }
        return try #require(seen.all.last)
    }
}
