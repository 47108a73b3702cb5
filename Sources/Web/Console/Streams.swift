import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// The open streams of events, as many as there may be.
final class Streams: Sendable {
    private let most: Int
    private let count = Mutex(0)

    init(most: Int) {
        self.most = most
    }

    /// Tells a page that what it shows has changed, until the page is closed, its reader may not see it any more, or the
    /// gateway stops.
    ///
    /// - Parameters:
    ///   - seen: A mark of what the page shows.
    ///   - look: The mark of what it would show now; nil where its reader may not see it.
    func body(
        seen: String, every interval: Duration, look: @escaping @Sendable () async throws -> String?
    ) -> ResponseBody {
        ResponseBody { writer in
            guard self.enter() else { return try await Self.end(&writer) }
            defer { self.leave() }
            var seen = seen
            // So that a browser knows at once that it is connected.
            try await writer.write(ByteBuffer(string: "retry: 10000\n\n"))
            while !Task.isShuttingDownGracefully, let mark = try await look() {
                // A comment finds out whether anybody is there (https://html.spec.whatwg.org/#authoring-notes).
                try await writer.write(ByteBuffer(string: mark == seen ? ":\n\n" : "event: changed\ndata:\n\n"))
                seen = mark
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
                try Task.checkCancellation()
            }
            try await Self.end(&writer)
        }
    }

    /// The browser is not to come back.
    private static func end(_ writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: "event: end\ndata:\n\n"))
        try await writer.finish(nil)
    }

    private func enter() -> Bool {
        count.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }

    private func leave() { count.withLock { $0 -= 1 } }
}
