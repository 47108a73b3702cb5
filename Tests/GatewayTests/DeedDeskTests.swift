import Conversation
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Staff act in conversations of a gateway with the shipped pack.
struct DeedDeskTests {
    @Test func `staff answer by SMS, she answers them, and the flow goes on`() async throws {
        let town = try await TalkingGateway("china")
        try await town.say("hello", 1)
        let session = try await town.session()
        let question = try #require(try await town.store.messages(of: session).last?.text)
        let desk = town.gateway.deeds
        #expect(try await desk.act(.answer("We call at noon."), in: session, by: "li", key: "form 1") == .done)
        #expect(try await desk.act(.answer("We call at noon."), in: session, by: "li", key: "form 1") == .done)
        try await town.say("thank you", 2)
        #expect(try await desk.act(.handBack, in: session, by: "li", key: "form 2") == .done)
        #expect(try await desk.act(.handBack, in: session, by: "li", key: "form 3") == .idle)
        let messages = try await town.store.messages(of: session)
        #expect(messages.map(\.text) == [question, "We call at noon.", question])
        #expect(messages.map(\.state) == [.sent, .sent, .waiting])
        let page = try #require(try await town.gateway.sessions.page(session, sight: .whole))
        #expect(page.turns.map(\.line.understood) == ["keyword", "staff answered", "to staff", "handed back"])
        #expect(page.turns.map(\.line.input) == ["hello", "", "thank you", ""])
    }

    @Test func `staff end a conversation, and can write to her after it`() async throws {
        let town = try await TalkingGateway("china")
        try await town.say("hello", 1)
        let session = try await town.session()
        let desk = town.gateway.deeds
        #expect(try await desk.act(.end, in: session, by: "li", key: "a") == .done)
        #expect(try await desk.act(.end, in: session, by: "li", key: "b") == .over)
        #expect(try await town.store.session(session)?.outcome == .closed)
        #expect(try await desk.act(.answer("All done."), in: session, by: "li", key: "c") == .done)
        #expect(try await town.store.messages(of: session).last?.text == "All done.")
    }

    @Test func `notes and tags stand on the session's page, the words of notes for those who may see them`()
        async throws
    {
        let town = try await TalkingGateway("china")
        try await town.say("hello", 1)
        let session = try await town.session()
        let desk = town.gateway.deeds
        #expect(try await desk.note("her boss is Wang", on: session, by: "li", key: "a"))
        #expect(try await desk.note("her boss is Wang", on: session, by: "li", key: "a"))
        #expect(try await desk.tag("Urgent", isOn: true, on: session, by: "li", key: "b"))
        for word in ["", "two words", "13800138000", String(repeating: "x", count: 33)] {
            #expect(try await !desk.tag(word, isOn: true, on: session, by: "li", key: word))
        }
        #expect(try await !desk.note("x", on: SessionID(rawValue: 9), by: "li", key: "c"))
        let whole = try #require(try await town.gateway.sessions.page(session, sight: .whole))
        #expect((whole.notes.map(\.text), whole.tags) == (["her boss is Wang"], ["urgent"]))
        let seen = try #require(try await town.gateway.sessions.page(session, sight: .redacted))
        #expect(seen.notes.map(\.text) == [Redaction.mask])
        var filter = SessionFilter()
        filter.tag = desk.tag("urgent")?.digest
        #expect(try await town.gateway.sessions.list(filter).sessions.map(\.id) == [session])
    }

