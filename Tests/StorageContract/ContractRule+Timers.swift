import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let timers = [
        ContractRule("a silence timer is due from its moment on") { open in
            let store = try open()
            #expect(try await store.nextTimerDue() == nil)
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: 5_000) }
            #expect(try await store.nextTimerDue() == Sample.time(5_000))
            #expect(try await store.due(at: 4_999).isEmpty)
            #expect(try await store.due(at: 5_000).count == 1)
            #expect(try await store.due(at: 5_000).count == 1)
        },
        ContractRule("every turn moves the timer, later or earlier") { open in
            let store = try open()
            for (silenceAt, early, due) in [(5_000, 4_999, 5_000), (9_000, 8_999, 9_000), (2_000, 1_999, 2_000)] {
                _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: Int64(silenceAt)) }
                #expect(try await store.nextTimerDue().map { $0 <= Sample.time(Int64(due)) } == true)
                #expect(try await store.due(at: Int64(early)).isEmpty)
                #expect(try await store.due(at: Int64(due)).count == 1)
            }
        },
        ContractRule("a session without a silence time has no timer") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: 5_000) }
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: nil) }
            #expect(try await store.due(at: 9_000).isEmpty)
            #expect(try await store.nextTimerDue() == nil)
        },
        ContractRule("timers come earliest first, as many as were asked for, and early ones hide none") { open in
            let store = try open()
            for person in 1...5 {
                let at = Int64(6_000 - person * 1_000)
                _ = try await store.advance(Sample.arrival(person)) { Sample.next($0, silenceAt: at) }
            }
            let all = try await store.due(at: 9_000)
            #expect(all.count == 5)
            #expect(try await store.due(at: 9_000, limit: 2) == Array(all.prefix(2)))
            for person in 4...5 {
                _ = try await store.advance(Sample.arrival(person)) { Sample.next($0, silenceAt: 60_000) }
            }
            #expect(try await store.due(at: 9_000, limit: 2) == Array(all[2...3]))
        },
        ContractRule("a timer advances the session it belongs to, once") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: 5_000) }
            let timer = try #require(try await store.due(at: 5_000).first)
            let settlement = try await store.fire(timer, at: 5_000)
            #expect(settlement == Settlement(answer: nil, isRepeat: false, hasOutgoing: true))
            #expect(try await store.recentSessions(limit: 9).map(\.outcome) == [.expired])
            #expect(try await store.fire(timer, at: 5_000).isRepeat)
            #expect(try await store.due(at: 9_000).isEmpty)
            let rows = try await store.claimOutbox(rooms: ["sms": 9], at: Sample.time(5_000), lease: 9)
            #expect(rows.map(\.number) == [Sample.address(1).number])
        },
        ContractRule("a timer that a message overtook advances nothing") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: 5_000) }
            let timer = try #require(try await store.due(at: 5_000).first)
            _ = try await store.advance(Sample.arrival(1, at: 4_900)) { Sample.next($0, silenceAt: 9_000) }
            #expect(try await store.fire(timer, at: 5_000).isRepeat)
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 2)
        },
    ]

    static let revisions = [
        ContractRule("a revision's files come back, the first kept ones") { open in
            let store = try open()
            let archive: [UInt8] = [0, 1, 2, 255]
            #expect(try await store.revision(Sample.revision) == nil)
            for bytes in [archive, [9]] {
                try await store.keepRevision(Sample.revision, pack: "china", archive: bytes, at: Sample.time(1))
            }
            #expect(try await store.revision(Sample.revision) == archive)
            #expect(try await store.counts().revisions == 1)
        },
        ContractRule("the first value under a name is kept, also for the next who opens the store") { open in
            let store = try open()
            #expect(try await store.marked("proof") == nil)
            for value: [UInt8] in [[1, 255], [2]] { #expect(try await store.mark("proof", value) == [1, 255]) }
            #expect(try await store.marked("proof") == [1, 255])
            #expect(try await store.marked("other") == nil)
            #expect(try await open().marked("proof") == [1, 255])
        },
        ContractRule("a revision is in use while a session on it lives") { open in
            let store = try open()
            #expect(try await store.revisionsInUse().isEmpty)
            for person in 1...2 { _ = try await store.advance(Sample.arrival(person)) { Sample.next($0) } }
            #expect(try await store.revisionsInUse() == [Sample.revision: 2])
            for person in 1...2 {
                _ = try await store.advance(Sample.arrival(person)) { Decision(turn: Turn($0, session: nil)) }
            }
            #expect(try await store.revisionsInUse().isEmpty)
        },
        ContractRule("only revisions that nobody needs are dropped") { open in
            let store = try open()
            let named = RevisionID("named")
            let unused = RevisionID("unused")
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            for id in [Sample.revision, named, unused] {
                try await store.keepRevision(id, pack: "china", archive: [1], at: Sample.time(1))
            }
            try await store.dropUnusedRevisions(except: [named], newest: 0)
            #expect(try await store.revision(Sample.revision) != nil)
            #expect(try await store.revision(named) != nil)
            #expect(try await store.revision(unused) == nil)
        },
        ContractRule("of the revisions that nobody needs, those that were published last are kept to go back to") {
            open in
            let store = try open()
            for (time, id) in ["first", "second", "third", "first"].enumerated() {
                try await store.keepRevision(
                    RevisionID(id), pack: "china", archive: [1], at: Sample.time(Int64(time)))
            }
            #expect(try await store.keptRevisions().map(\.id.hash) == ["first", "third", "second"])
            try await store.dropUnusedRevisions(except: [], newest: 2)
            let kept = try await store.keptRevisions()
            #expect(kept.map(\.id.hash) == ["first", "third"])
            #expect(
                kept.map(\.publishedAt) == [Sample.time(3), Sample.time(2)] && kept.allSatisfy { $0.pack == "china" })
        },
    ]
}

extension Store {
    fileprivate func due(at: Int64, limit: Int = 100) async throws -> [TimerID] {
        try await dueTimers(at: Sample.time(at), limit: limit)
    }

    /// Fires a timer; the session expires with a message.
    fileprivate func fire(_ timer: TimerID, at: Int64) async throws -> Settlement {
        try await advance(Arrival(key: nil, subject: .timer(timer), at: Sample.time(at))) { snapshot in
            var turn = Turn(snapshot, session: nil)
            turn.outcome = .expired
            return Decision(turn: turn).sending("goodbye")
        }
    }
}
