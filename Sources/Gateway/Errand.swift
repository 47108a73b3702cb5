import Synchronization

/// Work that somebody waits for, and gets one answer of: the work's own, or another when its time is up first.
package final class Errand<Answer: Sendable>: Sendable {
    private enum State {
        /// Whoever waits, and what may be said meanwhile; nil when there is nothing but an apology.
        case waiting([CheckedContinuation<Answer, Never>], meanwhile: Answer?)
        case answered(Answer)
    }

    private let state = Mutex(State.waiting([], meanwhile: nil))
    /// Makes the answer of an errand whose time is up from what may be said meanwhile.
    private let excuse: @Sendable (_ meanwhile: Answer?) -> Answer

    /// - Parameter excuse: What whoever waits is told when its time is up; it is called once at most.
    package init(excuse: @escaping @Sendable (_ meanwhile: Answer?) -> Answer) {
        self.excuse = excuse
    }

    /// The answer, as soon as there is one.
    package func answer() async -> Answer {
        await withCheckedContinuation { continuation in
            let known: Answer? = state.withLock { state in
                switch state {
                case .answered(let answer): return answer
                case .waiting(let others, let meanwhile):
                    state = .waiting(others + [continuation], meanwhile: meanwhile)
                    return nil
                }
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// From here on it only waits for somebody else, and this may be said meanwhile.
    package func waits(saying meanwhile: Answer?) {
        state.withLock { state in
            if case .waiting(let others, _) = state { state = .waiting(others, meanwhile: meanwhile) }
        }
    }

    /// Whether somebody still waits, so that the work decides what she sees; nothing else is said from here on but an
    /// apology.
    package func isAwaited() -> Bool {
        state.withLock { state in
            guard case .waiting(let others, _) = state else { return false }
            state = .waiting(others, meanwhile: nil)
            return true
        }
    }

    /// The work's own answer; it comes to nothing after another.
    package func finish(_ answer: Answer) {
        settle { _ in answer }
    }
}

extension Errand: Expiring {
    package var isAnswered: Bool {
        state.withLock { state in
            if case .answered = state { true } else { false }
        }
    }

    package func expire() {
        settle(excuse)
    }

    private func settle(_ make: (_ meanwhile: Answer?) -> Answer) {
        let settled: (others: [CheckedContinuation<Answer, Never>], answer: Answer)? = state.withLock { state in
            guard case .waiting(let others, let meanwhile) = state else { return nil }
            let answer = make(meanwhile)
            state = .answered(answer)
            return (others, answer)
        }
        guard let settled else { return }
        for other in settled.others { other.resume(returning: settled.answer) }
    }
}

/// Something whose time can be up.
package protocol Expiring: AnyObject, Sendable {
    /// Whether its time does not matter any more.
    var isAnswered: Bool { get }

    /// Its time is up.
    func expire()
}
