import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let deeds = [
        ContractRule("what staff write belongs to the conversation they write in, also when it is over") { open in
            let store = try open()
            try await store.talk(1, at: 1_000)
            try await store.talk(1, at: 2_000, ends: true)
            try await store.talk(1, at: 3_000)
            #expect(try await store.write("for the first", in: 1).answer == Array("current false".utf8))
            #expect(try await store.messages(of: SessionID(rawValue: 1)).map(\.text) == ["for the first"])
            let lines = try await store.transcript(of: SessionID(rawValue: 1))
            #expect(lines.map(\.understood) == ["first message", "first message", "staff answered"])
            #expect(try await store.messages(of: SessionID(rawValue: 2)).isEmpty)
            #expect(try await store.write("for the second", in: 2).answer == Array("current true".utf8))
            let session = try #require(try await store.session(SessionID(rawValue: 2)))
            #expect((session.turns, session.outcome) == (2, nil))
            #expect(try await store.snapshot(of: 1).session != nil)
        },
        ContractRule("what staff do is done once for a key, and a repeat is told what came of it") { open in
            let store = try open()
            try await store.talk(1, at: 1_000)
            let first = try await store.write("hello", in: 1, key: "form")
            let second = try await store.write("hello", in: 1, key: "form")
            #expect((first.isRepeat, second.isRepeat, second.answer == first.answer) == (false, true, true))
            #expect(try await store.messages(of: SessionID(rawValue: 1)).map(\.text) == ["hello"])
            #expect(try await store.write("hello", in: 7).answer == nil)
        },
        ContractRule("what a turn of staff would know is told, and nothing is kept of it") { open in
            let store = try open()
            try await store.talk(1, at: 1_000)
            try await store.talk(1, at: 2_000, ends: true)
            try await store.talk(1, at: 3_000)
            for store in [store, try open()] {
                let first = try #require(try await store.snapshot(of: SessionID(rawValue: 1)))
                let second = try #require(try await store.snapshot(of: SessionID(rawValue: 2)))
                #expect((first.isCurrent, second.isCurrent) == (false, true))
                #expect(second.session == (try await store.snapshot(of: 1)).session)
                #expect(try await store.snapshot(of: SessionID(rawValue: 9)) == nil)
                #expect(try await store.session(SessionID(rawValue: 2))?.turns == 1)
            }
        },
        ContractRule("what a turn of staff needs is answered before it is done, and nothing is kept of it") { open in
            let store = try open()
            try await store.offer("a", to: 1)
            try await store.talk(1, at: 2_000)
            for name in ["a", "b"] {
                let known = try await store.snapshot(of: SessionID(rawValue: 1), at: Sample.time(6_000)) { snapshot in
                    var decision = Decision(turn: Turn(person: snapshot.person, session: nil))
                    if snapshot.findings?.code == nil { decision.lookup = .code(Sample.key(name)) }
                    return decision
                }
                let code = try #require(known?.findings?.code)
                #expect((code == .nobody) == (name == "b"))
                #expect(known?.line != nil)
            }
            #expect(try await store.session(SessionID(rawValue: 1))?.outcome == nil)
        },
        ContractRule("a conversation that staff lead is found while they do") { open in
            let store = try open()
            for person in 1...3 { try await store.talk(person, at: Int64(person) * 1_000) }
            for session in [1, 3] { try await store.turn(Int64(session), to: .staff) }
            for store in [store, try open()] { #expect(try await store.ledByStaff() == [3, 1]) }
            try await store.turn(1, to: .answer)
            #expect(try await store.ledByStaff() == [3])
            try await store.talk(3, at: 6_000, ends: true)
            #expect(try await store.ledByStaff() == [])
        },
        ContractRule("notes and tags of a session are kept, each deed once, and a tag leads to its sessions") { open in
            let store = try open()
            for person in 1...3 { try await store.talk(person, at: Int64(person) * 1_000) }
            #expect(try await store.remark(.note("called"), on: 1, key: "a"))
            #expect(try await store.remark(.note("called"), on: 1, key: "a"))
            #expect(try await store.remark(.note("再打"), on: 1, key: "b"))
            for session in [1, 3] {
                #expect(try await store.remark(.tag(.urgent), on: Int64(session), key: "c\(session)"))
            }
            #expect(try await store.remark(.tag(.urgent), on: 1, key: "d"))
            #expect(try await !store.remark(.note("x"), on: 9, key: "e"))
            for store in [store, try open()] {
                let notes = try await store.notes(of: SessionID(rawValue: 1))
                #expect(notes.map(\.text) == ["called", "再打"])
                #expect(notes.map(\.author) == ["li", "li"])
                #expect(try await store.tags(of: SessionID(rawValue: 1)) == ["urgent"])
                #expect(try await store.tagged() == [3, 1])
            }
            #expect(try await store.remark(.untag(.urgent), on: 3, key: "f"))
            #expect(try await store.tagged() == [1])
        },
        ContractRule("staff see that a number leads to somebody else by now") { open in
            let store = try open()
            try await store.talk(1, at: 1_000)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { _ in
                var turn = Turn(person: Person(), session: nil)
                turn.move = .newcomer
                return Decision(turn: turn)
            }
            let seen = Seen<Bool>()
            let arrival = Arrival(key: nil, subject: .session(SessionID(rawValue: 1)), at: Sample.time(3_000))
            _ = try await store.advance(arrival) { snapshot in
                seen.put(snapshot.isAway)
                return Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            }
            #expect(seen.all.last == true)
        },
    ]
}

