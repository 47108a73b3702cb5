import Conversation
import Expressions
import Sealing
import Storage
import Testing

extension ContractRule {
    static let cases = [
        ContractRule("open cases are listed from the oldest, closed ones from the latest, each once") { open in
            let store = try open()
            try await store.open(7)
            for number in 4...6 { #expect(try await store.change(number, .close(.helped)) == .done) }
            var filter = CaseFilter()
            #expect(try await store.pages(of: filter) == [1, 2, 3, 7])
            filter.isClosed = true
            #expect(try await store.pages(of: filter) == [6, 5, 4])
        },
        ContractRule("cases are filtered by topic and by who sees to them") { open in
            let store = try open()
            try await store.open(6)
            for number in [2, 3, 5] { #expect(try await store.change(number, .assign("li")) == .done) }
            #expect(try await store.change(5, .assign(nil)) == .done)
            #expect(try await store.change(4, .close(.referred)) == .done)
            var filter = CaseFilter()
            filter.assignee = .somebody("li")
            #expect(try await store.pages(of: filter) == [2, 3])
            filter.topic = "even"
            #expect(try await store.pages(of: filter) == [2])
            filter.assignee = .nobody
            #expect(try await store.pages(of: filter) == [6])
            filter.topic = nil
            #expect(try await store.pages(of: filter) == [1, 5, 6])
            (filter.assignee, filter.topic) = (nil, "odd")
            #expect(try await store.pages(of: filter) == [1, 3, 5])
            (filter.isClosed, filter.topic) = (true, "even")
            #expect(try await store.pages(of: filter) == [4])
        },
        ContractRule("a case is closed once, with what came of it") { open in
            let store = try open()
            try await store.open(1)
            #expect(try await store.change(1, .close(.unreachable), at: 5_000) == .done)
            #expect(try await store.change(1, .close(.helped), at: 6_000) == .closed)
            #expect(try await store.change(1, .assign("li"), at: 6_000) == .closed)
            #expect(try await store.change(2, .assign("li")) == .unknown)
            let summary = try #require(try await store.caseNumbered(1))
            #expect((summary.closedAt, summary.outcome, summary.assignee) == (Sample.time(5_000), .unreachable, nil))
            #expect(try await store.caseNumbered(2) == nil)
        },
        ContractRule("notes of a case are kept in order, also once it is closed, and each deed once") { open in
            let store = try open()
            try await store.open(2)
            #expect(try await store.change(1, .note("called, no answer"), key: "a") == .done)
            #expect(try await store.change(1, .note("called, no answer"), key: "a", at: 9_000) == .repeated)
            #expect(try await store.change(1, .close(.helped)) == .done)
            #expect(try await store.change(1, .note("她回电了"), by: "wang", at: 7_000) == .done)
            for store in [store, try open()] {
                let notes = try await store.notes(ofCase: 1)
                #expect(notes.map(\.text) == ["called, no answer", "她回电了"])
                #expect(notes.map(\.author) == ["li", "wang"])
                #expect(notes.map(\.at) == [Sample.time(2_000), Sample.time(7_000)])
                #expect(try await store.notes(ofCase: 2).isEmpty)
            }
        },
        ContractRule("open cases are counted by topic, those that wait too long and those of nobody") { open in
            let store = try open()
            try await store.open(6)
            #expect(try await store.change(1, .close(.helped)) == .done)
            #expect(try await store.change(2, .assign("li")) == .done)
            let counts = try await store.caseCounts(overdueBefore: Sample.time(1_004))
            #expect(counts.map(\.topic) == ["even", "odd"])
            #expect(counts.map(\.open) == [3, 2])
            #expect(counts.map(\.overdue) == [1, 1])
            #expect(counts.map(\.unassigned) == [2, 2])
        },
    ]
}

extension CaseChange {
    /// Tells changes apart in a few letters.
    fileprivate var name: String {
        switch self {
        case .assign(let name): "a\(name ?? "")"
        case .note(let text): "n\(text.count)"
        case .close(let outcome): "c\(outcome.rawValue.prefix(1))"
        }
    }
}

extension Store {
    /// So many cases, each of a person of her own, a millisecond apart.
    fileprivate func open(_ count: Int) async throws {
        for number in 1...count {
            let topic = number.isMultiple(of: 2) ? "even" : "odd"
            _ = try await advance(Sample.arrival(number, at: 1_000 + Int64(number))) { snapshot in
                var turn = Sample.next(snapshot).turn
                turn.cases = [OpenedCase(number: number, topic: topic, note: "note \(number)", step: "a#b")]
                return Decision(turn: turn)
            }
        }
    }

    fileprivate func change(
        _ number: Int, _ change: CaseChange, by author: String = "li", key: String? = nil, at: Int64 = 2_000
    ) async throws -> CaseChanging {
        // Sixteen bytes of it are a key: what tells deeds apart comes first.
        let key = Sample.key(key ?? "\(at) \(number) \(change.name) \(author)")
        return try await changeCase(number, change, by: author, key: key, at: Sample.time(at))
    }

    /// The numbers of all cases of a list, read two by two.
    fileprivate func pages(of filter: CaseFilter) async throws -> [Int] {
        var seen: [Int] = []
        while true {
            let page = try await cases(filter, after: seen.last, limit: 2)
            seen += page.map(\.number)
            if page.count < 2 { return seen }
        }
    }
}
