import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    /// People who are erased.
    static let erasing = [
        ContractRule("who is erased is unknown on her number, and nothing is left that she said or was told") { open in
            let store = try open()
            try await store.live(1)
            let session = try #require(try await store.recentSessions(limit: 1).first)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            #expect(try await store.messages(to: session.person, limit: 9).isEmpty)
            for store in [store, try open()] {
                #expect(try await store.transcript(of: session.id).isEmpty)
                #expect(try await store.numberEnding(of: session.id) == nil)
                #expect(try await store.claim(at: 9_000).isEmpty)
                #expect(try await store.openCases(limit: 9).isEmpty)
                #expect(try await store.dueReminders(at: Sample.time(9_000), limit: 9).isEmpty)
                #expect(try await store.dueTimers(at: Sample.time(99_000), limit: 9).isEmpty)
                #expect(try await store.counts().persons == 0)
            }
            let repeated = try await store.advance(Sample.arrival(1, key: "live 1", at: 3_000)) { Sample.next($0) }
            #expect(repeated.isRepeat && repeated.answer == nil)
            let stranger = try await store.snapshot(of: 1)
            #expect(stranger.person == Person() && stranger.session == nil && stranger.address == AddressState())
        },
        ContractRule("who is erased in a group of turns is erased, whatever else is written with it") { open in
            let store = try open()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for person in 1...40 {
                    group.addTask {
                        for turn in 1...3 {
                            let arrival = Sample.arrival(person, key: "\(person) \(turn)", at: Int64(turn) * 1_000)
                            let isLast = turn == 3 && person.isMultiple(of: 2)
                            _ = try await store.advance(arrival) { isLast ? Sample.forgetting($0) : Sample.next($0) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            for store in [store, try open()] {
                let sessions = try await store.recentSessions(limit: 99)
                for session in sessions {
                    let lines = try await store.transcript(of: session.id).count
                    #expect(lines == (session.outcome == .forgotten ? 0 : 3))
                }
                #expect(sessions.count { $0.outcome == .forgotten } == 20)
                #expect(try await store.counts().persons == 20)
            }
            let repeated = try await store.advance(Sample.arrival(2, key: "2 1", at: 9_000)) { Sample.next($0) }
            #expect(repeated.isRepeat && repeated.answer == nil)
        },
        ContractRule("the sessions of who was erased still count, and no two of them are told to be one person's") {
            open in
            let store = try open()
            for person in 1...2 {
                try await store.live(person)
                _ = try await store.advance(Sample.arrival(person, at: 2_000)) { Sample.forgetting($0) }
            }
            let sessions = try await store.recentSessions(limit: 9)
            #expect(sessions.map(\.outcome) == [.forgotten, .forgotten])
            #expect(Set(sessions.map(\.person)).count == 1)
            #expect(try await store.counts().sessions == 2)
        },
        ContractRule("a conversation of who was erased can still be looked at, and nothing be done in it") { open in
            let store = try open()
            try await store.live(1)
            let session = try #require(try await store.recentSessions(limit: 1).first)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            for store in [store, try open()] {
                #expect(try await store.session(session.id)?.outcome == .forgotten)
                #expect(try await store.snapshot(of: session.id) == nil)
                let arrival = Arrival(key: nil, subject: .session(session.id), at: Sample.time(3_000))
                let deed = try await store.advance(arrival) { Sample.next($0) }
                #expect(deed.isRepeat && deed.answer == nil)
            }
        },
        ContractRule("the message that tells her so goes, and with it the last of her number") { open in
            let store = try open()
            try await store.live(1)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0).sending("deleted") }
            #expect(try await store.forgetGuests(at: Sample.time(2_000), limit: 9) == 1)
            let row = try #require(try await store.claim(at: 3_000).first)
            #expect(row.text == "deleted" && row.number == Sample.address(1).number)
            try await store.settle(row, .sent, parts: [AcceptedPart(number: 1, providerID: "p1")], at: 4_000)
            #expect(try await store.counts().persons == 1)
            #expect(try await store.forgetGuests(at: Sample.time(3_600_000), limit: 9) == 1)
            #expect(try await store.counts().persons == 0)
            let later = Sample.time(3_700_000)
            #expect(try await store.forgetGuests(at: later, limit: 9) == 0)
            let report = DeliveryReport(
                channel: "sms", reference: nil, providerID: "p1", status: .delivered, at: later)
            #expect(try await store.recordReport(report) == .early)
        },
        ContractRule("what is on its way to someone who is erased ends as it may, and leads to nobody") { open in
            let store = try open()
            try await store.send("news", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            try await store.settle(row, .dead(.optedOut), at: 3_000)
            let gone = Arrival(key: nil, subject: .recipient(row.id), at: Sample.time(4_000))
            #expect(try await store.advance(gone) { Sample.next($0) }.isRepeat)
            let expiry = Sample.time(9_000)
            #expect(try await store.reviveDeadLetters([row.id], at: Sample.time(5_000), expiresAt: expiry) == 0)
        },
        ContractRule("the number of a message that went with who was erased, or was too old, is not given again") {
            open in
            let store = try open()
            try await store.send("hers", to: 1)
            let hers = try await store.message(to: 1)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            let old = try await store.deliver("old", to: 2, as: "p1")
            #expect(old.id.rawValue > hers.id.rawValue)
            let kept = KeptTexts(
                transcripts: Sample.time(1), messages: Sample.time(5_000), cases: Sample.time(1), claims: Sample.time(1)
            )
            #expect(try await store.dropTexts(kept, at: Sample.time(9_000), limit: 9).messages > 0)
            #expect(try await store.dropTexts(kept, at: Sample.time(9_000), limit: 9).messages == 0)
            #expect(try await store.messages(to: old.person, limit: 9).isEmpty)
            try await store.send("new", to: 2)
            #expect(try await store.message(to: 2).id.rawValue > old.id.rawValue)
        },
        ContractRule("that she wants no messages outlives her") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.turning(to: Person(isStopped: true), $0) }
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            for store in [store, try open()] {
                let seen = Seen<Snapshot>()
                _ = try await store.advance(Sample.arrival(1, at: 3_000)) { snapshot in
                    seen.put(snapshot)
                    return Decision(turn: Turn(person: snapshot.person, session: nil))
                }
                #expect(seen.all.last?.person == Person(isStopped: true))
            }
            _ = try await store.advance(Sample.arrival(1, at: 4_000)) { Sample.turning(to: Person(), $0) }
            _ = try await store.advance(Sample.arrival(1, at: 5_000)) { Sample.forgetting($0) }
            #expect(try await store.snapshot(of: 1).person == Person())
        },
        ContractRule("where others share her number, somebody new has the place of who was erased") { open in
            let store = try open()
            try await store.share(1)
            let first = try #require(try await store.snapshot(of: 1).holder)
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.joining($0) }
            let second = try #require(try await store.snapshot(of: 1).holder)
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { Sample.choosing(first, $0) }
            _ = try await store.advance(Sample.arrival(1, at: 4_000)) { Sample.forgetting($0) }
            let after = try await store.snapshot(of: 1)
            #expect(after.person == Person() && after.session == nil && after.address.isShared)
            #expect(after.sharers == [try #require(after.holder), second] && after.holder != first)
            #expect(try await store.forgetGuests(at: Sample.time(9_000), limit: 9) == 0)
        },
        ContractRule("who had a number before stays as she was when who has it now is erased") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.named("first", $0) }
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.newcomer($0) }
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { Sample.forgetting($0) }
            #expect(try await store.snapshot(of: 1).person == Person())
            let names = try await store.holders(of: 1).map { $0.person.fields["name"] }
            #expect(names == [nil, .text("first")])
        },
        ContractRule("with a record goes the one that became part of it, and no code or claim leads to either") {
            open in
            let store = try open()
            for name in ["a", "b"] { try await store.offer(name, to: 1) }
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            try await store.claim("a", at: 2)
            let claim = try #require(try await store.claims(limit: 9).first)
            _ = try await store.advance(Sample.arrival(2, at: 2_000)) { Sample.forgetting($0) }
            #expect(try await store.counts().persons == 0)
            #expect(try await store.claims(limit: 9).isEmpty)
            #expect(try await store.undoClaim(claim.id, at: Sample.time(3_000)) == .unknown)
            #expect(try await store.owner(of: "b") == .nobody)
            for number in 1...2 { #expect(try await store.holders(of: number).isEmpty) }
        },
    ]

    /// People who have not agreed that anything is kept about them.
    static let guests = [
        ContractRule("a guest is erased when her time is over, and not while she is in a session again") { open in
            let store = try open()
            for person in 1...2 {
                _ = try await store.advance(Sample.arrival(person)) { Sample.leaving($0, until: 5_000) }
            }
            #expect(try await store.forgetGuests(at: Sample.time(4_999), limit: 9) == 0)
            _ = try await store.advance(Sample.arrival(2, at: 4_999)) { Sample.next($0) }
            #expect(try await open().forgetGuests(at: Sample.time(5_000), limit: 9) == 1)
            #expect(try await store.counts().persons == 1)
            #expect(try await store.snapshot(of: 2).session != nil)
        },
        ContractRule("a guest is remembered while a case of hers is open or a message is on its way") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Sample.leaving(snapshot, until: 1_000).turn
                turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "help", note: "", step: "main#help")]
                return Decision(turn: turn)
            }
            _ = try await store.advance(Sample.arrival(2)) { Sample.leaving($0, until: 1_000).sending("answer") }
            #expect(try await store.forgetGuests(at: Sample.time(1_000), limit: 9) == 2)
            #expect(try await store.counts().persons == 2)
            #expect(try await store.forgetGuests(at: Sample.time(1_001), limit: 9) == 0)
            let row = try #require(try await store.claim(at: 2_000).first)
            try await store.settle(row, .sent)
            #expect(try await store.forgetGuests(at: Sample.time(3_600_000), limit: 9) == 2)
            #expect(try await store.counts().persons == 1)
            #expect(try await store.openCases(limit: 9).count == 1)
        },
        ContractRule("guests are erased a few at a time, who waits longest first") { open in
            let store = try open()
            for person in 1...5 {
                _ = try await store.advance(Sample.arrival(person)) { snapshot in
                    Sample.leaving(snapshot, until: Int64(9_000 - person))
                }
            }
            #expect(try await store.forgetGuests(at: Sample.time(9_000), limit: 2) == 2)
            #expect(try await store.holders(of: 5).isEmpty)
            #expect(try await store.holders(of: 1).count == 1)
            #expect(try await store.forgetGuests(at: Sample.time(9_000), limit: 9) == 3)
        },
    ]
}

