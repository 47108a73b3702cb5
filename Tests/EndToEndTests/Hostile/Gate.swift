import Dispatch

/// Holds one thread of the provider until something has happened elsewhere.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() {
        semaphore.signal()
    }

    /// Waits, but not so long that the gateway gives up on its own request.
    func pass(atMost limit: Duration) {
        _ = semaphore.wait(timeout: .now() + limit / .seconds(1))
    }
}
