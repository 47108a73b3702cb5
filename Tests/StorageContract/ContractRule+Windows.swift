import Conversation
import Storage
import Testing

extension ContractRule {
    static let windows = [
        ContractRule("within its window an arrival is a repeat, wherever on the clock the window lies") { open in
            let store = try open()
            for start in [3_999, 4_000, 7_777] as [Int64] {
                let first = try await store.windowed("a\(start)", at: start)
                let again = try await store.windowed("a\(start)", at: start + 3_999)
                #expect(!first.isRepeat && again.isRepeat && again.answer == first.answer)
            }
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 3)
        },
        ContractRule("after its window an arrival is another, and its own window begins") { open in
            let store = try open()
            _ = try await store.windowed("a", at: 1_000)
            let second = try await store.windowed("a", at: 5_000)
            #expect(!second.isRepeat && second.answer == Array("turn 2".utf8))
            let again = try await store.windowed("a", at: 8_999)
            #expect(again.isRepeat && again.answer == second.answer)
            #expect(try await store.counts().inboundKeys == 1)
        },
        ContractRule("a repeat does not make the window longer") { open in
            let store = try open()
            for (at, isRepeat) in [(1_000, false), (4_000, true), (5_000, false)] as [(Int64, Bool)] {
                #expect(try await store.windowed("a", at: at).isRepeat == isRepeat)
            }
        },
        ContractRule("what the conversation knows to be another is one, also within the window") { open in
            let store = try open()
            _ = try await store.windowed("a", at: 1_000)
            let other = try await store.windowed("a", at: 1_001, isNew: true)
            #expect(!other.isRepeat && other.answer == Array("turn 2".utf8))
            let again = try await store.windowed("a", at: 1_002)
            #expect(again.isRepeat && again.answer == other.answer)
        },
        ContractRule("a window of nothing tells all arrivals apart") { open in
            let store = try open()
            for turn in 1...3 {
                let settlement = try await store.windowed("a", at: 1_000, window: 0)
                #expect(settlement.answer == Array("turn \(turn)".utf8))
            }
        },
        ContractRule("without a window an arrival is a repeat for ever, whatever the conversation knows") { open in
            let store = try open()
            _ = try await store.windowed("a", at: 1_000, window: nil)
            #expect(try await store.windowed("a", at: 900_000_000, window: nil, isNew: true).isRepeat)
        },
    ]
}

extension Store {
    /// One more turn of the first person, by an arrival with a window.
    fileprivate func windowed(
        _ key: String, at: Int64, window: Int64? = 4_000, isNew: Bool = false
    ) async throws -> Settlement {
        let arrival = Arrival(
            key: Sample.key(key), window: window, subject: .address(Sample.address(1), channel: "ussd"),
            at: Sample.time(at))
        return try await advance(arrival) { snapshot in
            let decision = Sample.next(snapshot)
            return Decision(turn: decision.turn, answer: decision.answer, isNew: isNew)
        }
    }
}
