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
                let draft = OutboxDraft(channel: "sms", text: "你好", expiresAt: Sample.time(8_000), trace: "t-01")
                return Decision(turn: Sample.next(snapshot).turn, outgoing: [draft])
            }
            let row = try #require(try await store.claim(at: 1_000).first)
            #expect(row.number == Sample.address(1).number)
            #expect((row.channel, row.text, row.attempts) == ("sms", "你好", 0))
            #expect((row.createdAt, row.expiresAt) == (Sample.time(1_000), Sample.time(8_000)))
            #expect(row.trace == "t-01")
            #expect(try await store.trace(of: row.id) == "t-01")
            #expect(try await store.trace(of: OutboxID(rawValue: 99)) == nil)
        },
        ContractRule("what is not to be sent in quiet hours says so, and holds up nothing") { open in
            let store = try open()
            let quiet = QuietHours(from: .midnight, to: try #require(TimeOfDay(hour: 6, minute: 30)))
            for (text, hours) in [("unasked", quiet), ("answer", nil)] {
                _ = try await store.advance(Sample.arrival(1, at: 1_000)) { snapshot in
                    let draft = OutboxDraft(channel: "sms", text: text, quiet: hours)
                    return Decision(turn: Sample.next(snapshot).turn, outgoing: [draft])
                }
            }
            let rows = try await store.claim(at: 1_000)
            #expect(Set(rows.map(\.text)) == ["answer", "unasked"])
            #expect(rows.first { $0.text == "unasked" }?.quiet == quiet)
            #expect(rows.first { $0.text == "answer" }?.quiet == nil)
            #expect(rows.allSatisfy { !$0.isOvertaken })
        },
        ContractRule(
            "what nobody asked for is overtaken once something was said after it, and its parts keep their order"
        ) {
            open in
            let store = try open()
            let quiet = QuietHours(from: .midnight, to: try #require(TimeOfDay(hour: 6, minute: 30)))
            _ = try await store.advance(Sample.arrival(1, at: 1_000)) { snapshot in
                let drafts = ["one", "two"].map { OutboxDraft(channel: "sms", text: $0, quiet: quiet) }
                return Decision(turn: Sample.next(snapshot).turn, outgoing: drafts)
            }
            let first = try #require(try await store.claim(at: 1_000).first)
            #expect(first.text == "one" && !first.isOvertaken)
            try await store.settle(first, .retry(at: Sample.time(5_000)))
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { Sample.next($0, at: 2_000) }
            let late = try #require(try await store.claim(at: 5_000).first)
            #expect(late.text == "one" && late.isOvertaken)
        },
        ContractRule("a claimed message is nobody else's until the lease ends") { open in
            let store = try open()
            try await store.send("one", to: 1)
            #expect(try await store.claim(at: 1_000, lease: 60).count == 1)
            #expect(try await store.claim(at: 60_999).isEmpty)
            #expect(try await store.claim(at: 61_000).count == 1)
        },
        ContractRule("a lease that is renewed lasts longer, but that of a settled message is over") { open in
            let store = try open()
            for person in 1...2 { try await store.send("one", to: person) }
            let rows = try await store.claim(at: 1_000, lease: 60)
            try await store.settle(try #require(rows.last), .sent)
            try await store.renewLeases(of: rows.map(\.id), until: Sample.time(90_000))
            #expect(try await store.claim(at: 89_999).isEmpty)
            #expect(try await store.claim(at: 90_000).map(\.id) == rows.prefix(1).map(\.id))
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
            try await store.settle(again, .sent)
            #expect(try await store.claim(at: 5_000).map(\.text) == ["second"])
        },
        ContractRule("only the named channels are claimed, each up to its room") { open in
            let store = try open()
            for person in 1...6 { try await store.send("x", to: person, by: person.isMultiple(of: 2) ? "a" : "b") }
            #expect(try await store.claim(at: 1_000, rooms: ["a": 2, "b": 0]).map(\.channel) == ["a", "a"])
            #expect(try await store.claim(at: 1_000, rooms: ["c": 9]).isEmpty)
            let rest = try await store.claim(at: 1_000, rooms: ["a": 9, "b": 9]).map(\.channel).sorted()
            #expect(rest == ["a", "b", "b", "b"])
        },
        ContractRule("a message that nothing was heard of comes back as abandoned, and that was an attempt") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            #expect((row.attempts, row.isAbandoned) == (0, false))
            let again = try #require(try await open().claim(at: 61_000).first)
            #expect((again.attempts, again.isAbandoned) == (1, true))
            try await store.settle(again, .unsure(until: Sample.time(70_000)))
            let waited = try #require(try await store.claim(at: 70_000).first)
            #expect((waited.attempts, waited.isAbandoned) == (2, false))
        },
        ContractRule("what a provider took of a message in parts is not asked of it again") { open in
            let store = try open()
            try await store.send("long", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            let part = AcceptedPart(number: 1, providerID: "p1")
            try await store.settle(row, .retry(at: Sample.time(2_000)), accepted: 1, parts: [part])
            let again = try #require(try await store.claim(at: 2_000).first)
            #expect((again.accepted, again.attempts) == (1, 1))
            try await store.settle(again, .sent, accepted: 2, parts: [AcceptedPart(number: 2, providerID: "p2")])
            #expect(try await store.message(to: 1).status == .accepted)
        },
        ContractRule("what waits for a person who wants no messages is given up, but for the last word") { open in
            let store = try open()
            try await store.send("menu", "news", to: 1)
            try await store.send("other", to: 2)
            let onItsWay = try #require(try await store.claim(at: 1_000, rooms: ["sms": 1]).first)
            _ = try await store.advance(Sample.arrival(1, at: 1_500)) { snapshot in
                var turn = Turn(snapshot, session: nil)
                turn.person.isStopped = true
                turn.outcome = .stopped
                return Decision(turn: turn, outgoing: [OutboxDraft(channel: "sms", text: "Stopped")])
            }
            #expect(try await store.deadLetters(channel: nil, limit: 9).map(\.reason) == ["opted out"])
            try await store.settle(onItsWay, .retry(at: Sample.time(3_000)))
            let back = try #require(try await store.claim(at: 3_000).first { $0.text == "menu" })
            #expect(back.expiresAt == Sample.time(1_500))
            try await store.settle(back, .dead(.expired))
            #expect(try await store.claim(at: 3_000).map(\.text) == ["Stopped"])
        },
        ContractRule("a message that was given up is listed, and goes once more when it is revived") { open in
            let store = try open()
            try await store.send("one", to: 1)
            try await store.send("two", to: 2, by: "b")
            for row in try await store.claim(at: 1_000, rooms: ["sms": 9, "b": 9]) {
                try await store.settle(row, .dead(.refused(code: "7")))
            }
            let dead = try await store.deadLetters(channel: nil, limit: 9)
            #expect(dead.map(\.channel) == ["b", "sms"])
            #expect(dead.map(\.reason) == ["refused 7", "refused 7"])
            #expect(dead.map(\.attempts) == [1, 1])
            #expect(dead.map(\.createdAt) == [Sample.time(1_000), Sample.time(1_000)])
            #expect(dead.map(\.diedAt) == [Sample.time(2_000), Sample.time(2_000)])
            #expect(try await store.deadLetters(channel: "b", limit: 9) == [dead[0]])
            let ids = [dead[1].id, OutboxID(rawValue: 99)]
            let (now, expiry) = (Sample.time(9_000), Sample.time(50_000))
            #expect(try await store.reviveDeadLetters(ids, at: now, expiresAt: expiry) == 1)
            #expect(try await store.reviveDeadLetters(ids, at: now, expiresAt: expiry) == 0)
            let row = try #require(try await store.claim(at: 9_000).first)
            #expect((row.text, row.attempts, row.isAbandoned, row.expiresAt) == ("one", 0, false, expiry))
        },
        ContractRule("the backlog tells what waits and what was given up, by channel") { open in
            let store = try open()
            for person in 1...3 { try await store.send("x", to: person, by: person == 3 ? "b" : "a") }
            #expect(try await store.outboxBacklog().map(\.waiting) == [2, 1])
            for row in try await store.claim(at: 1_000, rooms: ["a": 1, "b": 1]) {
                try await store.settle(row, row.channel == "a" ? .dead(.expired) : .sent)
            }
            let backlog = try await store.outboxBacklog()
            let rest = OutboxBacklog(channel: "a", waiting: 1, retrying: 0, oldest: Sample.time(1_000), dead: 1)
            #expect(backlog == [rest])
        },
        ContractRule("holding a message is no attempt") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, .hold(until: Sample.time(3_000)))
            #expect(try await store.claim(at: 2_999).isEmpty)
            #expect(try await store.claim(at: 3_000).map(\.attempts) == [0])
        },
        ContractRule("a settled message stays settled", settled: .sent),
        ContractRule("a message that was given up stays given up", settled: .dead(.optedOut)),
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
}
