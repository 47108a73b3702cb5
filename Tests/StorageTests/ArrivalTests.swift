import Expressions
import Storage
import TestSupport
import Testing

/// When an arrival whose key is known is a repeat.
struct ArrivalTests {
    private func arrival(_ at: Int64, window: Int64?) -> Arrival {
        Arrival(key: [1], window: window, subject: .timer(TimerID(rawValue: 1)), at: Timestamp(milliseconds: at))
    }

    @Test(
        arguments: [
            (0, true), (3_999, true), (4_000, false), (-3_999, true), (-4_000, false), (3_600_000, false),
            (-3_600_000, false),
        ] as [(Int64, Bool)])
    func `within its window an arrival is a repeat, before and after it another`(gap: Int64, isRepeat: Bool) {
        let answered = Timestamp(milliseconds: 1_000_000)
        #expect(arrival(1_000_000 + gap, window: 4_000).isRepeat(after: answered, isNew: false) == isRepeat)
        #expect(!arrival(1_000_000 + gap, window: 4_000).isRepeat(after: answered, isNew: true))
        #expect(arrival(1_000_000 + gap, window: nil).isRepeat(after: answered, isNew: true))
        #expect(!arrival(1_000_000 + gap, window: 0).isRepeat(after: answered, isNew: false))
    }

    @Test func `only how far two arrivals are apart counts, not where on the clock they fall`() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2_000 {
            let start = Int64.random(in: 0...1_900_000_000_000, using: &random)
            let gap = Int64.random(in: 0...9_000, using: &random)
            let window = Int64.random(in: 1...9_000, using: &random)
            let isRepeat = arrival(start + gap, window: window)
                .isRepeat(after: Timestamp(milliseconds: start), isNew: false)
            #expect(isRepeat == (gap < window))
        }
    }
}