extension SessionTag {
    fileprivate static let urgent = SessionTag(digest: Sample.key("urgent"), word: "urgent")
}

extension Store {
    fileprivate func remark(_ remark: SessionRemark, on session: Int64, key: String) async throws -> Bool {
        let id = SessionID(rawValue: session)
        return try await self.remark(remark, on: id, by: "li", key: Sample.key(key), at: Sample.time(5_000))
    }

    /// The numbers of the sessions with a tag.
    fileprivate func tagged() async throws -> [Int64] {
        var filter = SessionFilter()
        filter.tag = SessionTag.urgent.digest
        return try await sessions(filter, after: nil, limit: 9).map(\.id.rawValue)
    }

    /// The numbers of the sessions in which what she writes is for staff.
    fileprivate func ledByStaff() async throws -> [Int64] {
        var filter = SessionFilter()
        filter.isWithStaff = true
        return try await sessions(filter, after: nil, limit: 9).map(\.id.rawValue)
    }

    /// Reads what is said next in a conversation another way.
    fileprivate func turn(_ session: Int64, to mode: Wait.Mode) async throws {
        let subject = Subject.session(SessionID(rawValue: session))
        _ = try await advance(Arrival(key: nil, subject: subject, at: Sample.time(5_000))) { snapshot in
            var turn = Turn(person: snapshot.person, session: snapshot.session)
            turn.session?.wait.mode = mode
            return Decision(turn: turn, silenceAt: Sample.time(90_000))
        }
    }

    /// A turn of a person's conversation.
    fileprivate func talk(_ person: Int, at: Int64, ends: Bool = false) async throws {
        _ = try await advance(Sample.arrival(person, at: at)) { snapshot in
            guard ends else { return Sample.next(snapshot, at: at, silenceAt: 90_000) }
            var turn = Turn(snapshot, session: nil)
            turn.outcome = .finished
            return Decision(turn: turn)
        }
    }

    /// Staff write to somebody; the answer tells whether she is still in that conversation.
    fileprivate func write(_ text: String, in session: Int64, key: String? = nil) async throws -> Settlement {
        let subject = Subject.session(SessionID(rawValue: session))
        return try await advance(Arrival(key: key.map(Sample.key), subject: subject, at: Sample.time(4_000))) {
            snapshot in
            var turn = Turn(person: snapshot.person, session: snapshot.session)
            turn.understood = "staff answered"
            return Decision(
                turn: turn, answer: Array("current \(snapshot.isCurrent)".utf8), silenceAt: Sample.time(90_000)
            ).sending(text)
        }
    }
}
