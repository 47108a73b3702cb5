import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let sessions = [
        ContractRule("a session comes back as it was put in") { open in
            let store = try open()
            var session = Sample.session(at: 5_000)
            session.journal.append(Assignment(frame: 0, name: "paid", value: .list([.boolean(true), .unknown])))
            session.history = [Checkpoint(frames: session.frames, journalLength: 0, said: "早上好")]
            session.wait = Wait(mode: .confirm(.text("x")), said: "Is this right?", page: 2, misses: 1)
            session.dialogue = Dialogue(id: "ATUid_1", typed: "1*2")
            let kept = session
            _ = try await store.advance(Sample.arrival(1)) { Decision(turn: Turn($0, session: kept)) }
            #expect(try await store.snapshot(of: 1).session == kept)
        },
        ContractRule("a turn that changes nothing leaves no line") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            let before = try await store.recentSessions(limit: 1)
            _ = try await store.snapshot(of: 1, at: 9_000)
            #expect(try await store.counts().turns == 1)
            #expect(try await store.recentSessions(limit: 1) == before)
        },
        ContractRule("a session that begins ends the one before it") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { snapshot in
                var turn = Turn(snapshot, session: Sample.session(at: 2_000))
                turn.isBeginning = true
                turn.replaced = .expired
                return Decision(turn: turn)
            }
            let sessions = try await store.recentSessions(limit: 9)
            #expect(sessions.map(\.outcome) == [nil, .expired])
            #expect(try await store.counts().liveSessions == 1)
            #expect(try await store.snapshot(of: 1).session == Sample.session(at: 2_000))
            for session in sessions { #expect(try await store.transcript(of: session.id).count == 1) }
        },
        ContractRule("a session that is over is no longer in the snapshot", ends: .finished),
        ContractRule("a session that is stopped is no longer in the snapshot", ends: .stopped),
        ContractRule("a session that expired is no longer in the snapshot", ends: .expired),
        ContractRule("a session may begin and end with one turn") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1, channel: "ussd")) { snapshot in
                var turn = Turn(snapshot, session: nil)
                turn.isBeginning = true
                turn.outcome = .finished
                return Decision(turn: turn, silenceAt: Sample.time(5_000))
            }
            let session = try #require(try await store.recentSessions(limit: 9).first)
            #expect(session.outcome == .finished)
            #expect(session.channel == "ussd")
            #expect(try await store.transcript(of: session.id).count == 1)
            #expect(try await store.snapshot(of: 1).session == nil)
            #expect(try await store.nextTimerDue() == nil)
        },
        ContractRule("a turn outside any session is kept, too") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Decision(turn: Turn($0, session: nil)) }
            let counts = try await store.counts()
            #expect((counts.sessions, counts.turns) == (0, 1))
        },
    ]

    private init(_ sentence: String, ends outcome: Outcome) {
        self.init(sentence) { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0, silenceAt: 5_000) }
            _ = try await store.advance(Sample.arrival(1, at: 3_000)) { snapshot in
                var turn = Turn(snapshot, session: nil)
                turn.outcome = outcome
                turn.step = "main#goodbye"
                return Decision(turn: turn, silenceAt: Sample.time(5_000))
            }
            let session = try #require(try await store.recentSessions(limit: 9).first)
            #expect((session.outcome, session.step) == (outcome, "main#goodbye"))
            #expect(try await store.transcript(of: session.id).count == 2)
            #expect(try await store.dueTimers(at: Sample.time(9_000), limit: 9).isEmpty)
            #expect(try await store.snapshot(of: 1).session == nil)
        }
    }

    static let review = [
        ContractRule("the transcript is the turns in their order") { open in
            let store = try open()
            let flag = Flag(.expression, step: "wages#sum", detail: "\"x\" is not a number\n")
            for number in 1...3 {
                _ = try await store.advance(Sample.arrival(1, at: Int64(number))) { snapshot in
                    var turn = Sample.next(snapshot).turn
                    turn.input = "输入 \(number)"
                    turn.understood = "option \(number)"
                    turn.step = "wages#\(number)"
                    turn.reply = number == 2 ? nil : Reply(text: "reply \(number)", ends: false)
                    turn.flags = number == 3 ? [flag, flag] : []
                    return Decision(turn: turn)
                }
            }
            let session = try #require(try await store.recentSessions(limit: 9).first)
            let lines = (1...3).map { number in
                TranscriptLine(
                    at: Sample.time(Int64(number)), channel: "sms", input: "输入 \(number)",
                    reply: number == 2 ? nil : "reply \(number)",
                    understood: "option \(number)", step: "wages#\(number)", flags: number == 3 ? [flag, flag] : [])
            }
            #expect(try await store.transcript(of: session.id) == lines)
        },
        ContractRule("the latest sessions come first, as many as were asked for") { open in
            let store = try open()
            for person in 1...5 {
                _ = try await store.advance(Sample.arrival(person, at: Int64(person))) { Sample.next($0) }
            }
            let sessions = try await store.recentSessions(limit: 3)
            #expect(sessions.map(\.beganAt) == [5, 4, 3].map(Sample.time))
        },
        ContractRule("cases are numbered one after the other, over all persons and openings") { open in
            let store = try open()
            for person in 1...3 { try await store.openCases(2, for: person) }
            #expect(try await store.openCases(limit: 9).map(\.number) == Array(1...6))
            let again = try open()
            #expect(try await again.snapshot(of: 9).caseNumber == 7)
            #expect(try await again.openCases(limit: 1).first?.note == "first")
        },
    ]
}

extension Store {
    fileprivate func openCases(_ count: Int, for person: Int) async throws {
        _ = try await advance(Sample.arrival(person)) { snapshot in
            var turn = Sample.next(snapshot).turn
            turn.cases = (0..<count).map { offset in
                OpenedCase(
                    number: snapshot.caseNumber + offset, topic: "wages", note: offset == 0 ? "first" : "more",
                    step: "wages#refer")
            }
            return Decision(turn: turn)
        }
    }
}
