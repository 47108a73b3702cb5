import Delivery
import Expressions
import Storage
import Testing

extension ContractRule {
    static let reports = [
        ContractRule("a report finds its message by channel and provider id") { open in
            let store = try open()
            let row = try await store.deliver("one", to: 1, as: "p1")
            #expect(try await store.report("p2", .failed) == .early)
            #expect(try await store.report("p1", .failed, by: "other") == .early)
            #expect(try await store.message(to: 1).status == .accepted)
            #expect(try await store.report("p1", .delivered) == .known(row.id))
            #expect(try await store.message(to: 1).status == .delivered)
        },
        ContractRule("a report that names our id is of a message of its own provider") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            #expect(try await store.report(nil, .delivered, by: "other", of: row.id) == .lost)
            #expect(try await store.message(to: 1).status == nil)
            #expect(try await store.report("p9", .delivered, by: "other", of: row.id) == .early)
            let back = try #require(try await store.claim(at: 61_000).first)
            #expect((back.accepted, back.isAbandoned) == (0, true))
        },
        ContractRule("no report moves a message back, or from one final status to another") { open in
            let store = try open()
            _ = try await store.deliver("one", to: 1, as: "p1")
            let steps: [(DeliveryStatus, DeliveryStatus)] = [
                (.sent, .sent), (.accepted, .sent), (.unknown, .sent), (.failed, .failed), (.sent, .failed),
                (.delivered, .failed),
            ]
            for (reported, kept) in steps {
                _ = try await store.report("p1", reported, code: reported == .failed ? "21" : nil)
                #expect(try await store.message(to: 1).status == kept)
            }
            #expect(try await store.message(to: 1).code == "21")
        },
        ContractRule("a report that comes before its message is known counts when the send is kept") { open in
            let store = try open()
            #expect(try await store.report("p1", .delivered, code: "0") == .early)
            #expect(try await store.report("p1", .sent) == .early)
            _ = try await open().deliver("one", to: 1, as: "p1")
            #expect(try await store.message(to: 1).status == .delivered)
            _ = try await store.deliver("two", to: 2, as: "p2")
            #expect(try await store.message(to: 2).status == .accepted)
        },
        ContractRule("an early report is forgotten in time") { open in
            let store = try open()
            _ = try await store.report("p1", .delivered)
            _ = try await store.forgetInbound(before: Sample.time(3_001), limit: 100)
            _ = try await store.deliver("one", to: 1, as: "p1")
            #expect(try await store.message(to: 1).status == .accepted)
        },
        ContractRule("a report without any id is nobody's") { open in
            let store = try open()
            #expect(try await store.report(nil, .delivered) == .lost)
        },
        ContractRule("a report that names our id settles what may have arrived, at once and once") { open in
            let store = try open()
            try await store.send("one", "two", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, .unsure(until: Sample.time(60_000)))
            #expect(try await store.report("p1", .sent, of: row.id) == .known(row.id))
            let back = try #require(try await store.claim(at: 3_000).first)
            #expect((back.text, back.accepted, back.isAbandoned) == ("one", 1, false))
            try await store.settle(back, .sent, accepted: 1)
            #expect(try await store.claim(at: 3_000).map(\.text) == ["two"])
            #expect(try await store.report("p1", .delivered) == .known(row.id))
            let messages = try await store.messages(to: row.person, limit: 9)
            #expect(messages.map(\.status) == [nil, .delivered])
        },
        ContractRule("a report does not let a message go twice that is on its way") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            #expect(try await store.report("p1", .delivered, of: row.id) == .known(row.id))
            #expect(try await store.claim(at: 3_000).isEmpty)
            let part = AcceptedPart(number: 1, providerID: "p1")
            try await store.settle(row, .sent, accepted: 1, parts: [part], at: 4_000)
            #expect(try await store.message(to: 1).status == .delivered)
            #expect(try await store.claim(at: 900_000).isEmpty)
        },
        ContractRule("after a crash a report keeps a message from going again") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            _ = try await open().report(nil, .sent, of: row.id)
            let back = try #require(try await store.claim(at: 61_000).first)
            #expect((back.accepted, back.isAbandoned) == (1, true))
        },
        ContractRule("a message that was given up and arrived after all is not given up") { open in
            let store = try open()
            try await store.send("one", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(row, .dead(.exhausted(code: nil)))
            _ = try await store.report(nil, .failed, of: row.id)
            #expect(try await store.message(to: 1).deadReason == "exhausted")
            try await store.send("two", to: 2)
            let other = try #require(try await store.claim(at: 1_000).first)
            try await store.settle(other, .dead(.exhausted(code: nil)))
            _ = try await store.report(nil, .delivered, of: other.id)
            let message = try await store.message(to: 2)
            #expect((message.deadReason, message.status) == (nil, .delivered))
        },
        ContractRule("a message in parts is delivered when each of them is") { open in
            let store = try open()
            try await store.send("long", to: 1)
            let row = try #require(try await store.claim(at: 1_000).first)
            let parts = (1...2).map { AcceptedPart(number: $0, providerID: "p\($0)") }
            try await store.settle(row, .sent, accepted: 2, parts: parts)
            _ = try await store.report("p1", .delivered)
            #expect(try await store.message(to: 1).status == .accepted)
            _ = try await store.report(nil, .delivered, of: row.id, part: 2)
            #expect(try await store.message(to: 1).status == .delivered)
        },
    ]
}

extension Store {
    fileprivate func report(
        _ providerID: String?, _ status: DeliveryStatus, by channel: String = "sms", of message: OutboxID? = nil,
        part: Int = 1, code: String? = nil
    ) async throws -> ReportOutcome {
        let reference = message.map {
            DeliveryReport.Reference(id: $0, part: part, provesParts: true, channels: [channel])
        }
        return try await recordReport(
            DeliveryReport(
                channel: channel, reference: reference, providerID: providerID, status: status, code: code,
                at: Sample.time(3_000)))
    }
}
