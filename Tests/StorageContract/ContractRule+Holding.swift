import Conversation
import Expressions
import Sealing
import Storage
import Testing

extension ContractRule {
    /// SMS that are held while a USSD dialogue is open.
    static let holding = [
        ContractRule("an SMS that is held changes nothing but that it is counted, and its repeat is known") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            let before = try await store.snapshot(of: 1)
            let session = try #require(try await store.recentSessions(limit: 1).first)
            let settlement = try await store.hold("hello", of: 1, key: "a")
            #expect(settlement.isHeld && !settlement.isRepeat && settlement.answer == Array("taken".utf8))
            #expect(try await store.hold("hello", of: 1, key: "a").isRepeat)
            var after = try await store.snapshot(of: 1)
            #expect(after.held == 1)
            after.held = 0
            #expect(after == before)
            #expect(try await store.transcript(of: session.id).count == 1)
            #expect(try await store.snapshot(of: 2).held == 0)
        },
        ContractRule("an SMS that is held is due from its time on, also for the next who opens the store, and once") {
            open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            try await store.hold("hello", of: 1, at: 2_000, until: 5_000)
            #expect(try await store.dueHeld(at: Sample.time(4_999), limit: 9).isEmpty)
            await store.close()
            let again = try open()
            let row = try #require(try await again.dueHeld(at: Sample.time(5_000), limit: 9).first)
            #expect(row.channel == "sms")
            #expect(try await again.take(row.id, at: 4_999) == nil)
            #expect(try await again.take(row.id, at: 5_000) == HeldMessage(text: "hello", since: Sample.time(2_000)))
            #expect(try await again.take(row.id, at: 5_000) == nil)
            #expect(try await again.snapshot(of: 1).held == 0)
            #expect(Sample.turns(in: try await again.snapshot(of: 1).session) == 2)
        },
        ContractRule("of each person the oldest SMS is due first, and one that is held again keeps its place") { open in
            let store = try open()
            for person in 1...2 {
                _ = try await store.advance(Sample.arrival(person)) { Sample.next($0) }
                for text in ["first", "second"] { try await store.hold("\(text) of \(person)", of: person) }
            }
            var taken: [String] = []
            for at: Int64 in [5_000, 6_000, 7_000] {
                let due = try await store.dueHeld(at: Sample.time(at), limit: 9)
                #expect(due.count == 2)
                for row in due {
                    if at == 5_000 {
                        #expect(try await store.holdAgain(row.id, at: at, until: 6_000).isHeld)
                    } else {
                        taken.append(try #require(try await store.take(row.id, at: at)).text)
                    }
                }
                if at == 5_000 { #expect(try await store.dueHeld(at: Sample.time(5_999), limit: 9).isEmpty) }
            }
            #expect(taken.prefix(2).sorted() == ["first of 1", "first of 2"])
            #expect(taken.dropFirst(2).sorted() == ["second of 1", "second of 2"])
        },
        ContractRule("a turn that frees what is held makes it due, of its person alone") { open in
            let store = try open()
            for person in 1...2 {
                _ = try await store.advance(Sample.arrival(person)) { Sample.next($0) }
                try await store.hold("hello", of: person, until: 90_000)
            }
            let settlement = try await store.advance(Sample.arrival(1, at: 3_000)) { Sample.freeing($0) }
            #expect(settlement.hasFreed)
            let due = try await store.dueHeld(at: Sample.time(3_000), limit: 9)
            #expect(due.count == 1)
            #expect(try await store.take(try #require(due.first).id, at: 3_000) != nil)
            #expect(try await store.snapshot(of: 1).held == 0)
            #expect(try await store.snapshot(of: 2).held == 1)
            #expect(try await !store.advance(Sample.arrival(1, at: 4_000)) { Sample.freeing($0) }.hasFreed)
        },
        ContractRule("STOP drops what is held, and so does a newcomer; whom nobody knows it holds nothing of") { open in
            let store = try open()
            for person in 1...2 {
                _ = try await store.advance(Sample.arrival(person)) { Sample.next($0) }
                try await store.hold("hello", of: person)
            }
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                turn.person.isStopped = true
                return Decision(turn: turn)
            }
            _ = try await store.advance(Sample.arrival(2)) { snapshot in
                var turn = Turn(Snapshot(), session: Sample.session())
                turn.isBeginning = true
                turn.move = .newcomer
                return Decision(turn: turn)
            }
            #expect(try await store.dueHeld(at: Sample.time(90_000), limit: 9).isEmpty)
            for person in 1...2 { #expect(try await store.snapshot(of: person).held == 0) }
            await #expect(throws: StoreFault.self) { try await store.hold("hello", of: 3) }
        },
        ContractRule("what is held is sealed with the newest key, too") { open in
            let old = KeyRing(RootKey(secret: Array(repeating: 1, count: 32)))
            let new = RootKey(secret: Array(repeating: 2, count: 32))
            let store = try open(old)
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            try await store.hold("hello", of: 1)
            old.turn(to: new)
            var place: ResealPlace? = ResealPlace()
            while let here = place { place = try await store.reseal(from: here, limit: 1).next }
            await store.close()
            let later = try open(KeyRing(new))
            let row = try #require(try await later.dueHeld(at: Sample.time(5_000), limit: 9).first)
            #expect(try await later.take(row.id, at: 5_000)?.text == "hello")
            await later.close()
        },
    ]
}

extension Sample {
    /// A turn that holds an SMS.
    fileprivate static func holding(_ text: String, until: Int64, _ snapshot: Snapshot) -> Decision {
        var turn = Turn(person: snapshot.person, session: snapshot.session)
        turn.hold = Hold(text: text, until: time(until))
        return Decision(turn: turn, answer: Array("taken".utf8))
    }

    /// A turn after which no dialogue is open any more.
    fileprivate static func freeing(_ snapshot: Snapshot) -> Decision {
        var turn = next(snapshot).turn
        turn.frees = true
        return Decision(turn: turn)
    }
}

extension Store {
    @discardableResult
    fileprivate func hold(
        _ text: String, of person: Int, key: String? = nil, at: Int64 = 1_000, until: Int64 = 5_000
    ) async throws -> Settlement {
        try await advance(Sample.arrival(person, key: key, at: at)) { Sample.holding(text, until: until, $0) }
    }

    /// An SMS that is due is held once more.
    fileprivate func holdAgain(_ id: HeldID, at: Int64, until: Int64) async throws -> Settlement {
        try await takeHeld(id, at: Sample.time(at)) { snapshot, message in
            Sample.holding(message.text, until: until, snapshot)
        }
    }

    /// Takes an SMS that was held; nil when there is none to take.
    fileprivate func take(_ id: HeldID, at: Int64) async throws -> HeldMessage? {
        let seen = Seen<HeldMessage>()
        let settlement = try await takeHeld(id, at: Sample.time(at)) { snapshot, message in
            seen.put(message)
            return Sample.next(snapshot)
        }
        return settlement.isRepeat ? nil : seen.all.last
    }
}
