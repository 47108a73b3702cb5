import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let sharing = [
        ContractRule("several people of one number keep their records and conversations apart") { open in
            let store = try open()
            try await store.share(1)
            let first = try #require(try await store.snapshot(of: 1).holder)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.joining($0) }
            let joined = try await store.snapshot(of: 1)
            #expect(joined.person == Person(language: "sw"))
            #expect(joined.sharers == [first, try #require(joined.holder)])
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { Sample.choosing(first, $0) }
            for store in [store, try open()] {
                let chosen = try await store.snapshot(of: 1)
                #expect(chosen.holder == first && chosen.person.fields["city"] == .text("Shenzhen"))
                #expect(Sample.turns(in: chosen.session) == 2)
                #expect(chosen.sharers == joined.sharers)
            }
            #expect(try await store.recentSessions(limit: 9).allSatisfy { $0.outcome == nil })
        },
        ContractRule("a turn finds the record and the conversation of another of the people") { open in
            let store = try open()
            try await store.share(1)
            let first = try #require(try await store.snapshot(of: 1).holder)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.joining($0) }
            let seen = Seen<Sharer>()
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { snapshot in
                var decision = Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
                decision.lookup = snapshot.findings == nil ? .sharer(first) : nil
                snapshot.findings?.sharer.map(seen.put)
                return decision
            }
            #expect(seen.all.last?.holder.person.fields["city"] == .text("Shenzhen"))
            #expect(Sample.turns(in: seen.all.last?.session) == 1)
        },
        ContractRule("a reminder finds the one it is for, whoever has the shared number at the moment") { open in
            let store = try open()
            try await store.share(1, reminding: "news#start")
            let first = try #require(try await store.snapshot(of: 1).holder)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.joining($0) }
            let row = try #require(try await store.dueReminders(at: Sample.time(5_000), limit: 9).first)
            let seen = Seen<Snapshot>()
            _ = try await store.advance(Arrival(key: nil, subject: .reminder(row.id), at: Sample.time(5_000))) {
                seen.put($0)
                var turn = Turn(person: $0.person, session: $0.session)
                turn.person.fields["reminded"] = .boolean(true)
                return Decision(turn: turn)
            }
            #expect(seen.all.last?.holder == first && seen.all.last?.isAway == true)
            #expect(try await store.snapshot(of: 1).person.fields["reminded"] == nil)
            _ = try await store.advance(Sample.arrival(1, at: 6_000)) { Sample.choosing(first, $0) }
            #expect(try await store.snapshot(of: 1).person.fields["city"] == .text("Shenzhen"))
        },
        ContractRule("STOP of one of the people gives up what waits for the others on that number") { open in
            let store = try open()
            try await store.share(1)
            try await store.send("news", to: 1)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.joining($0) }
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { snapshot in
                var turn = Turn(person: snapshot.person, session: snapshot.session)
                turn.person.isStopped = true
                turn.address = AddressState(isShared: true, isStopped: true)
                return Decision(turn: turn)
            }
            #expect(try await store.claim(at: 4_000).isEmpty)
            #expect(try await store.deadLetters(channel: nil, limit: 9).count == 1)
        },
        ContractRule("a newcomer on a shared number takes the place of all who were there") { open in
            let store = try open()
            try await store.share(1)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.joining($0) }
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { snapshot in
                var turn = Turn(person: Person(), session: nil)
                turn.move = .newcomer
                turn.address = AddressState()
                return Decision(turn: turn)
            }
            try await store.share(1)
            let snapshot = try await store.snapshot(of: 1)
            #expect(snapshot.sharers == [try #require(snapshot.holder)])
            let outcomes = try await store.recentSessions(limit: 9).map(\.outcome)
            #expect(outcomes.filter { $0 == .moved }.count == 2)
        },
    ]
}

extension Sample {
    /// A turn by which somebody new begins beside those who use a number.
    static func joining(_ snapshot: Snapshot) -> Decision {
        var turn = Turn(person: Person(language: "sw"), session: session())
        turn.isBeginning = true
        turn.move = .sharer
        turn.address = AddressState(isShared: true)
        return Decision(turn: turn)
    }

    /// One more turn of one of the people, who has the number from then on.
    static func choosing(_ person: Int64, _ snapshot: Snapshot) -> Decision {
        guard let sharer = snapshot.findings?.sharer else {
            var decision = Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            decision.lookup = .sharer(person)
            return decision
        }
        var turn = next(Snapshot(person: sharer.holder.person, session: sharer.session)).turn
        turn.move = .choice(person)
        turn.address = AddressState(isShared: true)
        return Decision(turn: turn)
    }
}

extension Store {
    /// A turn of someone with a city by which her number is shared.
    func share(_ number: Int, reminding step: String? = nil) async throws {
        _ = try await advance(Sample.arrival(number)) { snapshot in
            var turn = Sample.next(snapshot).turn
            turn.person.fields["city"] = .text("Shenzhen")
            turn.address = AddressState(isShared: true)
            turn.reminders = step.map { [Reminder(step: $0, at: Sample.time(4_000))] } ?? []
            return Decision(turn: turn, silenceAt: Sample.time(9_000), reminderChannel: "sms")
        }
    }
}