    @Test func `a preview tells exactly what would be sent, and nothing is kept of it`() async throws {
        let town = try await TalkingGateway("china")
        try await town.say("hello", 1)
        let session = try await town.session()
        let desk = town.gateway.deeds
        let turns = try await town.store.transcript(of: session).count
        let answer = try #require(
            try await desk.preview(.answer("We call at noon."), in: session, sight: .redacted))
        #expect((answer.outcome, answer.sent.map(\.text), answer.awaited) == (.done, ["We call at noon."], nil))
        #expect(answer.sent.map(\.segments) == [1])
        #expect(try await desk.preview(.handBack, in: session, sight: .redacted)?.outcome == .idle)
        #expect(try await desk.preview(.tell(" "), in: session, sight: .redacted)?.outcome == .length)
        #expect(try await desk.preview(.end, in: SessionID(rawValue: 9), sight: .redacted) == nil)
        let anew = try #require(try await desk.preview(.restart, in: session, sight: .whole))
        #expect(try await town.store.transcript(of: session).count == turns)
        #expect(try await desk.act(.restart, in: session, by: "li", key: "a") == .done)
        #expect(try await town.store.messages(of: session).last?.text == anew.sent.last?.text)
    }

    @Test func `how a conversation stands is told as it changes`() async throws {
        let town = try await TalkingGateway("china")
        try await town.say("hello", 1)
        let session = try await town.session()
        let desk = town.gateway.deeds
        let begun = try #require(try await desk.standing(of: session, in: nil))
        #expect((begun.isOpen, begun.isWithStaff, begun.blockedUntil) == (true, false, nil))
        #expect(begun.beginnings.contains { $0.step.hasPrefix("callback#") })
        let chinese = try #require(try await desk.standing(of: session, in: "zh-Hans")).beginnings
        #expect(chinese.contains { $0.title == "请求回电" && $0.step.hasPrefix("callback#") })
        #expect(Set(chinese.map(\.step)) == Set(begun.beginnings.map(\.step)))
        _ = try await desk.act(.answer("Hello."), in: session, by: "li", key: "a")
        #expect(try await desk.standing(of: session, in: nil)?.isWithStaff == true)
        let end = desk.blockEnd
        _ = try await desk.act(.block(until: end), in: session, by: "li", key: "b")
        #expect(try await desk.standing(of: session, in: nil)?.blockedUntil == end)
        _ = try await desk.act(.end, in: session, by: "li", key: "c")
        let ended = try #require(try await desk.standing(of: session, in: nil))
        #expect((ended.isOpen, ended.beginnings, ended.blockedUntil) == (false, [], end))
    }

    @Test func `where no channel sends SMS staff write nothing, but do everything else`() async throws {
        let town = try await TalkingGateway("china", without: "sms")
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        let hop = ["session": "a", "from": "+8613800134567", "code": town.pack.settings.code, "text": ""]
        _ = try await town.post(hop, to: "ussd", route: "session")
        let session = try await town.session()
        let desk = town.gateway.deeds
        #expect(try await desk.preview(.answer("Hello."), in: session, sight: .redacted)?.outcome == .silent)
        #expect(try await desk.act(.answer("Hello."), in: session, by: "li", key: "a") == .silent)
        let anew = try #require(try await desk.preview(.restart, in: session, sight: .redacted))
        #expect((anew.outcome, anew.sent, anew.awaited != nil) == (.done, [], true))
        #expect(try await desk.act(.restart, in: session, by: "li", key: "b") == .done)
        #expect(try await desk.act(.block(until: desk.blockEnd), in: session, by: "li", key: "c") == .done)
        #expect(try await desk.act(.end, in: session, by: "li", key: "d") == .done)
        #expect(try await town.store.messages(of: session).isEmpty)
    }

    @Test func `what cannot be sent is said, and nothing is kept of it`() async throws {
        let town = try await TalkingGateway("china")
        try await town.say("hello", 1)
        let session = try await town.session()
        let desk = town.gateway.deeds
        let long = String(repeating: "long words ", count: 200)
        #expect(try await desk.act(.answer(long), in: session, by: "li", key: "a") == .length)
        #expect(try await desk.act(.answer(" \n"), in: session, by: "li", key: "b") == .length)
        #expect(try await desk.act(.end, in: SessionID(rawValue: 99), by: "li", key: "c") == .unknown)
        try await town.say("stop", 2)
        #expect(try await desk.act(.answer("Hello."), in: session, by: "li", key: "d") == .stopped)
        #expect(try await !town.store.messages(of: session).contains { $0.text == "Hello." })
    }
}

extension TalkingGateway {
    fileprivate func say(_ text: String, _ number: Int) async throws {
        let fields = ["id": "\(number)", "from": "+8613800134567", "to": "10000", "text": text]
        _ = try await post(fields, to: "sms", route: "receive")
        try await settle()
    }

    /// The conversation that began last.
    fileprivate func session() async throws -> SessionID {
        try #require(try await store.recentSessions(limit: 1).first).id
    }
}
