import Expressions
import Testing

@testable import Gateway

struct LockOutTests {
    @Test func `the first failures cost nothing, and then each wait is twice as long, up to the longest`() {
        let lockOut = LockOut()
        #expect((1...13).map(lockOut.wait(after:)) == [0, 0, 0, 0, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600])
        #expect(lockOut.wait(after: .max) == 3_600)
    }

    @Test func `an address has so many attempts a minute, and others have their own`() {
        let gate = AttemptGate(most: 2)
        let begin = Timestamp(milliseconds: 1_000_000)
        #expect([0, 10, 20].map { gate.admits("a", at: begin + $0) } == [true, true, false])
        #expect(gate.admits("b", at: begin + 20))
        #expect(!gate.admits("a", at: begin + 59))
        #expect(gate.admits("a", at: begin + 60))
    }

    @Test func `a clock that is set back does not shut anybody out`() {
        let gate = AttemptGate(most: 1)
        #expect(gate.admits("a", at: Timestamp(milliseconds: 10_000_000)))
        #expect(gate.admits("a", at: Timestamp(milliseconds: 1_000)))
    }
}
