import Delivery
import Expressions
import Testing

struct ChannelPulseTests {
    private let limits = ChannelHealthLimits()

    @Test func `a channel that nothing is known of is well`() {
        #expect(ChannelPulse().health(oldest: nil, limits: limits, at: time(9)) == ChannelHealth(.ok, nil))
    }

    @Test func `failures in a row take it down, and the first message taken brings it up`() {
        var pulse = ChannelPulse()
        for second in 1...5 { pulse.note(.retry(code: "503", after: nil), at: time(second)) }
        #expect(pulse.health(oldest: nil, limits: limits, at: time(6)) == ChannelHealth(.down, .failing(inRow: 5)))
        #expect(pulse.failure == ChannelFailure(at: time(5), reason: "failed 503"))
        pulse.note(.accepted, at: time(7))
        #expect(pulse.health(oldest: nil, limits: limits, at: time(8)).state == .ok)
        #expect((pulse.failuresInRow, pulse.takenAt) == (0, time(7)))
    }

    @Test(arguments: [
        (AttemptOutcome.permanent(code: "21"), "refused 21"), (.account(code: "401"), "account 401"),
        (.mayHaveArrived, "no answer"), (.retry(code: nil, after: 3), "failed"),
    ]) func `the last failure is told by a word and the provider's code`(outcome: AttemptOutcome, reason: String) {
        var pulse = ChannelPulse()
        pulse.note(outcome, at: time(1))
        #expect(pulse.failure?.reason == reason)
    }

    @Test func `refused messages never take it down, but many of them show`() {
        var pulse = ChannelPulse()
        for second in 1...8 { pulse.note(.accepted, at: time(second)) }
        for second in 9...10 { pulse.note(.permanent(code: nil), at: time(second)) }
        #expect(
            pulse.health(oldest: nil, limits: limits, at: time(11)) == ChannelHealth(.degraded, .failures(2, of: 10)))
        #expect(pulse.health(oldest: nil, limits: limits, at: time(9 + 600)).state == .ok)
    }

    @Test func `a few attempts say nothing, and patience asked for is no failure`() {
        var pulse = ChannelPulse()
        for second in 1...4 { pulse.note(.retry(code: nil, after: nil), at: time(second)) }
        for second in 5...20 { pulse.note(.throttled(after: 1), at: time(second)) }
        #expect(pulse.health(oldest: nil, limits: limits, at: time(21)).state == .ok)
        #expect(pulse.failuresInRow == 4)
    }

    @Test func `a message that waits long tells of it, whatever was seen`() {
        let pulse = ChannelPulse()
        #expect(pulse.health(oldest: time(0), limits: limits, at: time(119)).state == .ok)
        #expect(
            pulse.health(oldest: time(0), limits: limits, at: time(120))
                == ChannelHealth(.degraded, .late(seconds: 120)))
        #expect(
            pulse.health(oldest: time(0), limits: limits, at: time(900)) == ChannelHealth(.down, .late(seconds: 900)))
    }

    @Test func `silence counts only where it is set`() {
        var pulse = ChannelPulse()
        pulse.hear(at: time(0))
        #expect(pulse.health(oldest: nil, limits: limits, at: time(90_000)).state == .ok)
        var limits = limits
        limits.silence = 3_600
        #expect(
            pulse.health(oldest: nil, limits: limits, at: time(3_600))
                == ChannelHealth(.degraded, .silent(seconds: 3_600)))
    }

    private func time(_ seconds: Int) -> Timestamp { Timestamp(milliseconds: Int64(seconds) * 1_000) }
}
