import ContentFiles
import Conversation
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// What staff look at before they do something in a conversation, and that nothing else is done.
struct DeedPreviewTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a claim code is made when staff lead to it, is good, and is seen by her alone`() async throws {
        let town = try await TalkingGateway("china")
        _ = try await town.post(
            ["id": "1", "from": "+8613800134567", "to": "10000", "text": "hello"], to: "sms", route: "receive")
        let (session, desk) = (try await town.session(), town.gateway.deeds)
        let deed = StaffDeed.move(to: "new_number#start")
        let preview = try #require(try await desk.preview(deed, in: session, sight: .whole))
        #expect(preview.sent.last?.text.contains(/[0-9]{5}-[0-9]{5}/) == false)
        #expect(try await desk.act(deed, in: session, by: "li", key: "a", as: preview.mark) == .done)
        let text = try #require(try await town.store.messages(of: session).last?.text)
        #expect(ClaimCode.hidden(in: text) == preview.sent.last?.text)
        let shown = try #require(text.firstMatch(of: /[0-9]{5}-[0-9]{5}/)).output
        let code = try #require(ClaimCode(String(shown)))
        let digest = town.gateway.parts.vault.digest(ofCode: code.digits)
        let known = try await town.store.snapshot(of: session, at: town.clock.now) { snapshot in
            var decision = Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            if snapshot.findings?.code == nil { decision.lookup = .code(digest) }
            return decision
        }
        #expect(try #require(known?.findings?.code) != .nobody)
        let kept = try #require(try await town.store.transcript(of: session).last?.reply)
        #expect(!kept.contains(String(shown)))
        await town.gateway.close()
    }

    @Test func `what only the store knows is looked up, for who looks and for her`() async throws {
        let town = try await TalkingGateway("china")
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        let hop = ["session": "a", "from": "+8613800134567", "code": town.pack.settings.code]
        _ = try await town.post(hop.merging(["text": ""]) { $1 }, to: "ussd", route: "session")
        let (session, desk) = (try await town.session(), town.gateway.deeds)
        let deed = StaffDeed.move(to: "data#look")
        let whole = try #require(try await desk.preview(deed, in: session, sight: .whole))
        #expect(whole.awaited?.text.hasPrefix("We keep ") == true)
        let seen = try #require(try await desk.preview(deed, in: session, sight: .redacted))
        #expect(seen.awaited?.isWithheld == true && seen.mark == whole.mark)
        #expect(try await desk.act(deed, in: session, by: "li", key: "a", as: seen.mark) == .done)
        let answer = try await town.post(
            hop.merging(["phase": "continue", "text": "1"]) { $1 }, to: "ussd", route: "session")
        #expect(answer.contains("We keep "))
        await town.gateway.close()
    }

    @Test func `who may not read everything sees no SMS of a step that writes what is private`() async throws {
        let town = try await TalkingGateway("china")
        let log = DiagnosticLog()
        let talk = """
            talk: her card
            on sms from +8613800134567 in en at 2026-11-02 09:00
            have person.consent = true
            have person.card_city_1 = '440300'
            have person.card_months_1 = 24
            > ENGLISH
            > 7
            > 3
            > 3

            """
        var player = TalkPlayer(town)
        try await player.play(#require(TalkFile.read(talk, file: "test.talk", log: log).first, "\(log.sorted)"))
        let (session, desk) = (try await town.session(), town.gateway.deeds)
        let deed = StaffDeed.move(to: "card#send_card")
        #expect(try await town.store.session(session)?.step == "card#card")
        let whole = try #require(try await desk.preview(deed, in: session, sight: .whole))
        #expect(whole.sent.first?.text.contains("Shenzhen") == true)
        let seen = try #require(try await desk.preview(deed, in: session, sight: .redacted))
        #expect(seen.sent.map(\.isWithheld) == [true, false] && seen.sent.first?.text == Redaction.mask)
        #expect(try await desk.act(deed, in: session, by: "li", key: "a", as: seen.mark) == .done)
        let page = try #require(try await town.gateway.sessions.page(session, sight: .redacted))
        #expect(page.messages.suffix(2).first?.screen.text == Redaction.mask)
        #expect(page.turns.last?.screen?.text == seen.sent.last?.text)
        await town.gateway.close()
    }

    @Test func `what stood above a question is withheld when it stands there again`() async throws {
        let town = try await JoiningGateway(folder, channels: ["pushing"], steps: Self.secret)
        let session = try await Self.tell("blue", town)
        let desk = town.gateway.deeds
        #expect(try await desk.act(.answer("Hello."), in: session, by: "li", key: "a") == .done)
        let whole = try #require(try await desk.preview(.handBack, in: session, sight: .whole))
        #expect(whole.sent.map(\.text) == ["You said blue.\nYour job?"])
        let seen = try #require(try await desk.preview(.handBack, in: session, sight: .redacted))
        #expect(seen.sent.map(\.text) == [Redaction.mask] && seen.sent.first?.isWithheld == true)
        await town.close()
    }

    @Test func `nothing is done that would not be what was looked at`() async throws {
        let town = try await JoiningGateway(folder, channels: ["pushing"], steps: Self.secret)
        let session = try await Self.tell("blue", town)
        let (desk, deed) = (town.gateway.deeds, StaffDeed.move(to: "main#told"))
        let first = try #require(try await desk.preview(deed, in: session, sight: .redacted)).mark
        #expect(try await desk.act(.move(to: "main#start"), in: session, by: "li", key: "a") == .done)
        _ = try await town.bring("red", id: "3", to: "pushing")
        let before = try await town.store.messages(of: session).map(\.text)
        #expect(try await desk.act(deed, in: session, by: "li", key: "b", as: first) == .changed)
        #expect(try await town.store.messages(of: session).map(\.text) == before)
        let second = try #require(try await desk.preview(deed, in: session, sight: .redacted)).mark
        #expect(second != first)
        for _ in 1...2 { #expect(try await desk.act(deed, in: session, by: "li", key: "c", as: second) == .done) }
        #expect(
            try await town.store.messages(of: session).map(\.text) == before + ["You said red.\nYour job?"])
        await town.close()
    }

    /// A flow that says what is private above a question that is not.
    private static let secret = """
        steps:
          start:
            ask: Your secret?
            answer: { type: text, least: 1, most: 100 }
            save: secret
            private: true
            go: told
          told:
            say: "You said ${secret}."
            go: job
          job:
            ask: Your job?
            answer: { type: text, least: 1, most: 100 }
            save: job
            go: job

        """

    /// Somebody tells her secret. Returns the conversation.
    private static func tell(_ secret: String, _ town: JoiningGateway) async throws -> SessionID {
        _ = try await town.bring("hi", id: "1", to: "pushing")
        _ = try await town.bring(secret, id: "2", to: "pushing")
        return try #require(try await town.store.recentSessions(limit: 1).first).id
    }
}

extension TalkingGateway {
    /// The conversation that began last.
    fileprivate func session() async throws -> SessionID {
        try #require(try await store.recentSessions(limit: 1).first).id
    }
}
