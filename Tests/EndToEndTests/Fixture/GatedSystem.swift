import Glibc
import Synchronization
import TestSupport

/// Another system that answers when the test lets it.
final class GatedSystem: Sendable {
    private let server: LoopbackServer
    private let gate: Latch

    init(_ body: String) throws {
        let gate = Latch()
        self.gate = gate
        server = try LoopbackServer { _ in
            gate.pass()
            return .answer(body: body.utf8)
        }
    }

    deinit {
        gate.open()
    }

    func url(_ path: String) -> String { server.url(path) }
    var requests: [LoopbackServer.Request] { server.requests }

    /// Lets everything pass, now and later.
    func open() {
        gate.open()
    }
}

/// What threads wait before until it is opened.
private final class Latch: Sendable {
    private let isOpen = Mutex(false)

    func open() {
        isOpen.withLock { $0 = true }
    }

    /// Looks again and again: the thread is the server's own, and has nothing else to do.
    func pass() {
        while !isOpen.withLock({ $0 }) { usleep(2_000) }
    }
}
