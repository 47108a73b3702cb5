import Expressions
import Gateway
import Providers
import Testing

struct ReplayMemoryTests {
    private let nonce = Nonce(value: "n1", seconds: 300)

    @Test func `what may come once is admitted once, on each channel, until it could not be used any more`() {
        let memory = ReplayMemory()
        let admits = { (channel: String, seconds: Int64) in
            memory.admits(nonce, on: channel, at: Timestamp(milliseconds: seconds * 1_000))
        }
        #expect(admits("a", 0))
        #expect(!admits("a", 299))
        #expect(admits("b", 299))
        #expect(admits("a", 300))
    }

    @Test func `a request that came to nothing may come again`() {
        let memory = ReplayMemory()
        let now = Timestamp(milliseconds: 0)
        #expect(memory.admits(nonce, on: "a", at: now))
        memory.forget(nonce, on: "a")
        #expect(memory.admits(nonce, on: "a", at: now))
    }
}
