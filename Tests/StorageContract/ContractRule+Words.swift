import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let words = [
        ContractRule("conversations are found by what was said in them, from the one that began last on") { open in
            let store = try open()
            for person in 1...3 { try await store.begin(person, at: Int64(person) * 1_000) }
            try await store.read([1: [["pay", "boss"]], 2: [["pay"], ["boss"]], 3: [["boss", "pay", "now"]]])
            for store in [store, try open()] {
                #expect(try await store.saying("pay") == [3, 2, 1])
                #expect(try await store.saying("pay", "boss") == [3, 1])
                #expect(try await store.saying("pay", "rent") == [])
                #expect(try await store.saying() == [])
            }
        },
        ContractRule("a page of what was found ends where the next begins, and a filter holds for all of it") { open in
            let store = try open()
            for person in 1...5 {
                try await store.begin(person, at: Int64(person) * 1_000, flow: person == 2 ? "school" : "wages")
            }
            try await store.read(Dictionary(uniqueKeysWithValues: (1...5).map { (Int64($0), [["pay"]]) }))
            let first = try await store.sessions(saying: [.pay], SessionFilter(), before: nil, limit: 2)
            #expect(first.sessions.map(\.id.rawValue) == [5, 4] && first.next == SessionID(rawValue: 4))
            var filter = SessionFilter()
            filter.flow = "wages"
            let second = try await store.sessions(saying: [.pay], filter, before: first.next, limit: 2)
            #expect(second.sessions.map(\.id.rawValue) == [3, 1] && second.next == nil && !second.isPartial)
        },
        ContractRule("lines are read once, and those that come later after them") { open in
            let store = try open()
            try await store.begin(1, at: 1_000)
            #expect(try await store.unread() == [1])
            let finding = try await store.sessions(saying: [.pay], SessionFilter(), before: nil, limit: 9)
            #expect(finding.unreadSince == Sample.time(1_000))
            try await store.read([1: [["pay"]]])
            #expect(try await open().unread() == [])
            try await store.begin(2, at: 2_000)
            #expect(try await store.unread() == [2])
            let lines = try await store.unreadLines(limit: 9)
            let conversation = try #require(lines.conversations[SessionID(rawValue: 2)])
            #expect(conversation.revision == Sample.revision && conversation.lines.map(\.input) == ["hello"])
            try await store.read([2: [["pay"]]])
            #expect(try await store.saying("pay") == [2, 1])
        },
        ContractRule("what was said by someone who is erased is found no more, and said again later it is") { open in
            let store = try open()
            for person in 1...2 { try await store.begin(person, at: 1_000) }
            try await store.read([1: [["pay"], ["rent"]], 2: [["pay"]]])
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            #expect(try await store.saying("pay") == [2])
            #expect(try await store.saying("rent") == [])
            try await store.begin(3, at: 3_000)
            try await store.read([3: [["rent"]]])
            #expect(try await store.saying("rent") == [3])
        },
        ContractRule("a line that takes the number of one that was erased is read, too") { open in
            let store = try open()
            for person in 1...2 { try await store.begin(person, at: 1_000) }
            let lines = try await store.unreadLines(limit: 9).lines
            _ = try await store.advance(Sample.arrival(2, at: 2_000)) { Sample.forgetting($0) }
            try await store.begin(3, at: 3_000)
            let words = lines.map { LineWords(line: $0, phrases: [Phrase(["pay"])]) }
            try await store.keepWords(words, form: 1)
            #expect(try await store.saying("pay") == [1])
            #expect(try await store.unread() == [3])
            try await store.read([3: [["pay"]]])
            _ = try await store.advance(Sample.arrival(3, at: 4_000)) { Sample.forgetting($0) }
            try await store.begin(4, at: 5_000)
            #expect(try await store.unread() == [4])
        },
        ContractRule("what is kept too long is found no more") { open in
            let store = try open()
            for person in 1...2 { try await store.begin(person, at: Int64(person) * 1_000) }
            try await store.read([1: [["pay"]], 2: [["pay"]]])
            let (since, never) = (Sample.time(1_500), Sample.time(0))
            let kept = KeptTexts(transcripts: since, messages: never, cases: never, claims: never)
            _ = try await store.dropTexts(kept, at: Sample.time(9_000), limit: 9)
            #expect(try await store.saying("pay") == [2])
        },
        ContractRule("words are forgotten unless they are of the form that stays, and everything is unread again") {
            open in
            let store = try open()
            for person in 1...3 { try await store.begin(person, at: 1_000) }
            try await store.read([1: [["pay"]], 2: [["pay"]], 3: [["pay"]]])
            #expect(try await !store.dropWords(except: 1, limit: 2))
            #expect(try await store.saying("pay") == [3, 2, 1])
            for form in [2, nil] {
                while try await store.dropWords(except: form, limit: 2) {}
                #expect(try await store.saying("pay") == [])
                #expect(try await store.unread() == [1, 2, 3])
            }
        },
        ContractRule("a line that was not there yet as later ones were read is read next, and they again") { open in
            let store = try open()
            for person in 1...3 { _ = try await store.advance(Sample.arrival(person)) { Sample.next($0) } }
            let lines = try await store.unreadLines(limit: 9).lines
            let words = lines.map { LineWords(line: $0, phrases: [Phrase(["pay"])]) }
            try #require(lines.count == 3)
            #expect(try await store.keepWords([words[0], words[2]], form: 1))
            #expect(try await store.unread() == [2, 3])
            #expect(try await store.saying("pay") == [1])
            #expect(try await store.keepWords([words[2]], form: 1))
            #expect(try await store.unread() == [2, 3])
            #expect(try await store.keepWords(Array(words[1...]), form: 1))
            #expect(try await store.unread() == [])
            #expect(try await store.saying("pay") == [3, 2, 1])
            #expect(try await !store.keepWords(Array(words[1...]), form: 1))
        },
        ContractRule("what is passed over is not read") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            try await store.passLines(form: 1)
            _ = try await store.advance(Sample.arrival(2)) { Sample.next($0) }
            #expect(try await store.unread() == [2])
        },
        ContractRule("a line that belongs to no conversation is read, and nothing is found by it") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                turn.input = "hello"
                return Decision(turn: turn)
            }
            let lines = try await store.unreadLines(limit: 9)
            #expect(lines.lines.map(\.session) == [nil] && lines.conversations.isEmpty)
            try await store.keepWords(lines.lines.map { LineWords(line: $0, phrases: [Phrase(["pay"])]) }, form: 1)
            #expect(try await store.unreadLines(limit: 9).lines.isEmpty)
            #expect(try await store.saying("pay") == [])
        },
    ]
}

