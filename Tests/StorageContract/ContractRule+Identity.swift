import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let identity = [
        ContractRule("what is known of a number is kept as the turn left it") { open in
            let store = try open()
            let gate = Gate(
                stage: .fact("city"), misses: 1, page: 2,
                attempts: Attempts(wrong: 1, locks: 3, lockedUntil: Sample.time(9_000)),
                dialogue: Dialogue(id: "d", typed: "1*2", mark: 7), isStopped: true, language: "en")
            let states = [
                AddressState(heardAt: Sample.time(1_000)),
                AddressState(standing: .unverified, heardAt: Sample.time(1_000), gate: gate),
                AddressState(standing: .released, heardAt: Sample.time(2_000), attempts: Attempts(wrong: 2)),
                AddressState(heardAt: Sample.time(2_000), blockedUntil: Sample.time(9_000)),
            ]
            for state in states {
                _ = try await store.advance(Sample.arrival(1)) { Sample.turning(to: state, $0) }
                #expect(try await store.snapshot(of: 1).address == state)
                #expect(try await open().snapshot(of: 1).address == state)
            }
            #expect(try await store.snapshot(of: 2).address == AddressState())
        },
        ContractRule("a newcomer knows nothing of who was there, whose record and transcript stay") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Sample.next(snapshot).turn
                turn.person.fields["city"] = .text("Shenzhen")
                return Decision(turn: turn, silenceAt: Sample.time(5_000))
            }
            let earlier = try #require(try await store.recentSessions(limit: 1).first)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.newcomer($0) }
            let snapshot = try await store.snapshot(of: 1)
            #expect(snapshot.person == Person(language: "en"))
            #expect(Sample.turns(in: snapshot.session) == 1)
            let sessions = try await store.recentSessions(limit: 9)
            #expect(sessions.map(\.outcome) == [nil, .moved])
            #expect(Set(sessions.map(\.person)).count == 2)
            #expect(try await store.transcript(of: earlier.id).count == 1)
            #expect(try await store.counts().persons == 2)
            #expect(try await open().snapshot(of: 1).person == Person(language: "en"))
            #expect(try await store.dueTimers(at: Sample.time(9_000), limit: 9).isEmpty)
        },
        ContractRule("a newcomer on one number leaves the conversation that is led on another of hers who was there") {
            open in
            let store = try open()
            try await store.offer("a", to: 1)
            _ = try await store.advance(Sample.arrival(2)) { Sample.next($0) }
            try await store.claim("a", at: 2)
            let session = try await store.snapshot(of: 2).session
            #expect(session != nil)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.newcomer($0) }
            #expect(try await store.snapshot(of: 2).session == session)
        },
        ContractRule("nothing that waited for who was there reaches a newcomer") { open in
            let store = try open()
            try await store.send("private", to: 1)
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Sample.next(snapshot).turn
                turn.reminders = [Reminder(step: "news#start", at: Sample.time(5_000))]
                return Decision(turn: turn, reminderChannel: "sms")
            }
            _ = try await store.advance(Sample.arrival(1)) { Sample.newcomer($0).sending("welcome") }
            #expect(try await store.claim(at: 1_000).map(\.text) == ["welcome"])
            let dead = try await store.deadLetters(channel: nil, limit: 9)
            #expect(dead.map(\.reason) == ["moved"])
            let ids = dead.map(\.id)
            let at = Sample.time(2_000)
            #expect(try await store.reviveDeadLetters(ids, at: at, expiresAt: Sample.time(9_000)) == 0)
            for row in try await store.dueReminders(at: Sample.time(5_000), limit: 9) {
                let arrival = Arrival(key: nil, subject: .reminder(row.id), at: Sample.time(5_000))
                #expect(try await store.advance(arrival) { Sample.next($0) }.isRepeat)
            }
            #expect(try await store.dueReminders(at: Sample.time(9_000), limit: 9).isEmpty)
        },
        ContractRule("an answer of another system to who was there reaches nobody") { open in
            let store = try open()
            let request = SystemRequest(number: 1, system: "jobs", path: "/", body: nil, within: 2, step: "main#ask")
            let draft = RequestDraft(request: request, channel: "sms", arrivalKey: nil, deadline: Sample.time(3_000))
            let settlement = try await store.advance(Sample.arrival(1)) { snapshot in
                Decision(turn: Sample.next(snapshot).turn, request: draft)
            }
            let row = try #require(settlement.request)
            _ = try await store.advance(Sample.arrival(1)) { Sample.newcomer($0) }
            let arrival = Arrival(key: nil, subject: .request(row.id), at: Sample.time(2_000))
            #expect(try await store.advance(arrival) { Sample.next($0).sending("private") }.isRepeat)
            #expect(try await store.counts().waitingMessages == 0)
        },
        ContractRule("what waits for a number that became unverified is given up") { open in
            let store = try open()
            let row = try await store.deliver("sent", to: 1, as: "p1")
            try await store.send("next", to: 1)
            let arrival = Arrival(key: nil, subject: .recipient(row.id), at: Sample.time(3_000))
            _ = try await store.advance(arrival) { Sample.turning(to: AddressState(standing: .unverified), $0) }
            #expect(try await store.snapshot(of: 1).address.standing == .unverified)
            #expect(try await store.claim(at: 9_000).isEmpty)
            #expect(try await store.deadLetters(channel: nil, limit: 9).map(\.reason) == ["unverified"])
        },
    ]
}

extension Sample {
    /// A turn that changes what is known of its number.
    static func turning(to state: AddressState, _ snapshot: Snapshot) -> Decision {
        var turn = Turn(person: snapshot.person, session: snapshot.session)
        turn.address = state
        return Decision(turn: turn)
    }

    /// A turn by which someone else has the number.
    static func newcomer(_ snapshot: Snapshot) -> Decision {
        var turn = Turn(Snapshot(person: Person(language: "en")), session: session())
        turn.isBeginning = true
        turn.move = .newcomer
        turn.address = AddressState(heardAt: time(2_000))
        return Decision(turn: turn)
    }
}
