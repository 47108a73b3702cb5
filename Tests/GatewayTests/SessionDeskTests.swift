import Conversation
import Expressions
import Storage
import Telephony
import TestSupport
import Testing

@testable import Gateway

/// Staff look at conversations with the shipped pack.
struct SessionDeskTests {
    @Test func `a page shows each screen as it was sent, with its length, and what was typed`() async throws {
        let town = try await TalkingGateway("china")
        let shown = try await town.play(["1", "1"])
        let page = try #require(try await town.page(.whole))
        #expect(page.turns.map { $0.screen?.text } == shown)
        #expect(page.turns.map(\.line.input) == ["", "1", "1"])
        for screen in page.turns.compactMap(\.screen) {
            let limit = try #require(screen.limit)
            #expect(screen.length == TextMeasure(of: screen.text))
            #expect((1...limit).contains(screen.length.units))
            #expect(screen.segments == nil)
        }
        #expect(page.turns.map(\.pause) == [nil, 5, 5])
        #expect(page.turns.allSatisfy { $0.line.channel == "ussd" })
        #expect(page.summary.revision == town.pack.revision)
        #expect(page.numberEnding == "67")
    }

    @Test func `an SMS has its segments, its delivery state and its attempts`() async throws {
        let town = try await TalkingGateway("china")
        let fields = ["id": "1", "from": "+8613800134567", "to": "10000", "text": "hello"]
        _ = try await town.post(fields, to: "sms", route: "receive")
        var page = try #require(try await town.page(.whole))
        let answer = try #require(page.turns[0].screen)
        #expect((answer.segments, answer.limit) == (Segments.count(answer.text), nil))
        #expect(page.messages.map(\.screen) == [answer])
        #expect(page.messages.map(\.state) == [.waiting])
        try await town.settle()
        page = try #require(try await town.page(.whole))
        #expect(page.messages.map(\.state) == [.sent])
        #expect(page.messages.map(\.attempts) == [1])
    }

    @Test func `a number, a case and a list lead to the conversation`() async throws {
        let town = try await TalkingGateway("china")
        _ = try await town.play(["1"])
        let desk = town.gateway.sessions
        let listed = try await desk.list(SessionFilter())
        #expect(listed.sessions.count == 1)
        #expect(listed.next == nil)
        guard case .people(let people) = try await desk.find("138 0013 4567") else {
            Issue.record("the number leads nowhere")
            return
        }
        #expect(people == listed.sessions.map(\.person))
        #expect(try await desk.find("+86 138 0013 4568") == .nothing)
        #expect(try await desk.find("#9") == .nothing)
        guard case .unreadable = try await desk.find("+86+138") else {
            Issue.record("that is no number")
            return
        }
    }

    @Test func `what she saw and typed leads to the conversation, what is private does not`() async throws {
        let town = try await TalkingGateway("china")
        let shown = try await town.play(["6", "1", "4", "2", "+8613900139000", "1", "1"])
        let desk = town.gateway.sessions
        let whole = try #require(try await town.page(.whole))
        let seen = try #require(try await town.page(.redacted))
        let open = try #require(zip(shown, seen.turns).first { $1.screen?.isWithheld == false }).0
        let word = try #require(SearchWords.of(open).max { $0.count < $1.count })
        #expect(try await desk.found(word.uppercased()) == [whole.summary.id.rawValue])
        #expect(try await desk.found(word + " zzzz") == [])
        let (all, allowed) = (whole.words, seen.words)
        #expect(!all.subtracting(allowed).isEmpty)
        for word in all.subtracting(allowed) where word.contains(where: \.isLetter) {
            #expect(try await desk.found(word) == [], "\(word)")
        }
    }

    @Test func `what she wrote in Chinese is found by any part of it`() async throws {
        let town = try await TalkingGateway("china")
        let fields = ["id": "1", "from": "+8613800134567", "to": "10000", "text": "老板欠我钱"]
        _ = try await town.post(fields, to: "sms", route: "receive")
        for part in ["老板", "欠我钱", "钱"] { #expect(try await town.gateway.sessions.found(part) == [1], "\(part)") }
        #expect(try await town.gateway.sessions.found("工伤保险局") == [])
    }

    @Test func `a person is in the place she said, and in the province around it`() async throws {
        let town = try await TalkingGateway("china")
        let field = try #require(
            town.pack.personFields.filter { $0.value.type == .place && !$0.value.isPrivate }.keys.sorted().first)
        let shenzhen = Person(fields: [field: .text("440300")])
        #expect(town.pack.places(of: shenzhen) == ["440300", "440000"])
        #expect(town.pack.city(of: shenzhen) == "440300")
        #expect(town.pack.places(of: Person()) == [])
    }

