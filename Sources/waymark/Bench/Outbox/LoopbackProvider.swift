import Foundation
import Histogram
import Synchronization

/// The provider's end of the outbox benchmark: one thread that takes every message at once, as the generic adapter
/// sends it, and gives it an id.
final class LoopbackProvider: Sendable {
    /// What it saw so far.
    struct Record: Sendable {
        /// Our ids of the messages that came.
        var messages: Set<String> = []
        /// Requests with a message that had come before.
        var repeats = 0
        /// Nanoseconds from an answer to the next request on the same connection: the gateway's time between two.
        var waits = Histogram<UInt64>(highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)
        /// Seconds of processor time that the provider used itself.
        var processorTime = 0.0
    }

    /// Where it takes messages.
    let url: String
    private let state = Mutex((record: Record(), isStopped: false))

    /// Starts to listen.
    init() throws {
        let sockets = try ProviderSockets()
        url = "http://127.0.0.1:\(sockets.port)/send"
        let thread = Thread { [self] in
            var sockets = sockets
            sockets.serve(self)
        }
        thread.start()
    }

    /// What it saw so far.
    var record: Record { state.withLock { $0.record } }
    /// How many messages came so far.
    var count: Int { state.withLock { $0.record.messages.count } }

    /// Writes down a message that came, and how long its connection had waited for it.
    func take(_ message: String, after wait: UInt64?) {
        state.withLock { state in
            if !state.record.messages.insert(message).inserted { state.record.repeats += 1 }
            if let wait { state.record.waits.record(max(1, wait)) }
        }
    }

    /// Writes down what the thread has used; false when it is to end.
    func goesOn(_ processorTime: Double) -> Bool {
        state.withLock { state in
            state.record.processorTime = processorTime
            return !state.isStopped
        }
    }

    /// Lets the thread end; it notices within a moment.
    func stop() {
        state.withLock { $0.isStopped = true }
    }
}
