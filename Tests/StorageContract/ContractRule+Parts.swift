import Conversation
import Expressions
import Sealing
import Storage
import Testing

extension ContractRule {
    static let parts = [
        ContractRule("parts in any order advance a conversation once, by their texts in the order of their numbers") {
            open in
            let store = try open()
            for (order, number) in [[1, 2, 3], [3, 2, 1], [2, 3, 1], [3, 1, 2]].enumerated() {
                var settlements: [PartSettlement] = []
                for index in number { settlements.append(try await store.part("m\(order)", index, of: 3)) }
                #expect(settlements[0...1] == [.waits, .waits])
                let whole = Settlement(answer: Array("text1text2text3".utf8), isRepeat: false, hasOutgoing: false)
                #expect(settlements[2] == .advanced(whole, missing: 0))
                #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == order + 1)
            }
        },
        ContractRule("a part that waits makes no person, and is there when the store is opened again") { open in
            let before = try open()
            #expect(try await before.part("m", 2, of: 2) == .waits)
            #expect(try await before.counts().persons == 0)
            await before.close()
            let after = try open()
            #expect(try await after.part("m", 1, of: 2).text == "text1text2")
        },
        ContractRule("a part that comes again changes nothing, by its key or by its place and text") { open in
            let store = try open()
            #expect(try await store.part("m", 1, of: 3, key: "a") == .waits)
            #expect(try await store.part("m", 1, of: 3, key: "a") == .known(answer: nil))
            #expect(try await store.part("m", 1, of: 3, key: "b") == .known(answer: nil))
            #expect(try await store.part("other", 2, of: 3, "x", key: "b") == .known(answer: nil))
            #expect(try await store.part("m", 2, of: 3) == .waits)
            #expect(try await store.part("m", 3, of: 3).text == "text1text2text3")
        },
        ContractRule("after the message was taken only the part that made it whole has its answer") { open in
            let store = try open()
            _ = try await store.part("m", 2, of: 2, key: "two")
            _ = try await store.part("m", 1, of: 2, key: "one")
            for _ in 1...2 {
                #expect(try await store.part("m", 1, of: 2, key: "one").text == "text1text2")
                #expect(try await store.part("m", 2, of: 2, key: "two") == .known(answer: nil))
                #expect(try await store.part("m", 2, of: 2) == .known(answer: nil))
            }
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 1)
        },
        ContractRule("two parts that come fifty times each, all at once, advance once") { open in
            let store = try open()
            try await withThrowingTaskGroup(of: PartSettlement.self) { group in
                for number in 0..<100 {
                    let index = number % 2 + 1
                    group.addTask { try await store.part("m", index, of: 2, key: "\(index)") }
                }
                let settlements = try await group.reduce(into: [PartSettlement]()) { $0.append($1) }
                #expect(settlements.filter(\.advances).count == 1)
                #expect(settlements.filter { $0 == .waits }.count == 1)
            }
            #expect(try await store.counts().turns == 1)
        },
        ContractRule("a message is due when the lifetime of its first part is over, and is taken as it is, once") {
            open in
            let store = try open()
            _ = try await store.part("m", 4, of: 4, at: 1_000, lifetime: 10)
            _ = try await store.part("m", 2, of: 4, at: 9_000, lifetime: 10)
            #expect(try await store.dueMessages(at: 10_999).isEmpty)
            let row = try #require(try await store.dueMessages(at: 11_000).first)
            #expect(row.channel == "sms")
            #expect(try await store.take(row.id, at: 10_999).isRepeat)
            let taken = try await store.take(row.id, at: 11_000)
            #expect(taken == Settlement(answer: Array("text2text4".utf8), isRepeat: false, hasOutgoing: false))
            #expect(try await store.take(row.id, at: 11_000).isRepeat)
            #expect(try await store.dueMessages(at: 99_000).isEmpty)
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 1)
        },
        ContractRule("of the channels that are asked for the earliest messages are due first, as many as may be") {
            open in
            let store = try open()
            for (person, channel) in ["a", "b", "a", "a"].enumerated() {
                let at = Int64(4_000 - person * 1_000)
                _ = try await store.part("m\(person)", 1, of: 2, from: person, by: channel, at: at)
            }
            let due = { (channels: [String], limit: Int) in
                try await store.dueLongMessages(channels: channels, at: Sample.time(90_000), limit: limit)
            }
            let all = try await due(["b", "a"], 9)
            #expect(all.map(\.channel) == ["b", "a", "a", "a"])
            #expect(try await due(["b", "a"], 2) == Array(all.prefix(2)))
            #expect(try await due(["c"], 9).isEmpty)
            for row in all { #expect(try await !store.take(row.id, at: 90_000).isRepeat) }
            #expect(try await store.counts().persons == 4)
        },
        ContractRule("the last part that comes before a due message is taken makes it whole") { open in
            let store = try open()
            _ = try await store.part("m", 1, of: 2, at: 1_000, lifetime: 10)
            let row = try #require(try await store.dueMessages(at: 11_000).first)
            #expect(try await store.part("m", 2, of: 2, at: 11_000).text == "text1text2")
            #expect(try await store.take(row.id, at: 11_000).isRepeat)
        },
        ContractRule("a part that comes after its message was taken is late, and dropped") { open in
            let store = try open()
            _ = try await store.part("m", 1, of: 3, key: "one", at: 1_000, lifetime: 10)
            _ = try await store.take(try #require(try await store.dueMessages(at: 11_000).first).id, at: 11_000)
            #expect(try await store.part("m", 2, of: 3, key: "two", at: 12_000) == .late)
            #expect(try await store.part("m", 2, of: 3, key: "two", at: 12_000) == .known(answer: nil))
            #expect(try await store.part("m", 3, of: 3, at: 20_999) == .late)
            #expect(try await store.part("m", 1, of: 3, key: "one", at: 12_000) == .known(answer: nil))
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 1)
        },
        ContractRule("a message is forgotten a lifetime after it was taken, its parts' keys are not") { open in
            let store = try open()
            for index in 1...2 {
                _ = try await store.part("m", index, of: 2, key: "\(index)", at: 1_000, lifetime: 10)
            }
            for index in 1...2 { _ = try await store.part("other", index, of: 2, at: 11_000) }
            #expect(try await store.part("m", 1, of: 2, key: "1", at: 11_000) == .known(answer: nil))
            #expect(try await store.part("m", 1, of: 2, key: "new", at: 11_000) == .waits)
            #expect(try await store.part("m", 2, of: 2, key: "newer", at: 11_000).text == "text1text2")
        },
        ContractRule("a message that needs a PIN stretched stays as it is until it can be decided") { open in
            let store = try open()
            _ = try await store.part("m", 1, of: 3, lifetime: 10)
            _ = try await store.part("m", 3, of: 3)
            for _ in 1...2 {
                let settlement = try await store.part("m", 2, of: 3, key: "last", deciding: stretching)
                #expect(settlement.stretch == Stretch(pin: "text1text2text3", salts: [[1]]))
            }
            #expect(try await store.counts().turns == 0)
            let row = try #require(try await store.dueMessages(at: 11_000).first)
            #expect(try await store.take(row.id, at: 11_000, deciding: stretching).stretch?.pin == "text1text3")
            #expect(try await store.part("m", 2, of: 3, key: "last").text == "text1text2text3")
            #expect(try await store.part("m", 2, of: 3, key: "last").text == "text1text2text3")
            #expect(try await store.part("m", 2, of: 3, key: "other") == .known(answer: nil))
            #expect(try await store.take(row.id, at: 11_000).isRepeat)
            #expect(try await store.counts().turns == 1)
        },
    ]

    static let partLimits = [
        ContractRule("another text at a place that is taken, or another count, begins a new message") { open in
            for (count, text) in [(3, "new"), (4, "text1")] {
                let store = try open()
                _ = try await store.part("m\(count)", 1, of: 3)
                _ = try await store.part("m\(count)", 3, of: 3)
                let displaced = try await store.part("m\(count)", 1, of: count, text)
                #expect(displaced == .advanced(try #require(displaced.settlement), missing: 1))
                #expect(displaced.text == "text1text3")
                for index in 2..<count { #expect(try await store.part("m\(count)", index, of: count) == .waits) }
                let whole = text + (2...count).map { "text\($0)" }.joined()
                #expect(try await store.part("m\(count)", count, of: count).text == whole)
            }
        },
        ContractRule("a message that makes way does so only once the PIN it needs is stretched") { open in
            var limits = PartLimits()
            limits.openMessages = 1
            let store = try open()
            for (person, message, text) in [(1, "m1", "new"), (2, "n", "text1")] {
                _ = try await store.part("m\(person)", 1, of: 2, from: person, limits: limits)
                let asked = try await store.part(
                    message, 1, of: 2, text, key: "k\(person)", from: person, limits: limits, deciding: stretching)
                #expect(asked.stretch == Stretch(pin: "text1", salts: [[1]]))
                let again = try await store.part(
                    message, 1, of: 2, text, key: "k\(person)", from: person, limits: limits)
                #expect(again.text == "text1")
                let whole = try await store.part(message, 2, of: 2, from: person, limits: limits)
                #expect(whole.text == text + "text2")
                #expect(try await store.counts().turns == 2 * person)
            }
        },
        ContractRule("a key that is used again after its message was taken begins a new message") { open in
            let store = try open()
            for index in 1...2 { _ = try await store.part("m", index, of: 2) }
            #expect(try await store.part("m", 2, of: 2, "again") == .waits)
            #expect(try await store.part("m", 1, of: 2).text == "text1again")
            #expect(try await store.counts().turns == 2)
        },
        ContractRule("one message too many takes the oldest of its sender and channel as it is") { open in
            let store = try open()
            var limits = PartLimits()
            limits.openMessages = 2
            _ = try await store.part("other", 1, of: 2, from: 2, limits: limits)
            _ = try await store.part("elsewhere", 1, of: 2, by: "chat", limits: limits)
            for name in ["m1", "m2"] { #expect(try await store.part(name, 2, of: 3, limits: limits) == .waits) }
            let third = try await store.part("m3", 1, of: 3, key: "third", limits: limits)
            #expect(third == .advanced(try #require(third.settlement), missing: 2))
            #expect(third.text == "text2")
            #expect(try await store.part("m3", 1, of: 3, key: "third", limits: limits).text == "text2")
            #expect(try await store.part("m1", 3, of: 3, limits: limits) == .late)
            #expect(try await store.dueMessages(at: 90_000).count == 4)
        },
        ContractRule("more bytes than may wait are refused as busy, and sink none of their neighbours") { open in
            let store = try open()
            var limits = PartLimits()
            limits.bytes = 10 + 2 * KeyRing.overhead
            for index in 1...2 { _ = try await store.part("m", index, of: 3, limits: limits) }
            async let neighbour = store.advance(Sample.arrival(2)) { Sample.next($0) }
            for name in ["m", "new"] {
                let fault = await #expect(throws: StoreFault.self) {
                    try await store.part(name, 1, of: 2, "x", key: "k", limits: limits)
                }
                #expect(fault?.code == .busy)
            }
            #expect(try await !neighbour.isRepeat)
            #expect(
                try await store.part("m", 3, of: 3, "does not wait", limits: limits).text == "text1text2does not wait")
            #expect(try await store.part("new", 1, of: 2, "0123456789", key: "k", limits: limits) == .waits)
        },
        ContractRule("the bytes that wait are counted anew when the store is opened again") { open in
            let before = try open()
            var limits = PartLimits()
            limits.bytes = 9 + 2 * KeyRing.overhead
            _ = try await before.part("m", 1, of: 3, limits: limits)
            await before.close()
            let after = try open()
            await #expect(throws: StoreFault.self) { try await after.part("m", 2, of: 3, limits: limits) }
            #expect(try await after.part("m", 2, of: 3, "more", limits: limits) == .waits)
        },
    ]
}

