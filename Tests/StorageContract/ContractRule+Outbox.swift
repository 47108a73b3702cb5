import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let outbox = [
        ContractRule("a message is claimed with what it takes to send it") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1, channel: "ussd", at: 1_000)) { snapshot in
                let draft = OutboxDraft(channel: "sms", text: "你好", expiresAt: Sample.time(8_000))
                return Decision(turn: Sample.next(snapshot).turn, outgoing: [draft])
            }
            let row = try #require(try await store.claim(at: 1_000).first)
            #expect(row.sealed == Sample.address(1).sealed)
            #expect((row.channel, row.text, row.attempts) == ("sms", "你好", 0))
            #expect((row.createdAt, row.expiresAt) == (Sample.time(1_000), Sample.time(8_000)))
        },
        ContractRule("a claimed message is nobody else's until the lease ends") { open in
            let store = try open()
            try await store.send("one", to: 1)
            #expect(try await store.claim(at: 1_000, lease: 60).count == 1)
            #expect(try await store.claim(at: 60_999).isEmpty)
            #expect(try await store.claim(at: 61_000).count == 1)
        },
        ContractRule("messages of one person go one after the other, those of others do not wait") { open in
            let store = try open()
            try await store.send("first", "second", to: 1)
            try await store.send("other", to: 2)
            let rows = try await store.claim(at: 1_000)
            #expect(rows.map(\.text) == ["first", "other"])
            #expect(try await store.claim(at: 1_000).isEmpty)
            let first = try #require(rows.first)
            try await store.settle(first, .retry(at: Sample.time(5_000)))
            #expect(try await store.claim(at: 4_999).isEmpty)
            let again = try #require(try await store.claim(at: 5_000).first)
            #expect((again.text, again.attempts) == ("first", 1))
            try await store.settle(again, .sent(providerID: "p1"))
            #expect(try await store.claim(at: 5_000).map(\.text) == ["second"])
        },
        ContractRule("only the named channels are claimed, and no more than the limit") { open in
            let store = try open()
            for person in 1...6 { try await store.send("x", to: person, by: person.isMultiple(of: 2) ? "a" : "b") }
            #expect(try await store.claim(at: 1_000, channels: ["a"], limit: 2).map(\.channel) == ["a", "a"])
            #expect(try await store.claim(at: 1_000, channels: ["c"]).isEmpty)
            #expect(try await store.claim(at: 1_000, channels: ["a", "b"]).map(\.channel) == ["a", "b", "b", "b"])
        },
        ContractRule("holding a message is no attempt") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, .hold(until: Sample.time(3_000)))
            #expect(try await store.claim(at: 2_999).isEmpty)
            #expect(try await store.claim(at: 3_000).map(\.attempts) == [0])
        },
        ContractRule("a settled message stays settled", settled: .sent(providerID: nil)),
        ContractRule("a message that was given up stays given up", settled: .dead(.optedOut)),
        ContractRule("the next due time is that of a message which is not due yet") { open in
            let store = try open()
            #expect(try await store.nextOutboxDue(channels: ["sms"], after: Sample.time(0)) == nil)
            try await store.send("one", to: 1)
            try await store.send("two", to: 2)
            let row = try #require(try await store.claim(at: 1_000, lease: 30, limit: 1).first)
            try await store.settle(row, .retry(at: Sample.time(7_000)))
            let next = { try await store.nextOutboxDue(channels: ["other", "sms"], after: Sample.time($0)) }
            #expect(try await next(999) == Sample.time(1_000))
            #expect(try await next(1_000) == Sample.time(7_000))
            #expect(try await next(7_000) == nil)
            #expect(try await store.nextOutboxDue(channels: ["other"], after: Sample.time(0)) == nil)
        },
    ]

    private init(_ sentence: String, settled action: OutboxAction) {
        self.init(sentence) { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, action)
            try await store.settle(row, .retry(at: Sample.time(2_000)))
            try await store.settle(row, .hold(until: Sample.time(2_000)))
            #expect(try await store.claim(at: 900_000).isEmpty)
            #expect(try await store.counts().waitingMessages == 0)
        }
    }

    static let reports = [
        ContractRule("a report finds its message by channel and provider id") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, .sent(providerID: "p1"))
            for (channel, id, isKnown) in [("sms", "p1", true), ("sms", "p2", false), ("other", "p1", false)] {
                let found = try await store.recordReport(
                    channel: channel, providerID: id, status: .delivered, at: Sample.time(2_000))
                #expect(found == isKnown)
            }
        }
    ]
}

extension Store {
    /// A turn that sends messages, at 1 s.
    fileprivate func send(_ texts: String..., to person: Int, by channel: String = "sms") async throws {
        _ = try await advance(Sample.arrival(person)) { snapshot in
            Decision(
                turn: Sample.next(snapshot).turn, outgoing: texts.map { OutboxDraft(channel: channel, text: $0) })
        }
    }

    fileprivate func claim(
        at: Int64, channels: [String] = ["sms"], lease: Int64 = 60, limit: Int = 100
    ) async throws -> [OutboxRow] {
        try await claimOutbox(channels: channels, at: Sample.time(at), lease: lease, limit: limit)
    }

    fileprivate func settle(_ row: OutboxRow, _ action: OutboxAction) async throws {
        try await settleOutbox([OutboxResult(id: row.id, action: action, at: Sample.time(2_000))])
    }
}
