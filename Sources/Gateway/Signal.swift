import Synchronization

/// Wakes one waiting service: a signal that comes before it waits is not lost, several count as one.
package final class Signal: Sendable {
    private struct State {
        var isSet = false
        var sleep: Task<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes the waiting service, or the next that waits.
    package func send() {
        state.withLock { state in
            if let sleep = state.sleep {
                sleep.cancel()
            } else {
                state.isSet = true
            }
        }
    }

    /// Waits for a signal, at most so long. Ends early, too, when the task is cancelled.
    package func wait(atMost limit: Duration) async {
        let sleep = Task { _ = try? await Task.sleep(for: limit) }
        state.withLock { state in
            if state.isSet { sleep.cancel() }
            state.isSet = false
            state.sleep = sleep
        }
        await withTaskCancellationHandler {
            await sleep.value
        } onCancel: {
            sleep.cancel()
        }
        state.withLock { $0.sleep = nil }
    }
}
