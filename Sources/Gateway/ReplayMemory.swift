package import Expressions
package import Providers
import Synchronization

/// Remembers what providers promised to send only once (a signature's nonce), as long as the signature could be used
/// again. A recording has the answer of the first request, also while that one is still dealt with.
package final class ReplayMemory: Sendable {
    /// What came of a request.
    package struct Taking: Sendable {
        package let answer: HTTPAnswer
        /// Whether its events are kept; otherwise the request may come again, and is looked at like the first.
        package let isKept: Bool

        package init(answer: HTTPAnswer, isKept: Bool) {
            self.answer = answer
            self.isKept = isKept
        }
    }

    private struct Entry {
        enum State {
            case open(Task<Taking, Never>)
            case answered(HTTPAnswer)
        }

        var state: State
        let until: Timestamp

        /// An open one stays whatever its time is: somebody may wait for it.
        var lasts: Timestamp {
            switch state {
            case .open: Timestamp(milliseconds: .max)
            case .answered: until
            }
        }
    }

    /// More than this many at one time are not remembered one by one: the oldest go first.
    private static let limit = 100_000

    private let seen = Mutex<[String: Entry]>([:])

    package init() {}

    /// The answer to a request with a nonce: what `take` comes to, or has come to for the first request with it on its
    /// channel.
    package func answer(
        to nonce: Nonce, on channel: String, at now: Timestamp, _ take: @escaping @Sendable () async -> Taking
    ) async -> (answer: HTTPAnswer, isRecording: Bool) {
        let key = channel + "|" + nonce.value
        let until = now + Int64(nonce.seconds)
        let (state, isFirst) = seen.withLock { seen in
            if let entry = seen[key], now < entry.lasts { return (entry.state, false) }
            if seen.count >= Self.limit { Self.tidy(&seen, now) }
            let state = Entry.State.open(Task { await take() })
            seen[key] = Entry(state: state, until: until)
            return (state, true)
        }
        switch state {
        case .answered(let answer): return (answer, true)
        case .open(let task):
            let taking = await task.value
            if isFirst { settle(key, taking, until) }
            return (taking.answer, !isFirst)
        }
    }

    private func settle(_ key: String, _ taking: Taking, _ until: Timestamp) {
        seen.withLock { seen in
            seen[key] = taking.isKept ? Entry(state: .answered(taking.answer), until: until) : nil
        }
    }

    private static func tidy(_ seen: inout [String: Entry], _ now: Timestamp) {
        seen = seen.filter { now < $0.value.lasts }
        guard seen.count >= limit else { return }
        let kept = seen.sorted { $0.value.lasts > $1.value.lasts }.prefix(limit / 2)
        seen = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