extension Sample {
    /// The turn in which she has everything erased.
    static func forgetting(_ snapshot: Snapshot) -> Decision {
        var turn = Turn(person: Person(isStopped: snapshot.person.isStopped), session: nil)
        turn.forgets = true
        turn.outcome = .forgotten
        return Decision(turn: turn)
    }

    /// A turn that begins and ends a session of someone who has not agreed to anything.
    fileprivate static func leaving(_ snapshot: Snapshot, until moment: Int64) -> Decision {
        var turn = Turn(snapshot, session: nil)
        turn.isBeginning = true
        turn.outcome = .finished
        turn.guestUntil = time(moment)
        return Decision(turn: turn)
    }

    static func turning(to person: Person, _ snapshot: Snapshot) -> Decision {
        Decision(turn: Turn(person: person, session: snapshot.session))
    }
}

extension Store {
    /// A turn that leaves something behind in every place there is.
    func live(_ person: Int) async throws {
        _ = try await advance(Sample.arrival(person, key: "live \(person)")) { snapshot in
            var turn = Sample.named("\(person)", snapshot).turn
            turn.isBeginning = true
            turn.session = Sample.session()
            turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "help", note: "n", step: "main#help")]
            turn.reminders = [Reminder(step: "news#start", at: Sample.time(5_000))]
            return Decision(
                turn: turn, answer: Array("hello \(person)".utf8),
                outgoing: [OutboxDraft(channel: "sms", text: "to \(person)")], silenceAt: Sample.time(9_000),
                reminderChannel: "sms")
        }
    }
}
