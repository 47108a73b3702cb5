import Delivery
import Expressions
import Testing

struct LoopGuardTests {
    @Test func `a text goes so often within the window and then no more until it is over`() {
        var loops = LoopGuard<String>(limit: 3, window: 60)
        let admitted = (0..<6).map { loops.admits("a", at: Self.seconds($0)) }
        #expect(admitted == [true, true, true, false, false, false])
        #expect(loops.admits("a", at: Self.seconds(59)) == false)
        #expect(loops.admits("a", at: Self.seconds(60)) == true)
    }

    @Test func `what did not go after all is not counted`() {
        var loops = LoopGuard<String>(limit: 2, window: 60)
        for second in 0..<10 {
            #expect(loops.admits("a", at: Self.seconds(Int64(second))) == true)
            loops.takeBack("a")
        }
        let admitted = (10..<13).map { loops.admits("a", at: Self.seconds($0)) }
        #expect(admitted == [true, true, false])
    }

    @Test func `other texts and other people are not held up`() {
        var loops = LoopGuard<String>(limit: 1, window: 60)
        #expect(loops.admits("a", at: Self.seconds(0)) == true)
        #expect(loops.admits("b", at: Self.seconds(0)) == true)
        #expect(loops.admits("a", at: Self.seconds(1)) == false)
    }

    @Test func `however many there are, what is remembered stays small and the newest are known`() {
        var loops = LoopGuard<Int>(limit: 1, window: 1_000, capacity: 100)
        for number in 0..<10_000 { #expect(loops.admits(number, at: Self.seconds(Int64(number) / 100)) == true) }
        #expect(loops.admits(9_999, at: Self.seconds(100)) == false)
    }

    private static func seconds(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }
}
