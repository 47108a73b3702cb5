import Conversation
import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let outboxLists = [
        ContractRule("a list of messages goes from the latest to the earliest, page by page, each once") { open in
            let store = try open()
            for person in 1...5 { try await store.send("hello", to: person, by: person.isMultiple(of: 2) ? "a" : "b") }
            for stage in [nil, OutboxFilter.Stage.waiting] {
                var seen: [OutboxEntry] = []
                while true {
                    let filter = OutboxFilter(stage: stage)
                    let page = try await store.outbox(filter, after: seen.last?.id, limit: 2)
                    seen += page
                    if page.count < 2 { break }
                }
                #expect(seen.map(\.id.rawValue) == [5, 4, 3, 2, 1])
                #expect(seen.map(\.channel) == ["b", "a", "b", "a", "b"])
            }
        },
        ContractRule("a list of messages is of a channel and of a stage") { open in
            let store = try open()
            for person in 1...3 { try await store.send("hello", to: person, by: "a") }
            for person in 4...6 { try await store.send("hello", to: person, by: "b") }
            for row in try await store.claim(at: 1_000, rooms: ["a": 2, "b": 2]) {
                try await store.settle(row, row.person.rawValue.isMultiple(of: 2) ? .sent : .dead(.refused(code: "7")))
            }
            #expect(try await store.ids(OutboxFilter(channel: "a")) == [3, 2, 1])
            #expect(try await store.ids(OutboxFilter(stage: .dead)) == [5, 1])
            #expect(try await store.ids(OutboxFilter(stage: .sent)) == [4, 2])
            #expect(try await store.ids(OutboxFilter(stage: .waiting)) == [6, 3])
            #expect(try await store.ids(OutboxFilter(channel: "b", stage: .dead)) == [5])
            #expect(try await store.ids(OutboxFilter(channel: "c", stage: .dead)) == [])
            let dead = try #require(try await store.outbox(OutboxFilter(stage: .dead), after: nil, limit: 1).first)
            #expect((dead.state, dead.deadReason, dead.attempts) == (.dead, "refused 7", 1))
            #expect((dead.session?.rawValue, dead.settledAt) == (5, Sample.time(2_000)))
        },
        ContractRule("messages that a provider took since a moment are counted by channel") { open in
            let store = try open()
            for person in 1...3 { try await store.send("hello", to: person, by: person == 3 ? "b" : "a") }
            for row in try await store.claim(at: 1_000, rooms: ["a": 9, "b": 9]) {
                try await store.settle(row, row.person.rawValue == 2 ? .dead(.expired) : .sent, at: 2_000)
            }
            #expect(try await store.sentMessages(since: Sample.time(2_000)) == ["a": 1, "b": 1])
            #expect(try await store.sentMessages(since: Sample.time(2_001)) == ["a": 0, "b": 0])
        },
        ContractRule("what was tried and waits is counted as retrying") { open in
            let store = try open()
            for person in 1...2 { try await store.send("hello", to: person) }
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, .retry(at: Sample.time(9_000)))
            let backlog = try #require(try await store.outboxBacklog().first)
            #expect((backlog.waiting, backlog.retrying) == (2, 1))
        },
        ContractRule("a message to someone who wanted none is not revived") { open in
            let store = try open()
            for person in 1...2 { try await store.send("hello", to: person) }
            for row in try await store.claim(at: 1_000) {
                try await store.settle(row, .dead(row.person.rawValue == 1 ? .optedOut : .exhausted(code: nil)))
            }
            let ids = [1, 2].map(OutboxID.init(rawValue:))
            let until = Sample.time(90_000)
            #expect(try await store.reviveDeadLetters(ids, at: Sample.time(3_000), expiresAt: until) == 1)
            #expect(try await store.reviveDeadLetters(ids, at: Sample.time(3_000), expiresAt: until) == 0)
            #expect(try await store.ids(OutboxFilter(stage: .dead)) == [1])
        },
        ContractRule("a message to someone who has written STOP since is not revived") { open in
            let store = try open()
            for person in 1...2 { try await store.send("hello", to: person) }
            for row in try await store.claim(at: 1_000) { try await store.settle(row, .dead(.exhausted(code: nil))) }
            _ = try await store.advance(Sample.arrival(1, at: 2_000)) { snapshot in
                var turn = Turn(snapshot, session: nil)
                turn.person.isStopped = true
                turn.outcome = .stopped
                return Decision(turn: turn)
            }
            let ids = [1, 2].map(OutboxID.init(rawValue:))
            let (now, until) = (Sample.time(3_000), Sample.time(90_000))
            #expect(try await store.reviveDeadLetters(ids, at: now, expiresAt: until) == 1)
            #expect(try await store.ids(OutboxFilter(stage: .dead)) == [1])
        },
        ContractRule("a message whose channel is gone goes by another one, all of it") { open in
            let store = try open()
            try await store.send("long", to: 1, by: "old")
            _ = try await store.advance(Sample.arrival(1, channel: "new", at: 2_000)) { Sample.next($0, at: 2_000) }
            let row = try #require(try await store.claim(at: 1_000, rooms: ["old": 1]).first)
            let part = AcceptedPart(number: 1, providerID: "p1")
            try await store.settle(row, .retry(at: Sample.time(2_000)), accepted: 1, parts: [part])
            try await store.settle(row, .dead(.noChannel))
            let seen = Seen<[String]>()
            let count = try await store.reviveDeadLetters(
                [row.id, OutboxID(rawValue: 99)], at: Sample.time(3_000), expiresAt: Sample.time(9_000)
            ) { own, heard in
                seen.put([own, heard])
                return heard
            }
            #expect(count == 1 && seen.all == [["old", "new"]])
            #expect(try await store.claim(at: 3_000, rooms: ["old": 1]).isEmpty)
            let again = try #require(try await store.claim(at: 3_000, rooms: ["new": 1]).first)
            #expect((again.text, again.accepted, again.attempts) == ("long", 0, 0))
            try await store.settle(again, .sent, accepted: 1, parts: [AcceptedPart(number: 1, providerID: "p2")])
            let report = DeliveryReport(
                channel: "new", reference: nil, providerID: "p2", status: .delivered, at: Sample.time(4_000))
            #expect(try await store.recordReport(report) == .known(row.id))
        },
    ]
}

extension Store {
    fileprivate func ids(_ filter: OutboxFilter) async throws -> [Int64] {
        try await outbox(filter, after: nil, limit: 9).map(\.id.rawValue)
    }
}
