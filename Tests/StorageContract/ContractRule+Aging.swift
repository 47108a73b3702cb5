import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    /// What is kept long enough goes.
    static let aging = [
        ContractRule("records age a stretch at a time, and what was taken from them is gone") { open in
            let store = try open()
            for person in 1...5 { _ = try await store.advance(Sample.arrival(person)) { Sample.named("a", $0) } }
            _ = try await store.advance(Sample.arrival(5)) { Sample.named("b", $0) }
            var (last, stretches, changed) = (PersonID?.none, 0, 0)
            repeat {
                let stretch = AgingStretch(after: last, limit: 2, heardSince: Sample.time(0), at: Sample.time(9_000))
                let aging = try await store.agePeople(stretch) { $0.fields["name"] == .text("a") ? Person() : $0 }
                (last, stretches, changed) = (aging.last, stretches + 1, changed + aging.changed)
            } while last != nil
            #expect(stretches == 3 && changed == 4)
            for store in [store, try open()] {
                #expect(try await store.snapshot(of: 1).person == Person())
                #expect(try await store.snapshot(of: 5).person.fields["name"] == .text("b"))
            }
        },
        ContractRule("a forecast tells what would go, field by field, and changes nothing") { open in
            let store = try open()
            let day = try #require(CalendarDate(year: 2024, month: 5, day: 6))
            for person in 1...3 {
                _ = try await store.advance(Sample.arrival(person, at: Int64(person) * 1_000)) { snapshot in
                    var known = snapshot.person
                    known.keep(.text("\(person)"), in: "name", on: day)
                    return Sample.turning(to: known, snapshot)
                }
            }
            var (last, people, fields) = (PersonID?.none, KeptTooLong(), [KeptTooLong]())
            repeat {
                let stretch = AgingStretch(
                    after: last, limit: 2, heardSince: Sample.time(2_000), at: Sample.time(9_000))
                let some = try await store.forecastAging(stretch) { person in
                    var aged = person
                    if aged.fields["name"] == .text("2") { aged.keep(.null, in: "name", on: day) }
                    return aged
                }
                (last, people) = (some.last, people + some.people)
                fields += some.fields["name"].map { [$0] } ?? []
            } while last != nil
            #expect(people == KeptTooLong(count: 1, oldest: Sample.time(1_000)))
            #expect(fields == [KeptTooLong(count: 1, oldest: Timestamp(date: day, utcOffset: 0))])
            for person in 1...3 {
                #expect(try await store.snapshot(of: person).person.fields["name"] == .text("\(person)"))
            }
        },
        ContractRule("a forecast counts the texts that are too old, and those that wait still stay") { open in
            let store = try open()
            try await store.live(1)
            _ = try await store.deliver("old", to: 2, as: "p1")
            let since = Sample.time(1_001)
            let found = try await store.forecastTexts(
                KeptTexts(transcripts: since, messages: since, cases: since, claims: since))
            #expect(found.lines.count > 0 && found.lines.oldest == Sample.time(1_000))
            #expect(found.messages == KeptTooLong(count: 1, oldest: Sample.time(1_000)))
            #expect(found.notes == KeptTooLong() && found.claims == KeptTooLong())
            let before = Sample.time(1_000)
            let none = try await store.forecastTexts(
                KeptTexts(transcripts: before, messages: before, cases: before, claims: before))
            #expect(none.lines == KeptTooLong() && none.messages == KeptTooLong())
        },
        ContractRule("who was not heard for too long is erased, unless somebody has to do something for her") { open in
            let store = try open()
            for person in 1...2 {
                _ = try await store.advance(Sample.arrival(person, at: Int64(person) * 1_000)) {
                    Sample.named("a", $0)
                }
            }
            try await store.live(3)
            let stretch = AgingStretch(after: nil, limit: 9, heardSince: Sample.time(2_000), at: Sample.time(9_000))
            let aging = try await store.agePeople(stretch) { $0 }
            #expect(aging == Aging(last: nil, changed: 0, erased: 1))
            #expect(try await store.snapshot(of: 1).person == Person())
            #expect(try await store.snapshot(of: 2).person.fields["name"] == .text("a"))
            #expect(try await store.snapshot(of: 3).person.fields["name"] == .text("3"))
        },
        ContractRule("a conversation that a reminder began, and in which she said nothing, does not keep her") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Sample.named("1", snapshot).turn
                turn.address = AddressState(standing: .verified, heardAt: Sample.time(1_000))
                return Decision(turn: turn)
            }
            _ = try await store.advance(Sample.arrival(1, at: 9_000)) { Sample.next($0) }
            let stretch = AgingStretch(after: nil, limit: 9, heardSince: Sample.time(2_000), at: Sample.time(9_000))
            #expect(try await store.agePeople(stretch) { $0 }.erased == 1)
        },
        ContractRule("messages that wait keep none that are settled from going") { open in
            let store = try open()
            for person in 1...3 { try await store.send("waits", to: person, by: "gone") }
            _ = try await store.deliver("old", to: 4, as: "p1")
            try await store.send("newest", to: 4, by: "gone")
            let kept = KeptTexts(
                transcripts: Sample.time(1), messages: Sample.time(5_000), cases: Sample.time(1), claims: Sample.time(1)
            )
            #expect(try await store.dropTexts(kept, at: Sample.time(9_000), limit: 2).messages == 1)
            #expect(try await store.message(to: 1).text == "waits")
        },
        ContractRule("an undone claim that is old takes no record with it") { open in
            let store = try open()
            try await store.offer("a", to: 1)
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            try await store.claim("a", at: 2)
            let claim = try #require(try await store.claims(limit: 9).first)
            #expect(try await store.undoClaim(claim.id, at: Sample.time(2_000)) == .done)
            // Her number goes to somebody new; she keeps her record.
            _ = try await store.advance(Sample.arrival(2, at: 3_000)) { snapshot in
                var turn = Turn(snapshot, session: nil)
                turn.move = .newcomer
                turn.person = Person(fields: ["name": .text("new")])
                return Decision(turn: turn)
            }
            let persons = try await store.counts().persons
            let kept = KeptTexts(
                transcripts: Sample.time(1), messages: Sample.time(1), cases: Sample.time(1),
                claims: Sample.time(5_000))
            #expect(try await store.dropTexts(kept, at: Sample.time(9_000), limit: 9).claims == 1)
            #expect(try await store.counts().persons == persons)
        },
        ContractRule("old lines, messages and claims go, a few at a time, and younger ones stay") { open in
            let store = try open()
            for name in ["a", "b"] { try await store.offer(name, to: 1) }
            _ = try await store.advance(Sample.arrival(2)) { Sample.named("2", $0) }
            let row = try await store.deliver("old", to: 2, as: "p1")
            try await store.claim("a", at: 2)
            let session = try #require(try await store.recentSessions(limit: 1).first)
            let none = KeptTexts(
                transcripts: Sample.time(1_000), messages: Sample.time(1_000), cases: Sample.time(1_000),
                claims: Sample.time(1_000))
            #expect(try await store.dropTexts(none, at: Sample.time(9_000), limit: 9).total == 0)
            let all = KeptTexts(
                transcripts: Sample.time(1_001), messages: Sample.time(1_001), cases: Sample.time(1_001),
                claims: Sample.time(1_001))
            #expect(try await store.dropTexts(all, at: Sample.time(9_000), limit: 1).lines == 1)
            while try await store.dropTexts(all, at: Sample.time(9_000), limit: 1).total > 0 {}
            #expect(try await store.transcript(of: session.id).isEmpty)
            #expect(try await !store.messages(to: session.person, limit: 9).map(\.id).contains(row.id))
            #expect(try await store.claims(limit: 9).isEmpty)
            #expect(try await store.snapshot(of: 2).person.fields["name"] == .text("1"))
            #expect(try await store.counts().persons == 1)
        },
    ]
}
