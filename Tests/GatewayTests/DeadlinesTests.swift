import Gateway
import Synchronization
import TestSupport
import Testing

/// Answers that are there in time, and given once.
struct DeadlinesTests {
    /// Runs the service beside a test, and ends it.
    private func with<Value: Sendable>(_ deadlines: Deadlines, _ act: () async -> Value) async -> Value {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await deadlines.run() }
            let value = await act()
            group.cancelAll()
            return value
        }
    }

    @Test func `work that is done in time answers, work that is not is excused and goes on`() async {
        let deadlines = Deadlines()
        let isDone = Mutex(false)
        let answers = await with(deadlines) {
            let quick = Errand<String> { _ in "excuse" }
            let first = await deadlines.answer(to: quick, within: .seconds(86_400)) { "work" }
            let slow = Errand<String> { $0 ?? "excuse" }
            let (hold, release) = AsyncStream<Void>.makeStream()
            let second = await deadlines.answer(to: slow, within: .milliseconds(5)) {
                for await _ in hold {}
                isDone.withLock { $0 = true }
                return "late work"
            }
            release.finish()
            let telling = Errand<String> { $0 ?? "excuse" }
            telling.waits(saying: "a moment")
            let (held, end) = AsyncStream<Void>.makeStream()
            let third = await deadlines.answer(to: telling, within: .milliseconds(5)) {
                for await _ in held {}
                return "late work"
            }
            end.finish()
            return [first, second, third, await slow.answer()]
        }
        #expect(answers == ["work", "excuse", "a moment", "excuse"])
        #expect(isDone.withLock { $0 })
    }

    @Test(arguments: 0..<4)
    func `whoever waits gets the one answer, whatever comes first`(seed: Int) async {
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<100 {
            let excuses = Mutex(0)
            let errand = Errand<Int> { _ in
                excuses.withLock { $0 += 1 }
                return -1
            }
            let acts = (0..<8).map { _ in Int.random(in: 0..<4, using: &random) }
            let answers = await withTaskGroup(of: Int?.self) { group in
                for (index, act) in acts.enumerated() {
                    group.addTask {
                        switch act {
                        case 0: errand.finish(index)
                        case 1: errand.expire()
                        case 2: _ = errand.isAwaited()
                        default: errand.waits(saying: 100)
                        }
                        return nil
                    }
                    group.addTask { await errand.answer() }
                }
                group.addTask {
                    errand.expire()
                    return nil
                }
                return await group.reduce(into: Set<Int>()) { $0.formUnion($1.map { [$0] } ?? []) }
            }
            #expect(answers.count == 1 && errand.isAnswered && !errand.isAwaited())
            #expect(excuses.withLock { $0 } <= 1)
        }
    }

    @Test func `who was promised an answer of the work gets no other text but an apology`() async {
        let errand = Errand<String> { $0 ?? "apology" }
        errand.waits(saying: "a moment")
        #expect(errand.isAwaited())
        errand.expire()
        #expect(await errand.answer() == "apology")
        #expect(!errand.isAwaited())
    }
}
