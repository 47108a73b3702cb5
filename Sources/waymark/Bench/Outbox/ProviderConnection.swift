import Glibc

/// One connection that the gateway keeps to the benchmark's provider.
struct ProviderConnection {
    let socket: Int32
    private var requests = RequestBytes()
    /// When the last answer left, in nanoseconds of the monotonic clock.
    private var answeredAt: UInt64?

    init(socket: Int32) {
        self.socket = socket
    }

    /// Reads what is there and answers each whole request; false when the gateway has hung up.
    ///
    /// - Parameter take: Gets our id of the message and how long the connection had waited for it.
    mutating func answer(_ take: (String, UInt64?) -> Void) -> Bool {
        var piece = [UInt8](repeating: 0, count: 8_192)
        let count = recv(socket, &piece, piece.count, 0)
        guard count > 0 else { return false }
        requests.append(piece.prefix(count))
        while let body = requests.next() {
            let message = Self.id(in: body)
            let now = ProviderSockets.now(CLOCK_MONOTONIC)
            take(message, answeredAt.map { now - $0 })
            guard send(Self.receipt(message)) else { return false }
            answeredAt = ProviderSockets.now(CLOCK_MONOTONIC)
        }
        return true
    }

    /// Our id of the message: the first text of the body's object, `{"id":"..."`.
    private static func id(in body: [UInt8]) -> String {
        let texts = body.split(separator: UInt8(ascii: "\""), maxSplits: 4, omittingEmptySubsequences: false)
        return texts.count > 3 ? String(decoding: texts[3], as: UTF8.self) : ""
    }

    private static func receipt(_ message: String) -> [UInt8] {
        let body = #"{"id":"bench-\#(message)"}"#
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return Array((head + body).utf8)
    }

    /// An answer is far smaller than a socket's buffer, so it goes at once or the connection is broken.
    private func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } == bytes.count
    }
}
