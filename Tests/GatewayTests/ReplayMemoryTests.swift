import Expressions
import Gateway
import Providers
import Testing

struct ReplayMemoryTests {
    private let nonce = Nonce(value: "n1", seconds: 300)
    private let memory = ReplayMemory()

    /// Which answer a request gets that would have this one of its own.
    private func answer(_ own: String, isKept: Bool = true, on channel: String = "a", at seconds: Int64) async -> String
    {
        await memory.answer(to: nonce, on: channel, at: Timestamp(milliseconds: seconds * 1_000)) {
            .init(answer: HTTPAnswer(status: 200, body: Array(own.utf8)), isKept: isKept)
        }.answer.text
    }

    @Test func `what may come once counts once, on each channel, until it could not be used any more`() async {
        #expect(await answer("first", at: 0) == "first")
        #expect(await answer("recording", at: 299) == "first")
        #expect(await answer("another channel", on: "b", at: 299) == "another channel")
        #expect(await answer("much later", at: 300) == "much later")
    }

    @Test func `a request that came to nothing may come again`() async {
        #expect(await answer("not now", isKept: false, at: 0) == "not now")
        #expect(await answer("again", at: 0) == "again")
    }

    @Test(arguments: [true, false])
    func `recordings that come while the first is dealt with wait for what comes of it`(isKept: Bool) async {
        let (hold, release) = AsyncStream<Void>.makeStream()
        let (arrivals, arrive) = AsyncStream<Void>.makeStream()
        let answers = await withTaskGroup(of: (answer: HTTPAnswer, isRecording: Bool).self) { group in
            for _ in 0..<5 {
                group.addTask {
                    await memory.answer(to: nonce, on: "a", at: Timestamp(milliseconds: 0)) {
                        arrive.yield()
                        for await _ in hold {}
                        return .init(answer: HTTPAnswer(status: isKept ? 200 : 503), isKept: isKept)
                    }
                }
            }
            for await _ in arrivals { break }
            release.finish()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.map(\.answer.status) == Array(repeating: isKept ? 200 : 503, count: 5))
        if isKept { #expect(answers.count { !$0.isRecording } == 1) }
    }
}
