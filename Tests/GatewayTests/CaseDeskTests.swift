import Conversation
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Staff see to cases of a gateway with the shipped pack.
struct CaseDeskTests {
    @Test func `a case is overdue when its time is over, until it is closed`() async throws {
        let town = try await TalkingGateway("china")
        try await town.open(1)
        let desk = town.gateway.cases
        #expect(try await desk.list(CaseFilter(), sight: .whole).cases.map(\.isOverdue) == [false])
        let dueAt = try #require(try await desk.page(1, sight: .whole)).entry.dueAt
        town.clock.move(to: dueAt + 1)
        try await town.open(2)
        let listed = try await desk.list(CaseFilter(), sight: .whole).cases
        #expect(listed.map(\.summary.number) == [1, 2])
        #expect(listed.map(\.isOverdue) == [true, false])
        #expect(try await desk.counts().map(\.overdue) == [1])
        #expect(try await desk.change(1, .close(.helped), by: "li", key: "form 1") == .done)
        #expect(try await desk.page(1, sight: .whole)?.entry.isOverdue == false)
        #expect(try await desk.list(CaseFilter(), sight: .whole).cases.map(\.summary.number) == [2])
    }

    @Test func `a note is kept once for a form, and its words only for those who may see them`() async throws {
        let town = try await TalkingGateway("china")
        try await town.open(1)
        let desk = town.gateway.cases
        #expect(try await desk.change(1, .note("she called 13800138000"), by: "li", key: "form 1") == .done)
        #expect(try await desk.change(1, .note("she called 13800138000"), by: "li", key: "form 1") == .repeated)
        #expect(try await desk.change(1, .note("again"), by: "wang", key: "form 1") == .done)
        let page = try #require(try await desk.page(1, sight: .whole))
        #expect(page.notes.map(\.text) == ["she called 13800138000", "again"])
        #expect(page.entry.summary.note == "wages. 13800138000")
        let seen = try #require(try await desk.page(1, sight: .redacted))
        #expect(seen.notes.map(\.text) == [Redaction.mask, Redaction.mask])
        #expect(seen.notes.map(\.author) == ["li", "wang"])
        #expect(seen.entry.summary.note == Redaction.mask)
        #expect(try await desk.page(2, sight: .whole) == nil)
    }

    @Test func `a list is given in pages`() async throws {
        let town = try await TalkingGateway("china")
        for number in 1...3 { try await town.open(number) }
        let first = try await town.gateway.cases.list(CaseFilter(), limit: 2, sight: .redacted)
        #expect((first.cases.map(\.summary.number), first.next) == ([1, 2], 2))
        let second = try await town.gateway.cases.list(CaseFilter(), after: first.next, limit: 2, sight: .redacted)
        #expect((second.cases.map(\.summary.number), second.next) == ([3], nil))
    }
}

extension TalkingGateway {
    /// A person of her own asks for a call back.
    fileprivate func open(_ number: Int) async throws {
        let address = AddressKey(fingerprint: Array("person \(number)".utf8), number: "+861380013456\(number)")
        let arrival = Arrival(key: nil, subject: .address(address, channel: "sms"), at: clock.now)
        _ = try await store.advance(arrival) { snapshot in
            var turn = Turn(person: snapshot.person, session: nil)
            turn.cases = [
                OpenedCase(
                    number: number, topic: "callback", note: "wages. 13800138000", step: "callback#open_case")
            ]
            return Decision(turn: turn)
        }
    }
}
