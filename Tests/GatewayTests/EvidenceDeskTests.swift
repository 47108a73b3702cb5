import ContentFiles
import Conversation
import Evidence
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// What is told of everybody who came to a gateway with the shipped pack.
struct EvidenceDeskTests {
    @Test func `whoever falls silent is counted where she is, at the question`()
        async throws
    {
        let town = try await TalkingGateway("china") { $0.evidenceLeast = 3 }
        try await town.comeToQuestion(3)
        try await town.fallSilent()
        try town.move(to: "2026-12-01")
        let report = try await town.gateway.evidence.report(of: "2026-11")
        let figures = try #require(try await town.gateway.evidence.figures(of: "rules/facts", in: "2026-11"))
        #expect(figures.left("rules/facts#birth_month", by: Outcome.expired.rawValue) == 3)
        let places = try #require(report.table(.place, .flow))
        #expect((places.rows, places.columns) == (["420100"], ["rights/pension"]))
        #expect(places.count(0, 0) == 3)
        let outcomes = try #require(report.table(.flow, .outcome))
        #expect(outcomes.columns == [Outcome.expired.rawValue])
        await town.gateway.close()
    }

    @Test func `whom staff or a provider end is counted where she is, too`() async throws {
        let town = try await TalkingGateway("china") { $0.evidenceLeast = 1 }
        try await town.comeToQuestion(2)
        let sessions = try await town.store.recentSessions(limit: 2).map(\.id)
        let (first, second) = (try #require(sessions.first), try #require(sessions.last))
        #expect(try await town.gateway.deeds.act(.end, in: first, by: "li", key: "a") == .done)
        let message = try #require(try await town.store.messages(of: second).last?.id)
        try await OptOuts(town.gateway.parts).keep(recipientOf: message, on: "sms")
        #expect(try await town.store.session(second)?.outcome == .stopped)
        try town.move(to: "2026-12-01")
        let places = try #require(try await town.gateway.evidence.report(of: "2026-11").table(.place, .outcome))
        #expect((places.rows, places.sum) == (["420100"], 2))
        await town.gateway.close()
    }

    @Test func `a month is told once it is over`() async throws {
        let town = try await TalkingGateway("china") { $0.evidenceLeast = 1 }
        try await town.comeToQuestion(1)
        try await town.fallSilent()
        let desk = town.gateway.evidence
        try town.move(to: "2026-11-20")
        #expect(desk.months.first == "2026-10" && desk.months.last == "2025-11" && desk.months.count == 12)
        #expect(try await desk.course() == nil)
        try town.move(to: "2026-12-01")
        #expect(desk.months.first == "2026-11")
        let course = try #require(try await desk.course())
        #expect(
            course.columns == desk.months.reversed() && course.columnSums.last == 1
                && course.columnSums.first == .some(nil))
        #expect(course.rows == ["rights/pension"] && course.count(0, 11) == 1)
        try town.move(to: "2027-12-01")
        #expect(desk.months.last == "2026-12")
        await town.gateway.close()
    }
}

extension TalkingGateway {
    /// People who work in Wuhan come to a question of a rule.
    fileprivate func comeToQuestion(_ people: Int) async throws {
        var player = TalkPlayer(self)
        for person in 1...people {
            let log = DiagnosticLog()
            let talk = """
                talk: a question of a rule
                on sms from +861380013450\(person) in en at 2026-11-02 09:00
                have person.consent = true
                have person.region = '420100'
                > ENGLISH
                > 1
                > 2
                > 1

                """
            try await player.play(#require(TalkFile.read(talk, file: "test.talk", log: log).first, "\(log.sorted)"))
            let session = try #require(try await store.recentSessions(limit: 1).first)
            #expect((session.step, session.flow) == ("rules/facts#birth_month", "rights/pension"))
        }
    }

    /// Nobody is heard for ten days.
    fileprivate func fallSilent() async throws {
        clock.move(by: 10 * 86_400)
        try await settle()
    }

    /// Noon of a day comes, by UTC.
    fileprivate func move(to day: String) throws {
        clock.move(to: Timestamp(date: try #require(CalendarDate(iso: day)), utcOffset: 0) + 43_200)
    }
}
