import Conversation
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Everything that is kept about one person, of a gateway with the shipped pack.
struct PersonDeskTests {
    @Test func `of a number that several people had, staff say whose record they mean`() async throws {
        let town = try await TalkingGateway("china")
        try await town.write("FORGOT", 1)
        let first = try #require(try await town.store.recentSessions(limit: 1).first).person
        town.clock.move(by: 61 * 86_400)
        try await town.write("hello", 2)
        try await town.write("2", 3)
        let desk = town.gateway.people
        let several = try await desk.export(PersonQuery(number: "13800134567", reason: "asked"))
        #expect(several.outcome == .several && several.records.last == first.rawValue && several.records.count == 2)
        #expect(try await town.store.audit(before: nil, limit: 9).allSatisfy { $0.reason == nil })
        for record in several.records {
            let query = PersonQuery(number: "13800134567", record: record, reason: " asked ")
            #expect(try await desk.export(query).person?.record == record)
        }
        let stranger = PersonQuery(number: "13800134567", record: 99, reason: "asked")
        #expect(try await desk.export(stranger).outcome == .nobody)
        let entries = try await town.store.audit(before: nil, limit: 9).filter { $0.reason != nil }
        #expect(entries.map(\.act) == ["export person", "export person"])
        #expect(entries.map(\.subject) == several.records.reversed().map { "person \($0)" })
    }

    @Test func `a number that may be somebody else's by now gives nobody's data before staff say whose they mean`()
        async throws
    {
        let town = try await TalkingGateway("china")
        try await town.write("FORGOT", 1)
        let person = try #require(try await town.store.recentSessions(limit: 1).first).person.rawValue
        let desk = town.gateway.people
        #expect(try await desk.export(PersonQuery(number: "13800134567", reason: "asked")).person?.record == person)
        town.clock.move(by: 61 * 86_400)
        try await town.write("hello", 2)
        let doubtful = try await desk.export(PersonQuery(number: "13800134567", reason: "asked"))
        #expect(doubtful.outcome == .doubtful && doubtful.records == [person] && doubtful.person == nil)
        let sure = PersonQuery(number: "13800134567", record: person, reason: "asked")
        #expect(try await desk.export(sure).person?.record == person)
    }

    @Test func `a reason may neither be missing nor longer than it may be`() async throws {
        let town = try await TalkingGateway("china")
        try await town.write("hello", 1)
        let person = try #require(try await town.store.recentSessions(limit: 1).first).person.rawValue
        let long = String(repeating: "x", count: PersonQuery.longestReason)
        let desk = town.gateway.people
        for reason in ["", " \n", long + "x"] {
            #expect(try await desk.export(PersonQuery(record: person, reason: reason)).outcome == .unreasoned)
        }
        #expect(try await desk.export(PersonQuery(record: person, reason: long)).outcome == .done)
    }

    @Test func `a claim code in an SMS is on no page of staff and in no export`() async throws {
        let town = try await TalkingGateway("china")
        for (number, text) in ["hello", "1", "1", "7", "1", "0", "3", "3", "Shenzhen", "30", "1", "1"].enumerated() {
            try await town.write(text, number)
        }
        let session = try #require(try await town.store.recentSessions(limit: 1).first)
        let sent = try await town.store.messages(of: session.id).map(\.text).filter { $0.hasPrefix("Your code: ") }
        #expect(sent.count == 1 && ClaimCode(sent[0].dropFirst(11).prefix(11).description) != nil)
        let page = try #require(try await town.gateway.sessions.page(session.id, sight: .whole))
        let shown = page.messages.map(\.screen.text)
        #expect(shown.contains { $0.hasPrefix("Your code: ….") } && !shown.contains(sent[0]))
        #expect(shown.contains { $0.contains("Shenzhen 30") })
        let seen = try #require(try await town.gateway.sessions.page(session.id, sight: .redacted))
        #expect(!seen.messages.contains { $0.screen.text.contains("Shenzhen 30") })
        #expect(!seen.messages.contains { $0.screen.text.contains("paid in Shenzhen") })
        let query = PersonQuery(session: session.id.rawValue, reason: "asked")
        let person = try #require(try await town.gateway.people.export(query).person)
        #expect(person.messages.map(\.text).contains("Your code: …" + sent[0].dropFirst(22)))
        #expect(person.fields.first { $0.name == "card_city_1" }?.from == ["card#put_1"])
    }
}

extension TalkingGateway {
    /// She writes something by SMS.
    fileprivate func write(_ text: String, _ number: Int) async throws {
        clock.move(by: 5)
        let fields = ["id": "\(number)", "from": "+8613800134567", "to": "10000", "text": text]
        _ = try await post(fields, to: "sms", route: "receive")
    }
}
