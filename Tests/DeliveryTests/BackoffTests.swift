import Delivery
import TestSupport
import Testing

struct BackoffTests {
    @Test(arguments: [(1, 5), (2, 10), (3, 20), (7, 320), (8, 640), (9, 1_280), (10, 1_800), (60, 1_800)])
    func `the shortest wait doubles until the cap`(attempt: Int, seconds: Int64) {
        #expect(Backoff().milliseconds(after: attempt, jitter: 0) == seconds * 1_000)
    }

    @Test func `a wait is never shorter than the one before, whatever the chance, until the cap`() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<2_000 {
            let backoff = Backoff(
                first: .random(in: 1...60, using: &random), cap: .random(in: 120...86_400, using: &random))
            var before: Int64 = 0
            for attempt in 1...40 {
                let wait = backoff.milliseconds(after: attempt, jitter: .random(in: 0..<1, using: &random))
                #expect(wait >= backoff.first * 1_000 && wait < backoff.cap * 1_000)
                if backoff.first << Int64(attempt) <= backoff.cap { #expect(wait >= before) }
                before = wait
            }
        }
    }

    @Test func `at the cap waits are spread over its upper half`() {
        #expect(Backoff().milliseconds(after: 30, jitter: 0) == 1_800_000)
        #expect(Backoff().milliseconds(after: 30, jitter: 0.5) == 2_700_000)
    }

    @Test func `attempts count from 1`() async {
        await #expect(processExitsWith: .failure) { _ = Backoff().milliseconds(after: 0, jitter: 0) }
    }

    @Test func `the longest possible first wait does not overflow`() {
        let backoff = Backoff(first: 15_768_000, cap: 31_536_000)
        #expect(backoff.milliseconds(after: .max, jitter: 0.999) < 31_536_000_000)
    }
}
