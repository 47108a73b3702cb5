import Delivery
import Expressions
import TestSupport
import Testing

struct PaceTests {
    @Test func `a channel without a rate has room for what may be on its way at one time`() {
        var pace = Pace(atOnce: 3)
        #expect(pace.room(at: Self.ms(0)) == 3)
        pace.begin()
        pace.begin()
        #expect(pace.room(at: Self.ms(0)) == 1)
        pace.begin()
        #expect(pace.room(at: Self.ms(0)) == 0)
        #expect(pace.opens(at: Self.ms(0)) == nil)
        pace.end(requests: 5)
        #expect(pace.room(at: Self.ms(0)) == 1)
    }

    @Test func `a rate lets one second's worth go at once, and then each in its time`() {
        var pace = Pace(requests: 4, per: 1, atOnce: 100)
        #expect(pace.room(at: Self.ms(0)) == 4)
        for _ in 0..<4 { pace.begin() }
        #expect(pace.room(at: Self.ms(0)) == 0)
        #expect(pace.opens(at: Self.ms(0)) == Self.ms(250))
        #expect(pace.room(at: Self.ms(249)) == 0)
        #expect(pace.room(at: Self.ms(250)) == 1)
        #expect(pace.room(at: Self.ms(1_000_000)) == 4)
    }

    @Test func `a rate below one a second lets one go and rests`() {
        var pace = Pace(requests: 1, per: 300, atOnce: 10)
        #expect(pace.room(at: Self.ms(0)) == 1)
        pace.begin()
        #expect(pace.opens(at: Self.ms(0)) == Self.ms(300_000))
        #expect(pace.room(at: Self.ms(299_999)) == 0)
        #expect(pace.room(at: Self.ms(300_000)) == 1)
    }

    @Test func `a message of several requests is paid for before the next`() {
        var pace = Pace(requests: 1, per: 1, atOnce: 10)
        _ = pace.room(at: Self.ms(0))
        pace.begin()
        pace.end(requests: 3)
        #expect(pace.opens(at: Self.ms(0)) == Self.ms(3_000))
        #expect(pace.room(at: Self.ms(2_999)) == 0)
        #expect(pace.room(at: Self.ms(3_000)) == 1)
    }

    @Test func `a pause stops everything until it is over, and a shorter one does not end it`() {
        var pace = Pace(atOnce: 3)
        pace.pause(until: Self.ms(5_000))
        pace.pause(until: Self.ms(2_000))
        #expect(pace.room(at: Self.ms(4_999)) == 0)
        #expect(pace.opens(at: Self.ms(100)) == Self.ms(5_000))
        #expect(pace.room(at: Self.ms(5_000)) == 3)
    }

    @Test func `a clock that goes back fills nothing twice`() {
        var pace = Pace(requests: 1, per: 1, atOnce: 10)
        #expect(pace.room(at: Self.ms(10_000)) == 1)
        pace.begin()
        for time in [0, 5_000, 10_000] as [Int64] { #expect(pace.room(at: Self.ms(time)) == 0) }
        #expect(pace.room(at: Self.ms(11_000)) == 1)
    }

    @Test func `whoever asks whenever never sends faster than the rate and its burst`() {
        var random = SplitMix64(seed: 11)
        for (count, seconds) in [(1, 1), (7, 1), (30, 60), (100, 420), (3, 3_600)] {
            var pace = Pace(requests: count, per: seconds, atOnce: 1_000)
            var (now, sent) = (Int64(0), 0)
            for _ in 0..<2_000 {
                now += Int64.random(in: 0...(1_000 * Int64(seconds) / 3), using: &random)
                for _ in 0..<min(pace.room(at: Self.ms(now)), Int.random(in: 0...3, using: &random)) {
                    pace.begin()
                    pace.end(requests: 1)
                    sent += 1
                }
                let allowed = Double(now) * Double(count) / Double(seconds * 1_000)
                #expect(Double(sent) <= allowed + Double(max(1, count / seconds)) + 1e-6)
                if let opens = pace.opens(at: Self.ms(now)) { #expect(opens > Self.ms(now)) }
            }
            #expect(sent > 100)
        }
    }

    private static func ms(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }
}
