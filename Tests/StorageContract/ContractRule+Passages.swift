import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    private static let day = CalendarDate(year: 2026, month: 3, day: 2)

    static let passages = [
        ContractRule("the moves of sessions are counted by flow, way, day, revision and language") { open in
            let store = try open()
            for person in 1...2 { try await store.walk(person, [Passage(step: "", target: "main#menu")], on: day) }
            try await store.walk(1, [Passage(step: "main#menu", way: "2", target: "wages#late")], on: day)
            let counts = try await open().counts(of: "main", on: day)
            #expect(
                Set(counts) == [
                    PassageCount(step: nil, way: nil, end: .step("main#menu"), count: 2),
                    PassageCount(step: "main#menu", way: "2", end: .step("wages#late"), count: 1),
                ])
            #expect(
                try await store.counts(of: "wages", on: day) == [
                    PassageCount(step: "main#menu", way: "2", end: .step("wages#late"), count: 1)
                ])
            #expect(try await store.counts(of: "main", on: day?.adding(days: 1)).isEmpty)
            #expect(try await store.counts(of: "main", on: day, in: "sw").isEmpty)
            #expect(try await store.counts(of: "main", on: day, in: "en").count == 2)
            let days = try #require(day)
            #expect(try await store.revisions(begunOn: days...days) == [Sample.revision])
        },
        ContractRule("a session that ends is counted where it ended, and one that is replaced where it stood") { open in
            let store = try open()
            for person in 1...3 { try await store.walk(person, [Passage(step: "", target: "main#menu")], on: day) }
            try await store.walk(1, [Passage(step: "main#menu", way: "9", target: "")], on: day, ends: .finished)
            try await store.walk(2, [], on: day, ends: .expired)
            try await store.walk(3, [Passage(step: "", target: "main#menu")], on: day, replacing: .restarted)
            #expect(
                Set(try await store.counts(of: "main", on: day)) == [
                    PassageCount(step: nil, way: nil, end: .step("main#menu"), count: 4),
                    PassageCount(step: "main#menu", way: "9", end: .over(.finished), count: 1),
                    PassageCount(step: "main#menu", way: nil, end: .over(.expired), count: 1),
                    PassageCount(step: "main#menu", way: nil, end: .over(.restarted), count: 1),
                ])
        },
        ContractRule("who changes the language leaves one and comes to the other") { open in
            let store = try open()
            try await store.walk(1, [Passage(step: "", target: "main#menu")], on: day)
            try await store.walk(1, [], on: day, language: "sw")
            #expect(
                Set(try await store.counts(of: "main", on: day, in: "en")) == [
                    PassageCount(step: nil, way: nil, end: .step("main#menu"), count: 1),
                    PassageCount(step: "main#menu", way: nil, end: .otherLanguage, count: 1),
                ])
            #expect(
                try await store.counts(of: "main", on: day, in: "sw") == [
                    PassageCount(step: nil, way: nil, end: .step("main#menu"), count: 1)
                ])
            #expect(try await store.counts(of: "main", on: day).map(\.count) == [1])
        },
        ContractRule("the moves through a flow are told by language, and a change of language is none") { open in
            let store = try open()
            for person in 1...2 { try await store.walk(person, [Passage(step: "", target: "main#menu")], on: day) }
            try await store.walk(1, [], on: day, language: "sw")
            let way = [Passage(step: "main#menu", way: "2", target: "wages#late")]
            try await store.walk(1, way, on: day, language: "sw")
            try await store.walk(2, way, on: day)
            try await store.walk(2, [Passage(step: "wages#late", target: "")], on: day, ends: .finished)
            let days = try #require(day)
            #expect(
                Set(try await store.moves(through: "main", begunOn: days...days)) == [
                    MoveCount(language: "en", step: nil, end: .step("main#menu"), count: 2),
                    MoveCount(language: "en", step: "main#menu", end: .step("wages#late"), count: 1),
                    MoveCount(language: "sw", step: "main#menu", end: .step("wages#late"), count: 1),
                ])
            #expect(
                Set(try await store.moves(through: "wages", begunOn: days...days)) == [
                    MoveCount(language: "en", step: "main#menu", end: .step("wages#late"), count: 1),
                    MoveCount(language: "sw", step: "main#menu", end: .step("wages#late"), count: 1),
                    MoveCount(language: "en", step: "wages#late", end: .over(.finished), count: 1),
                ])
            let next = try #require(days.adding(days: 1))
            #expect(try await store.moves(through: "main", begunOn: next...next).isEmpty)
        },
    ]
}

extension Store {
    /// One turn of a person that walks so.
    fileprivate func walk(
        _ person: Int, _ passages: [Passage], on day: CalendarDate?, language: String = "en",
        ends outcome: Outcome? = nil, replacing replaced: Outcome? = nil
    ) async throws {
        _ = try await advance(Sample.arrival(person)) { snapshot in
            var session = Sample.session()
            session.language = language
            if let step = passages.last?.target, !step.isEmpty { session.frames = [Frame(id: 0, step: step)] }
            var turn = Turn(snapshot, session: outcome == nil ? session : nil)
            turn.step = outcome == nil ? session.frames.last?.step ?? "" : snapshot.session?.frames.last?.step ?? ""
            turn.outcome = outcome
            turn.replaced = replaced
            if replaced != nil { turn.isBeginning = true }
            turn.language = language
            turn.passages = passages
            turn.day = day
            return Decision(turn: turn)
        }
    }

    fileprivate func counts(
        of flow: String, on day: CalendarDate?, in language: String? = nil
    ) async throws -> [PassageCount] {
        let day = try #require(day)
        var filter = PassageFilter(flow: flow, days: day...day)
        filter.language = language
        return try await passages(filter)
    }
}