    @Test func `a conversation is found by the city of her record, and by the province around it`() async throws {
        let town = try await TalkingGateway("china")
        let desk = town.gateway.sessions
        #expect(try await desk.places().isEmpty)
        try await town.move("+8613800134561", to: "440100")
        _ = try await town.play([], from: ["+8613800134561", "+8613800134562"])
        #expect(try await desk.places().count == 2)
        for (code, numbers) in [("440000", [1]), ("440100", [1]), ("440300", [])] {
            var filter = SessionFilter()
            filter.place = town.gateway.parts.vault.place(code)
            #expect(try await desk.list(filter).sessions.map { Int($0.id.rawValue) } == numbers, "\(code)")
        }
    }

    @Test func `a list is given in pages, and its places are read back`() async throws {
        let town = try await TalkingGateway("china")
        _ = try await town.play([], from: (1...3).map { "+861380013456\($0)" })
        let first = try await town.gateway.sessions.list(SessionFilter(), limit: 2)
        let place = try #require(first.next)
        #expect(SessionPlace(place.text) == place)
        #expect(SessionPlace("1-x") == nil)
        let second = try await town.gateway.sessions.list(SessionFilter(), after: place, limit: 2)
        #expect((first.sessions + second.sessions).map(\.id.rawValue) == [3, 2, 1])
        #expect(second.next == nil)
    }

    @Test func `who may not see private answers sees neither them nor numbers`() async throws {
        let town = try await TalkingGateway("china")
        _ = try await town.play(["6", "1", "4", "2", "+8613900139000", "1", "1"])
        let whole = try #require(try await town.page(.whole))
        let seen = try #require(try await town.page(.redacted))
        let text = "\(seen.turns) \(seen.messages) \(seen.cases)"
        #expect("\(whole.turns)".contains("13900139000"))
        #expect("\(whole.cases)".contains("13900139000"))
        #expect(!text.contains("139001"))
        #expect(seen.turns.contains { $0.screen?.isWithheld == true })
        #expect(seen.turns.contains { $0.screen?.isWithheld == false })
        #expect(seen.cases.map(\.note) == [Redaction.mask])
        #expect(zip(whole.turns, seen.turns).allSatisfy { $0.screen?.length == $1.screen?.length })
    }
}

extension SessionDesk {
    /// The numbers of the conversations that are found by words.
    fileprivate func found(_ words: String) async throws -> [Int64] {
        guard case .said(let list) = try await find(words) else {
            Issue.record("'\(words)' are no words")
            return []
        }
        #expect(list.unreadSince == nil && !list.isPartial)
        return list.sessions.map(\.id.rawValue)
    }
}

extension SessionPage {
    /// Every word of it.
    fileprivate var words: Set<String> {
        Set(turns.flatMap { [$0.line.input, $0.screen?.text ?? ""] }.flatMap(SearchWords.of))
    }
}

extension TalkingGateway {
    /// Dials and answers, 5 seconds for each, one number after the other. Returns what was shown.
    fileprivate func play(
        _ answers: [String], from numbers: [String] = ["+8613800134567"]
    ) async throws -> [String] {
        let keeper = Task { try await gateway.deadlines.run() }
        defer { keeper.cancel() }
        var shown: [String] = []
        for number in numbers {
            try await agree(number)
            shown.append(try await hop(["phase": "begin", "code": pack.settings.code], number))
            for answer in answers {
                clock.move(to: clock.now + 5)
                shown.append(try await hop(["phase": "continue", "text": answer], number))
            }
        }
        return shown
    }

    /// The page of the conversation that began last.
    fileprivate func page(_ sight: Sight) async throws -> SessionPage? {
        let id = try #require(try await store.recentSessions(limit: 1).first).id
        return try await gateway.sessions.page(id, sight: sight)
    }

    private func hop(_ fields: [String: String], _ number: String) async throws -> String {
        let own = ["session": "dialogue of \(number)", "from": number].merging(fields) { $1 }
        let body = try Value.parse(json: try await post(own, to: "ussd", route: "session"))
        guard case .object(let screen) = body, case .text(let text)? = screen["text"] else { return "" }
        return text
    }

    /// Whoever has a number is in a city from now on.
    fileprivate func move(_ number: String, to code: String) async throws {
        let address = gateway.parts.vault.key(for: try Address.parse(number, in: nil))
        let arrival = Arrival(key: nil, subject: .address(address, channel: "ussd"), at: clock.now)
        _ = try await store.advance(arrival) { snapshot in
            var person = snapshot.person
            person.fields["region"] = .text(code)
            return Decision(turn: Turn(person: person, session: snapshot.session))
        }
    }

    /// Agrees that something is kept, in English, before anything is asked.
    private func agree(_ number: String) async throws {
        let address = gateway.parts.vault.key(for: try Address.parse(number, in: nil))
        let arrival = Arrival(key: nil, subject: .address(address, channel: "ussd"), at: clock.now)
        _ = try await store.advance(arrival) { snapshot in
            var person = snapshot.person
            person.fields["consent"] = .boolean(true)
            person.language = "en"
            return Decision(turn: Turn(person: person, session: snapshot.session))
        }
    }
}