extension PartSettlement {
    fileprivate var settlement: Settlement? {
        guard case .advanced(let settlement, _) = self else { return nil }
        return settlement
    }

    fileprivate var advances: Bool { settlement != nil }

    /// The bytes to answer with, which are the text that advanced a conversation.
    fileprivate var text: String? {
        let bytes: [UInt8]? =
            switch self {
            case .advanced(let settlement, _): settlement.answer
            case .known(let answer): answer
            case .waits, .late: nil
            }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// One more turn, whose answer is what the parts say together.
private let decide: PartDecision = { snapshot, texts in
    Decision(turn: Sample.next(snapshot).turn, answer: Array(texts.joined().utf8))
}

/// The same for somebody who was asked for a PIN, before it is stretched.
private let stretching: PartDecision = { snapshot, texts in
    var decision = Sample.next(snapshot)
    decision.stretch = Stretch(pin: texts.joined(), salts: [[1]])
    return decision
}

extension Store {
    /// A part comes; its text is its number's unless another is given.
    fileprivate func part(
        _ message: String, _ index: Int, of count: Int, _ text: String? = nil, key: String? = nil,
        from person: Int = 1, by channel: String = "sms", at: Int64 = 1_000, lifetime: Int = 10,
        limits: PartLimits = PartLimits(), deciding: @escaping PartDecision = decide
    ) async throws -> PartSettlement {
        let text = text ?? "text\(index)"
        let draft = PartDraft(
            message: Sample.key(message), index: index, count: count, digest: Array(text.utf8), text: text,
            lifetime: lifetime)
        let arrival = Sample.arrival(person, key: key, channel: channel, at: at)
        return try await keepPart(draft, of: arrival, limits: limits, deciding)
    }

    fileprivate func dueMessages(at: Int64) async throws -> [LongMessageRow] {
        try await dueLongMessages(channels: ["sms", "chat"], at: Sample.time(at), limit: 9)
    }

    fileprivate func take(
        _ id: LongMessageID, at: Int64, deciding: @escaping PartDecision = decide
    ) async throws -> Settlement {
        try await takeLongMessage(id, at: Sample.time(at), deciding)
    }
}
