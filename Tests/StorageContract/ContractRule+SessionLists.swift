import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let sessionLists = [
        ContractRule("a list of sessions goes from the latest to the earliest, page by page, each once") { open in
            let store = try open()
            for number in 1...7 { try await store.begin(number, at: number < 4 ? 5_000 : 2_000) }
            var seen: [SessionSummary] = []
            while true {
                let page = try await store.sessions(SessionFilter(), after: seen.last?.place, limit: 3)
                seen += page
                if page.count < 3 { break }
            }
            #expect(seen.map(\.id.rawValue) == [3, 2, 1, 7, 6, 5, 4])
        },
        ContractRule("a filter leaves the sessions that pass all of it") { open in
            let store = try open()
            try await store.begin(1, at: 1_000, flow: "wages", channel: "ussd")
            try await store.begin(2, at: 2_000, flow: "wages", language: "sw")
            try await store.begin(3, at: 3_000, flow: "school", language: "sw", flags: 2)
            try await store.begin(4, at: 4_000, flow: "wages", outcome: .finished)
            try await store.begin(5, at: 5_000, flow: "wages", language: "sw", outcome: .stopped)
            #expect(try await store.numbers { _ in } == [5, 4, 3, 2, 1])
            #expect(try await store.numbers { $0.channel = "ussd" } == [1])
            #expect(try await store.numbers { $0.flow = "wages" } == [5, 4, 2, 1])
            #expect(try await store.numbers { $0.language = "sw" } == [5, 3, 2])
            #expect(try await store.numbers { $0.outcome = .stopped } == [5])
            #expect(try await store.numbers { $0.isOpen = true } == [3, 2, 1])
            #expect(try await store.numbers { $0.isFlagged = true } == [3])
            #expect(try await store.numbers { $0.person = PersonID(rawValue: 2) } == [2])
            #expect(try await store.numbers { ($0.flow, $0.language) = ("wages", "sw") } == [5, 2])
            #expect(try await store.numbers { ($0.flow, $0.language, $0.isOpen) = ("wages", "sw", true) } == [2])
            #expect(try await store.numbers { ($0.channel, $0.outcome) = ("ussd", .stopped) } == [])
        },
        ContractRule("from a moment on and before another one") { open in
            let store = try open()
            for number in 1...5 { try await store.begin(number, at: Int64(number) * 1_000) }
            let (from, until) = (Sample.time(2_000), Sample.time(4_000))
            #expect(try await store.numbers { $0.from = from } == [5, 4, 3, 2])
            #expect(try await store.numbers { $0.until = until } == [3, 2, 1])
            #expect(try await store.numbers { ($0.from, $0.until, $0.isOpen) = (from, until, true) } == [3, 2])
            var filter = SessionFilter()
            filter.until = until
            let last = try #require(try await store.sessions(filter, after: nil, limit: 1).last)
            #expect(try await store.sessions(filter, after: last.place, limit: 9).map(\.id.rawValue) == [2, 1])
        },
        ContractRule("a session is found by each of its places, page by page, and by where she is now") { open in
            let store = try open()
            for person in 1...4 { try await store.begin(person, at: 1_000, in: places(-440_300, 440_000)) }
            try await store.begin(5, at: 2_000, flow: "wages", in: places(440_100, 440_000))
            try await store.begin(6, at: 3_000)
            #expect(try await store.numbers { $0.place = place(440_000) } == [5, 4, 3, 2, 1])
            #expect(try await store.numbers { $0.place = place(440_100) } == [5])
            #expect(try await store.numbers { ($0.place, $0.flow) = (place(440_000), "wages") } == [5])
            #expect(try await store.numbers { ($0.place, $0.person) = (place(-440_300), PersonID(rawValue: 3)) } == [3])
            #expect(try await store.numbers { $0.place = place(32) } == [])
            #expect(try await store.placesOfSessions() == places(-440_300, 440_000, 440_100))
            var filter = SessionFilter()
            (filter.place, filter.from, filter.until) = (place(440_000), Sample.time(1_000), Sample.time(2_000))
            let first = try await store.sessions(filter, after: nil, limit: 3)
            let second = try await store.sessions(filter, after: first.last?.place, limit: 3)
            #expect((first + second).map(\.id.rawValue) == [4, 3, 2, 1])
            try await store.move(5, to: places(-440_300, 440_000))
            #expect(try await store.placesOfSessions() == places(-440_300, 440_000))
            #expect(try await store.numbers { $0.place = place(-440_300) } == [5, 4, 3, 2, 1])
            _ = try await store.advance(Sample.arrival(5, at: 4_000)) { Sample.forgetting($0) }
            #expect(try await store.numbers { $0.place = place(440_000) } == [4, 3, 2, 1])
        },
        ContractRule("a session is listed with what staff know it by") { open in
            let store = try open()
            try await store.begin(1, at: 1_000, flow: "main", language: "en")
            _ = try await store.advance(Sample.arrival(1, at: 9_000)) { snapshot in
                var turn = Turn(snapshot, session: Sample.session(in: "wages#since", "sw", at: 9_000))
                turn.step = "wages#since"
                turn.flags = [Flag(.rule, step: "wages#since", detail: "x")]
                return Decision(turn: turn)
            }
            let session = try #require(try await store.session(SessionID(rawValue: 1)))
            #expect((session.flow, session.language, session.step) == ("wages", "sw", "wages#since"))
            #expect((session.turns, session.flags, session.outcome) == (2, 1, nil))
            #expect((session.beganAt, session.lastAt) == (Sample.time(1_000), Sample.time(9_000)))
            #expect((session.revision, session.endedAt) == (Sample.revision, nil))
            #expect(try await store.numbers { $0.flow = "main" } == [])
            #expect(try await store.session(SessionID(rawValue: 2)) == nil)
        },
        ContractRule("a session that begins and ends with one turn has its flow, language and revision") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Turn(snapshot, session: nil)
                (turn.isBeginning, turn.outcome, turn.step) = (true, .finished, "hours#now")
                (turn.language, turn.revision) = ("sw", Sample.revision)
                return Decision(turn: turn)
            }
            let session = try #require(try await store.recentSessions(limit: 1).first)
            #expect((session.flow, session.language, session.revision) == ("hours", "sw", Sample.revision))
        },
        ContractRule("a session that silence ends stays in the flow and at the step where it was") { open in
            let store = try open()
            try await store.begin(1, at: 1_000, flow: "wages", language: "sw")
            _ = try await store.advance(Sample.arrival(1, at: 9_000)) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                (turn.outcome, turn.language) = (.expired, "en")
                return Decision(turn: turn)
            }
            let session = try #require(try await store.session(SessionID(rawValue: 1)))
            #expect((session.flow, session.step, session.language) == ("wages", "wages#ask", "sw"))
            #expect((session.outcome, session.endedAt) == (.expired, Sample.time(9_000)))
        },
        ContractRule("a message that was given up by a fault flags its session, one she did not want does not") {
            open in
            let store = try open()
            for person in 1...2 { try await store.send("hello", to: person) }
            for row in try await store.claim(at: 1_000) {
                try await store.settle(row, .dead(row.person.rawValue == 1 ? .refused(code: "21") : .optedOut))
            }
            #expect(try await store.numbers { $0.isFlagged = true } == [1])
        },
        ContractRule("a number leads to whoever has or had it, and a case to its session") { open in
            let store = try open()
            try await store.begin(1, at: 1_000)
            try await store.begin(2, at: 1_000, cases: [OpenedCase(number: 7, topic: "wages", note: "", step: "")])
            let address = Sample.address(2)
            #expect(try await store.people(withNumber: address.fingerprint) == [PersonID(rawValue: 2)])
            #expect(try await store.people(withNumber: Sample.address(3).fingerprint) == [])
            #expect(try await store.session(ofCase: 7) == SessionID(rawValue: 2))
            #expect(try await store.session(ofCase: 8) == nil)
            #expect(try await store.numberEnding(of: SessionID(rawValue: 2)) == String(address.number.suffix(2)))
            #expect(try await store.numberEnding(of: SessionID(rawValue: 3)) == nil)
        },
    ]

    static let sessionPages = [
        ContractRule("a line of a transcript has the channel and the steps it walked") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1, channel: "ussd")) { snapshot in
                var turn = Sample.next(snapshot).turn
                turn.path = ["main#hello", "main#menu"]
                return Decision(turn: turn)
            }
            let line = try #require(try await store.transcript(of: SessionID(rawValue: 1)).first)
            #expect((line.channel, line.path) == ("ussd", ["main#hello", "main#menu"]))
        },
        ContractRule("a session has its own messages with what became of them, and no others") { open in
            let store = try open()
            try await store.send("one", "two", to: 1)
            try await store.send("other", to: 2)
            let first = try #require(try await store.claim(at: 1_000).first { $0.text == "one" })
            try await store.settle(first, .retry(at: Sample.time(7_000)))
            let messages = try await store.messages(of: SessionID(rawValue: 1))
            #expect(messages.map(\.text) == ["one", "two"])
            #expect(messages.map(\.attempts) == [1, 0])
            #expect(messages[0].dueAt == Sample.time(7_000))
            #expect(messages.map(\.state) == [.waiting, .waiting])
            let again = try #require(try await store.claim(at: 7_000).first { $0.text == "one" })
            try await store.settle(again, .sent, accepted: 1)
            let sent = try #require(try await store.messages(of: SessionID(rawValue: 1)).first)
            #expect((sent.state, sent.attempts, sent.dueAt) == (.sent, 2, nil))
        },
        ContractRule("a session has the cases it opened, closed ones too") { open in
            let store = try open()
            let opened = [1, 2].map { OpenedCase(number: $0, topic: "wages", note: "note \($0)", step: "wages#call") }
            try await store.begin(1, at: 1_000, cases: opened)
            try await store.begin(2, at: 1_000, cases: [OpenedCase(number: 3, topic: "", note: "", step: "")])
            let cases = try await store.cases(of: SessionID(rawValue: 1))
            #expect(cases.map(\.number) == [1, 2])
            #expect(cases.map(\.note) == ["note 1", "note 2"])
        },
    ]
}

