import ContentFiles
import Conversation
import Expressions
import Foundation
import Storage
import Telephony
import Testing

@testable import Gateway

/// What people answered, given out by a gateway that serves the shipped pack.
struct ResultsTests {
    private static let day = "2026-11-24"

    @Test func `a package has the answers that may be given out, and names that lead to nobody`() async throws {
        let town = try await TalkingGateway("china")
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        var player = TalkPlayer(town)
        for person in 0..<12 { try await player.talk(as: person, ["3", "yes", "1"]) }
        let package = try await ResultsArchive(town, flow: "rules/facts")
        try package.expectValid()
        #expect(Set(package.rows.map(\.question)) == ["rules/facts#still_there", "rules/facts#on_site"])
        #expect(package.rows.count == 24 && Set(package.rows.map(\.contact)).count == 12)
        #expect(Set(package.rows.map(\.at)) == ["2026-11-24T01:00:00+00:00"])
        #expect(package.rows.allSatisfy { $0.metadata["channel"] as? String == "ussd" })
        #expect(package.rows.allSatisfy { $0.metadata["language"] as? String == "en" })
        #expect(!package.text.contains("13800001"))
        let main = try await ResultsArchive(town, flow: "main")
        try main.expectValid()
        #expect(main.rows.map(\.response) == Array(repeating: "Unpaid wages", count: 12))
        var names: [Set<String>] = []
        for isStable in [false, true, true] {
            names.append(Set(try await ResultsArchive(town, flow: "main", isStable: isStable).rows.map(\.contact)))
        }
        #expect(names[0].isDisjoint(with: Set(main.rows.map(\.contact))) && names[0].isDisjoint(with: names[1]))
        #expect(names[1] == names[2] && names[1].count == 12)
    }

    @Test func `private answers and people's own words are no questions of a package`() async throws {
        let town = try await TalkingGateway("china")
        let names = PrivateNames(town.pack)
        for step in town.pack.steps {
            guard let question = ResultQuestion(step, of: town.pack, names) else { continue }
            if case .ask(let ask) = step.verb {
                #expect(
                    !ask.hidesAnswer && ![.text, .phone, .pin, .idNumber].contains(ask.answer.type), "\(question.id)")
            }
        }
        #expect(!town.gateway.results.hasQuestions("nothing") && town.gateway.results.hasQuestions("main"))
    }

    @Test func `it is refused without a reason, for days that are none, and about few people`() async throws {
        let town = try await TalkingGateway("china")
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        var player = TalkPlayer(town)
        for person in 0..<9 { try await player.talk(as: person, ["3"]) }
        let refused: [(flow: String, from: String, until: String, reason: String, ResultsRefusal)] = [
            ("main", Self.day, Self.day, " ", .unreasoned),
            ("main", Self.day, Self.day, String(repeating: "x", count: 501), .unreasoned),
            ("main", Self.day, "2026-11-23", "research", .days), ("main", "yesterday", Self.day, "research", .days),
            ("nothing", Self.day, Self.day, "research", .nothingAsked),
            ("main", Self.day, Self.day, "research", .tooFew),
        ]
        for (flow, from, until, reason, refusal) in refused {
            let query = ResultsQuery(flow: flow, from: from, until: until, reason: reason, isStable: false)
            await #expect(throws: refusal) { _ = try await town.gateway.results.results(query, by: nil) }
        }
        #expect(try await town.store.audit(before: nil, limit: 9).isEmpty)
        try await player.talk(as: 9, ["3"])
        _ = try await ResultsArchive(town, flow: "main")
        let entry = try #require(try await town.store.audit(before: nil, limit: 9).first)
        #expect(entry.act == "export results" && entry.subject == "flow main, \(Self.day) to \(Self.day)")
        #expect(entry.reason == "research")
    }

    @Test func `talks of the pack give packages that are right, and tell no number`() async throws {
        let town = try await TalkingGateway("china")
        var player = TalkPlayer(town)
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        for talk in try TalkingGateway.talks(of: "china").prefix(90) { try await player.play(talk) }
        var told = 0
        for flow in Set(town.pack.steps.map(\.flow)).sorted() where town.gateway.results.hasQuestions(flow) {
            let query = ResultsQuery(
                flow: flow, from: "2020-01-01", until: "2030-01-01", reason: "research", isStable: false)
            guard let package = try? await town.gateway.results.results(query, by: nil) else { continue }
            let archive = try await ResultsArchive(package)
            try archive.expectValid()
            told += archive.rows.count
            let numbers = player.secrets.filter { $0.count == 10 && $0.allSatisfy(\.isNumber) }
            #expect(numbers.count > 20 && !numbers.contains { archive.text.contains($0) })
        }
        #expect(told > 30)
    }
}

extension TalkPlayer {
    /// Somebody dials and answers, with a number of her own.
    fileprivate mutating func talk(as person: Int, _ answers: [String]) async throws {
        let number = "+86138000010\(10 + person)"
        town.clock.move(to: try #require(Timestamp(rfc3339: "2026-11-24T09:00:00+08:00")))
        try await town.know(number)
        let lines = answers.map { "> \($0)" }.joined(separator: "\n")
        let text = """
            talk: person \(person)
            on ussd from \(number) in en at 2026-11-24 09:00
            dial \(town.pack.settings.code)
            \(lines)
            """
        let log = DiagnosticLog()
        try await play(try #require(TalkFile.read(text, file: "x.talk", log: log).first, "\(log.sorted)"))
        // What is asked for now is behind everything that anybody said.
        town.clock.move(by: 600)
    }
}

extension TalkingGateway {
    /// Somebody's language, and that she agreed that something is kept about her.
    fileprivate func know(_ number: String) async throws {
        let address = gateway.parts.vault.key(for: try Address.parse(number, in: nil))
        let arrival = Arrival(key: nil, subject: .address(address, channel: "ussd"), at: clock.now)
        _ = try await store.advance(arrival) { snapshot in
            var person = snapshot.person
            person.language = "en"
            person.fields["consent"] = .boolean(true)
            return Decision(turn: Turn(person: person, session: snapshot.session))
        }
    }
}