extension WordDigest {
    fileprivate static let pay = WordDigest("pay")

    /// Any number that only this word has.
    fileprivate init(_ word: String) {
        self.init(rawValue: word.utf8.reduce(-7) { $0 * 31 + Int64($1) })
    }
}

extension Phrase {
    fileprivate init(_ words: [String]) {
        let text = words.joined(separator: " ")
        self.init(
            digest: Array((text + String(repeating: "-", count: 16)).utf8.prefix(16)), words: words.map(WordDigest.init)
        )
    }
}

extension Store {
    /// Reads what is unread; the lines of each conversation say, all of them, what is given for it.
    fileprivate func read(_ said: [Int64: [[String]]]) async throws {
        let words = try await unreadLines(limit: 9).lines.map { line in
            LineWords(line: line, phrases: (line.session.flatMap { said[$0.rawValue] } ?? []).map(Phrase.init))
        }
        try await keepWords(words, form: 1)
    }

    /// The numbers of the conversations whose lines are unread.
    fileprivate func unread() async throws -> [Int64?] {
        try await unreadLines(limit: 9).lines.map { $0.session?.rawValue }
    }

    /// The numbers of the conversations that are found by words.
    fileprivate func saying(_ words: String...) async throws -> [Int64] {
        let words = words.map(WordDigest.init)
        return try await sessions(saying: words, SessionFilter(), before: nil, limit: 9).sessions.map(\.id.rawValue)
    }
}