extension Sample {
    /// A session that stands at a step.
    fileprivate static func session(in step: String, _ language: String, at: Int64) -> Session {
        Session(
            revision: revision, language: language, kind: .sms, startedAt: time(1_000), lastAt: time(at),
            frames: [Frame(id: 0, step: step)], nextFrame: 1)
    }
}

extension Store {
    /// A person's first session, over at once where it has an outcome.
    func begin(
        _ person: Int, at: Int64, flow: String = "main", language: String = "en", channel: String = "sms",
        outcome: Outcome? = nil, flags: Int = 0, cases: [OpenedCase] = [], in places: [PlaceDigest] = []
    ) async throws {
        _ = try await advance(Sample.arrival(person, channel: channel, at: at)) { snapshot in
            let session = Sample.session(in: flow + "#ask", language, at: at)
            var turn = Turn(snapshot, session: outcome == nil ? session : nil)
            (turn.isBeginning, turn.step, turn.language, turn.outcome) = (true, flow + "#ask", language, outcome)
            turn.flags = (0..<flags).map { Flag(.rule, step: flow + "#ask", detail: "\($0)") }
            turn.cases = cases
            var decision = Decision(turn: turn)
            decision.places = places
            return decision
        }
    }

    /// A person says that she is elsewhere.
    fileprivate func move(_ person: Int, to places: [PlaceDigest]) async throws {
        _ = try await advance(Sample.arrival(person, at: 3_000)) { snapshot in
            var turn = Turn(snapshot, session: Sample.session(at: 3_000))
            turn.person.fields["city"] = .text("\(places)")
            var decision = Decision(turn: turn)
            decision.places = places
            return decision
        }
    }

    /// The numbers of the sessions that pass a filter.
    fileprivate func numbers(_ change: (inout SessionFilter) -> Void) async throws -> [Int64] {
        var filter = SessionFilter()
        change(&filter)
        return try await sessions(filter, after: nil, limit: 9).map(\.id.rawValue)
    }
}

private func place(_ number: Int64) -> PlaceDigest { PlaceDigest(rawValue: number) }

private func places(_ numbers: Int64...) -> [PlaceDigest] { numbers.map(PlaceDigest.init) }
