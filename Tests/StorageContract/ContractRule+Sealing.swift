import Conversation
import Expressions
import Sealing
import Storage
import Testing

extension ContractRule {
    /// What is kept is sealed, and the keys can be changed.
    static let sealing = [
        ContractRule("with another key everything is sealed anew, in stretches, and nothing needs the old one") {
            open in
            let old = KeyRing(RootKey(secret: Array(repeating: 1, count: 32)))
            let new = RootKey(secret: Array(repeating: 2, count: 32))
            let store = try open(old)
            for person in 1...5 { try await store.say("hello \(person)", person) }
            let before = try await store.everything()
            old.turn(to: new)
            try await store.say("hello 6", 6)
            #expect(try await store.resealed(limit: 2) > 10)
            #expect(try await store.resealed(limit: 1_000) == 0)
            await store.close()
            let later = try open(KeyRing(new))
            #expect(try await later.everything().prefix(5) == before[...])
            #expect(try await later.snapshot(of: 3).person.fields["said"] == .text("hello 3"))
            await later.close()
        },
        ContractRule("a walk over sealed values sees each of them once") { open in
            let store = try open()
            for person in 1...4 { try await store.say("hello", person) }
            for limit in [1, 3, 7, 1_000] {
                #expect(try await store.walk(limit: limit).map(\.seen).reduce(0, +) == store.sealedValues())
            }
            await store.close()
        },
        ContractRule("what no key opens stays as it is, and is counted") { open in
            let store = try open(KeyRing(RootKey(secret: Array(repeating: 1, count: 32))))
            try await store.say("hello", 1)
            let count = try await store.sealedValues()
            await store.close()
            let first = RootKey(secret: Array(repeating: 1, count: 32))
            let other = try open(KeyRing(RootKey(secret: Array(repeating: 2, count: 32))))
            #expect(try await other.walk(limit: 2).map(\.lost).reduce(0, +) == count)
            await #expect(throws: StoreFault.self) { try await other.say("hello", 1) }
            await other.close()
            let again = try open(KeyRing(first))
            #expect(try await again.everything() == ["hello|What is your name?|hello"])
            await again.close()
        },
    ]
}

extension Store {
    /// A turn that leaves something behind in every place that is sealed.
    fileprivate func say(_ text: String, _ person: Int) async throws {
        _ = try await advance(Sample.arrival(person, key: "\(text) of \(person)", at: 2_000)) { snapshot in
            var turn = Turn(snapshot, session: Sample.session())
            turn.input = text
            turn.person.fields["said"] = .text(text)
            turn.cases = [
                OpenedCase(number: snapshot.caseNumber, topic: "help", note: text, step: "main#help")
            ]
            return Decision(turn: turn, answer: Array(text.utf8)).sending(text)
        }
        guard let opened = try await openCases(limit: 100).last else { return }
        _ = try await changeCase(
            opened.number, .note(text), by: "li", key: Sample.key("note \(person)"), at: Sample.time(3_000))
        guard let session = opened.session else { return }
        let tag = SessionTag(digest: Sample.key(text), word: text)
        _ = try await remark(
            .tag(tag), on: session, by: "li", key: Sample.key("tag \(person)"), at: Sample.time(3_000))
    }

    /// What was said by and to everyone, in the order of sessions.
    fileprivate func everything() async throws -> [String] {
        var lines: [String] = []
        let notes = Dictionary(uniqueKeysWithValues: try await openCases(limit: 100).map { ($0.person, $0.note) })
        for session in try await recentSessions(limit: 100).reversed() {
            let said = try await transcript(of: session.id).map { "\($0.input)|\($0.reply ?? "")" }
            lines.append(said.joined(separator: ", ") + "|" + (notes[session.person] ?? ""))
        }
        return lines
    }

    fileprivate func walk(limit: Int) async throws -> [Resealing] {
        var place: ResealPlace? = ResealPlace()
        var stretches: [Resealing] = []
        while let here = place {
            stretches.append(try await reseal(from: here, limit: limit))
            place = stretches.last?.next
        }
        return stretches
    }

    fileprivate func resealed(limit: Int) async throws -> Int {
        try await walk(limit: limit).map(\.changed).reduce(0, +)
    }
}
