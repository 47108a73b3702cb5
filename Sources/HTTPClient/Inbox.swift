import Synchronization

/// Names one request from `send` to its outcome.
struct RequestID: Hashable {
    let number: UInt64
}

/// A request and the caller who waits for its outcome.
struct Job {
    typealias Outcome = Result<IncomingResponse, HTTPFault>

    let id: RequestID
    let request: OutgoingRequest
    let continuation: CheckedContinuation<Outcome, Never>
}

/// Where callers leave work for the loop's thread.
///
/// The thread is woken under the lock, and `seal` takes the same lock before the handle is freed: so nobody ever wakes
/// a freed handle.
final class Inbox: Sendable {
    /// What has come since the thread looked last; with a deadline once the client is closing.
    struct Post {
        var jobs: [Job] = []
        var cancelled: [RequestID] = []
        var deadline: ContinuousClock.Instant?
    }

    /// `open` → `closing` → `sealed`.
    private enum Phase {
        case open
        case closing(by: ContinuousClock.Instant)
        case sealed
    }

    private struct State {
        var phase = Phase.open
        var post = Post()
        var closers: [CheckedContinuation<Void, Never>] = []
        /// One wake is enough until the thread has looked.
        var isWoken = false
    }

    let waker: Waker
    private let state = Mutex(State())

    init(waker: Waker) {
        self.waker = waker
    }

    /// Hands the job to the thread, or refuses it at once when the client is closed or the caller's task cancelled.
    func submit(_ job: Job) {
        let refusal: HTTPFault? = state.withLock { state in
            guard case .open = state.phase else { return .closed(beforeSending: true) }
            // Looked at under the lock: a cancellation from here on finds the job in the inbox.
            guard !Task.isCancelled else { return .cancelled(beforeSending: true) }
            state.post.jobs.append(job)
            wake(&state)
            return nil
        }
        if let refusal {
            job.continuation.resume(returning: .failure(refusal))
        }
    }

    /// Asks the thread to give up this request; does nothing when it is done or was never submitted.
    func cancel(_ id: RequestID) {
        state.withLock { state in
            state.post.cancelled.append(id)
            wake(&state)
        }
    }

    /// Takes no more jobs and ends the thread when the last is done or the deadline has passed.
    func close(by deadline: ContinuousClock.Instant, then closer: CheckedContinuation<Void, Never>?) {
        let isSealed = state.withLock { state in
            switch state.phase {
            case .sealed: return true
            case .open: state.phase = .closing(by: deadline)
            case .closing(let earlier): state.phase = .closing(by: min(earlier, deadline))
            }
            if let closer { state.closers.append(closer) }
            wake(&state)
            return false
        }
        if isSealed { closer?.resume() }
    }

    /// The thread looks: everything new. Once `deadline` is set no job follows.
    func collect() -> Post {
        state.withLock { state in
            var post = Post()
            swap(&post, &state.post)
            if case .closing(let deadline) = state.phase { post.deadline = deadline }
            state.isWoken = false
            return post
        }
    }

    /// The thread says that it looks no more; after this nobody wakes it. Returns who waits for its end.
    @discardableResult
    func seal() -> [CheckedContinuation<Void, Never>] {
        state.withLock { state in
            state.phase = .sealed
            defer { state.closers = [] }
            return state.closers
        }
    }

    private func wake(_ state: inout State) {
        if case .sealed = state.phase { return }
        guard !state.isWoken else { return }
        state.isWoken = true
        waker.wake()
    }
}
