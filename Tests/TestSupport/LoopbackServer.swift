import Glibc
import Synchronization

/// A scripted HTTP server on a loopback port of its own, made of raw sockets so that it can misbehave to the byte.
///
/// The script says for each request what goes back, and how the connection goes on:
///
///     let server = try LoopbackServer { request in
///         request.target == "/hang" ? .silence : .answer(body: request.body)
///     }
///     let response = try await client.send(OutgoingRequest(url: server.url("/echo")))
///     #expect(server.requests.count == 1)
///
/// The script runs on the connection's own thread, so it may block: to hold an answer back until the test lets go.
/// The server ends with its last reference; open connections are cut.
package final class LoopbackServer: Sendable {
    /// A request as it came in.
    package struct Request: Sendable {
        package let method: String
        /// The path and query as sent, or the whole URL when the server plays a proxy.
        package let target: String
        package let headers: [(name: String, value: String)]
        package let body: [UInt8]
        /// The number of the connection that it came on: 1 for the first that was accepted.
        package let connection: Int

        /// The value of the first header with this name, in any case.
        package func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// What goes back for one request.
    package struct Reply: Sendable {
        /// How the connection goes on when the bytes are sent.
        package enum Ending: Sendable {
            /// Read the next request.
            case keepOpen
            /// End the connection.
            case close
            /// Send nothing more, and wait until the client hangs up.
            case silence
        }

        package let bytes: [UInt8]
        package let ending: Ending

        /// Text exactly as given; write `\r\n` where a line ends.
        package static func raw(_ text: String, then ending: Ending) -> Reply {
            Reply(bytes: Array(text.utf8), ending: ending)
        }

        /// A well-formed answer on a connection that stays open; `Content-Length` is added.
        package static func answer(
            status: Int = 200,
            headers: [(name: String, value: String)] = [],
            body: some Sequence<UInt8> = []
        ) -> Reply {
            let body = Array(body)
            let fields = headers.map { "\($0.name): \($0.value)\r\n" }.joined()
            let head = "HTTP/1.1 \(status) Scripted\r\n\(fields)Content-Length: \(body.count)\r\n\r\n"
            return Reply(bytes: head.utf8 + body, ending: .keepOpen)
        }

        /// Not a byte, until the client hangs up.
        package static let silence = Reply(bytes: [], ending: .silence)
        /// Not a byte, and the connection ends.
        package static let hangUp = Reply(bytes: [], ending: .close)
    }

    /// Answers one request.
    package typealias Script = @Sendable (Request) -> Reply

    /// The system call that failed while the server started, and its `errno`.
    package struct StartFailure: Error {
        let call: String
        let code: Int32
    }

    /// The requests as they come, for one reader: `await` the one that a test must see before it goes on.
    package var arrivals: AsyncStream<Request> { journal.arrivals.stream }
    /// The numbers of the connections as they end, for one reader.
    package var departures: AsyncStream<Int> { journal.departures.stream }
    /// The port on 127.0.0.1.
    package let port: UInt16
    private let listener: Int32
    private let isListening: Bool
    private let journal = Journal()

    /// Starts to listen. With `isListening` false the port is taken but refuses every connection.
    package init(isListening: Bool = true, script: @escaping Script = { _ in .answer() }) throws(StartFailure) {
        (listener, port) = try Self.bindLoopback()
        self.isListening = isListening
        guard isListening else { return }
        guard listen(listener, SOMAXCONN) == 0 else { throw StartFailure(call: "listen", code: errno) }
        let (listener, journal) = (listener, journal)
        runOnThread { Self.acceptAll(listener, journal, script) }
    }

    deinit {
        // The accepting thread closes its listener itself: it may be about to accept, and the number could by then
        // belong to another server.
        if isListening { shutdown(listener, Int32(SHUT_RDWR)) } else { close(listener) }
        journal.stop()
    }

    /// How many connections were accepted so far.
    package var acceptedConnections: Int { journal.acceptedConnections }
    /// Every request so far, in the order of arrival.
    package var requests: [Request] { journal.requests }

    /// The URL of this path, which starts with a slash.
    package func url(_ path: String = "/") -> String {
        "http://127.0.0.1:\(port)\(path)"
    }

    /// Ends when the listener is shut down, which `accept` reports as EINVAL.
    private static func acceptAll(_ listener: Int32, _ journal: Journal, _ script: @escaping Script) {
        while true {
            let socket = accept(listener, nil, nil)
            if socket < 0 && errno == EINVAL { break }
            guard socket >= 0, let number = journal.open(socket) else { continue }
            runOnThread {
                var connection = Connection(socket: socket, number: number, journal: journal)
                connection.serve(script)
                journal.close(socket, of: number)
            }
        }
        close(listener)
    }

    /// A socket with a free port of this machine, which nobody listens on yet.
    package static func bindLoopback() throws(StartFailure) -> (socket: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw StartFailure(call: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let hasPort = withUnsafeMutableBytes(of: &address) { bytes in
            guard let pointer = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            return bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
        }
        guard hasPort else {
            defer { close(descriptor) }
            throw StartFailure(call: "bind", code: errno)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}

/// What the server's threads write down and the test reads.
private final class Journal: Sendable {
    private struct State {
        var acceptedConnections = 0
        var requests: [LoopbackServer.Request] = []
        var open: Set<Int32> = []
        var isStopped = false
    }

    private let state = Mutex(State())
    let arrivals = AsyncStream<LoopbackServer.Request>.makeStream()
    let departures = AsyncStream<Int>.makeStream()

    var acceptedConnections: Int { state.withLock { $0.acceptedConnections } }
    var requests: [LoopbackServer.Request] { state.withLock { $0.requests } }

    /// The connection's number; nil when the server has stopped, and the socket is closed.
    func open(_ socket: Int32) -> Int? {
        state.withLock { state in
            guard !state.isStopped else {
                Glibc.close(socket)
                return nil
            }
            state.acceptedConnections += 1
            state.open.insert(socket)
            return state.acceptedConnections
        }
    }

    /// Closed under the lock, so that `stop` never cuts a socket that has taken over the number.
    func close(_ socket: Int32, of number: Int) {
        state.withLock { state in
            state.open.remove(socket)
            _ = Glibc.close(socket)
        }
        departures.continuation.yield(number)
    }

    func record(_ request: LoopbackServer.Request) {
        state.withLock { $0.requests.append(request) }
        arrivals.continuation.yield(request)
    }

    func stop() {
        state.withLock { state in
            state.isStopped = true
            for socket in state.open { shutdown(socket, Int32(SHUT_RDWR)) }
        }
        arrivals.continuation.finish()
        departures.continuation.finish()
    }
}

/// One accepted socket, read and answered in turn.
private struct Connection {
    let socket: Int32
    let number: Int
    let journal: Journal
    var unread: [UInt8] = []

    mutating func serve(_ script: LoopbackServer.Script) {
        while let request = readRequest() {
            journal.record(request)
            let reply = script(request)
            guard send(reply.bytes) else { return }
            switch reply.ending {
            case .keepOpen: continue
            case .close: return
            case .silence:
                while readMore() { unread = [] }
                return
            }
        }
    }

    /// The next whole request; nil when the client has hung up.
    private mutating func readRequest() -> LoopbackServer.Request? {
        let end = Array("\r\n\r\n".utf8)
        var split = unread.firstRange(of: end)
        while split == nil {
            guard readMore(), isText() else { return nil }
            split = unread.firstRange(of: end)
        }
        guard let split else { return nil }
        let lines = String(decoding: unread[..<split.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().map(Self.field)
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        unread.removeSubrange(..<split.upperBound)
        while unread.count < length {
            guard readMore() else { return nil }
        }
        defer { unread.removeFirst(length) }
        return LoopbackServer.Request(
            method: String(words[0]), target: String(words[1]), headers: headers,
            body: Array(unread.prefix(length)), connection: number
        )
    }

    /// A method begins with a letter. Anything else, a TLS greeting above all, gets the answer that real servers give.
    private func isText() -> Bool {
        guard let first = unread.first, !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return true }
        _ = send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
        return false
    }

    private static func field(_ line: Substring) -> (name: String, value: String) {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String((parts.count > 1 ? parts[1] : "").drop { $0 == " " }))
    }

    private mutating func readMore() -> Bool {
        var piece = [UInt8](repeating: 0, count: 16_384)
        let count = recv(socket, &piece, piece.count, 0)
        guard count > 0 else { return false }
        unread += piece.prefix(count)
        return true
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

private func runOnThread(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body: body))
    var thread = pthread_t()
    let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context else { return nil }
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
    }
    guard pthread_create(&thread, nil, entry, work.toOpaque()) == 0 else { return work.release() }
    pthread_detach(thread)
}

private final class Work {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}
