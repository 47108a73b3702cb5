import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    /// What people agree to.
    static let consents = [
        ContractRule("a consent is kept with its moment and its words, and so is what becomes of it") { open in
            let store = try open()
            try await store.consent(.given, of: 1, at: 1_000)
            try await store.consent(.given, of: 2, at: 2_000)
            try await store.consent(.withdrawn, of: 1, at: 3_000, text: "")
            for store in [store, try open()] {
                let rows = try await store.consents(of: PersonID(rawValue: 1))
                #expect(rows.map(\.note) == [Sample.consent(.given), Sample.consent(.withdrawn, text: "")])
                #expect(rows.map(\.at) == [Sample.time(1_000), Sample.time(3_000)])
                #expect(rows.map { $0.digest?.count } == [32, nil])
                let others = try await store.consents(of: PersonID(rawValue: 2))
                #expect(others.map(\.note) == [Sample.consent(.given)] && others[0].digest == rows[0].digest)
            }
        },
        ContractRule("other words have another digest") { open in
            let store = try open()
            for text in ["May we?", "May we, please?"] { try await store.consent(.given, of: 1, text: text) }
            let rows = try await store.consents(of: PersonID(rawValue: 1))
            #expect(rows.map(\.note.text) == ["May we?", "May we, please?"])
            #expect(Set(rows.map(\.digest)).count == 2)
        },
        ContractRule("who is erased has agreed to nothing") { open in
            let store = try open()
            for person in 1...2 { try await store.consent(.given, of: person) }
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.forgetting($0) }
            #expect(try await store.consents(of: PersonID(rawValue: 1)).isEmpty)
            #expect(try await store.consents(of: PersonID(rawValue: 2)).count == 1)
        },
        ContractRule("what was agreed to on a new number belongs to the record that comes there, until that is undone")
        {
            open in
            let store = try open()
            try await store.consent(.given, of: 1, at: 1_000)
            try await store.consent(.refused, of: 2, at: 2_000)
            try await store.offer("a", to: 1)
            try await store.claim("a", at: 2)
            let claim = try #require(try await store.claims(limit: 9).first)
            #expect(try await store.consents(of: claim.person).map(\.note.change) == [.given, .refused])
            #expect(try await store.undoClaim(claim.id, at: Sample.time(3_000)) == .done)
            #expect(try await store.consents(of: claim.person).map(\.note.change) == [.given])
            #expect(try await store.consents(of: claim.other).map(\.note.change) == [.refused])
        },
        ContractRule("it stays with that record when the claim is too old to be undone") { open in
            let store = try open()
            for (person, change) in [(1, ConsentNote.Change.given), (2, .refused)] {
                try await store.consent(change, of: person, at: Int64(person) * 1_000)
            }
            try await store.offer("a", to: 1)
            try await store.claim("a", at: 2)
            let claim = try #require(try await store.claims(limit: 9).first)
            let kept = KeptTexts(
                transcripts: Sample.time(0), messages: Sample.time(0), cases: Sample.time(0), claims: Sample.time(8_000)
            )
            #expect(try await store.dropTexts(kept, at: Sample.time(9_000), limit: 9).claims == 1)
            #expect(try await store.consents(of: claim.person).map(\.note.change) == [.given, .refused])
        },
    ]
}

extension Sample {
    /// What a turn notes of a consent.
    static func consent(_ change: ConsentNote.Change, text: String = "May we keep it?\n1 Yes\n2 No") -> ConsentNote {
        ConsentNote(
            subject: "person.consent", change: change, step: text.isEmpty ? "" : "welcome#consent", text: text,
            wording: 2,
            language: "en", revision: revision, channel: "sms")
    }
}

extension Store {
    /// A turn in which somebody agrees, or does not.
    fileprivate func consent(
        _ change: ConsentNote.Change, of person: Int, at: Int64 = 1_000, text: String? = nil
    ) async throws {
        _ = try await advance(Sample.arrival(person, at: at)) { snapshot in
            var turn = Sample.named("\(person)", snapshot).turn
            turn.consents = [text.map { Sample.consent(change, text: $0) } ?? Sample.consent(change)]
            return Decision(turn: turn)
        }
    }
}
