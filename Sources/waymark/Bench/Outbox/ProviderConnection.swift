import Glibc

/// One connection that the gateway keeps to the benchmark's provider.
struct ProviderConnection {
    let socket: Int32
    private var unread: [UInt8] = []
    /// When the last answer left, in nanoseconds of the monotonic clock.
    private var answeredAt: UInt64?

    init(socket: Int32) {
        self.socket = socket
    }

    /// Reads what is there and answers each whole request; false when the gateway has hung up.
    ///
    /// - Parameter take: Gets the message's number and how long the connection had waited for it.
    mutating func answer(_ take: (Int, UInt64?) -> Void) -> Bool {
        var piece = [UInt8](repeating: 0, count: 8_192)
        let count = recv(socket, &piece, piece.count, 0)
        guard count > 0 else { return false }
        unread += piece.prefix(count)
        while let body = nextBody() {
            let message = Self.number(in: body)
            let now = ProviderSockets.now(CLOCK_MONOTONIC)
            take(message, answeredAt.map { now - $0 })
            guard send(Self.receipt(message)) else { return false }
            answeredAt = ProviderSockets.now(CLOCK_MONOTONIC)
        }
        return true
    }

    /// The body of the next request; nil until all of it is there.
    private mutating func nextBody() -> [UInt8]? {
        guard let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: unread[..<end.lowerBound], as: UTF8.self).lowercased()
        let field = head.firstRange(of: "content-length:").map { head[$0.upperBound...].drop { $0 == " " } }
        let length = field.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        guard unread.count >= end.upperBound + length else { return nil }
        let body = Array(unread[end.upperBound..<end.upperBound + length])
        unread.removeFirst(end.upperBound + length)
        return body
    }

    /// The first number in the body, which is the message's `id`.
    private static func number(in body: [UInt8]) -> Int {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return body.drop { !digits.contains($0) }.prefix { digits.contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func receipt(_ message: Int) -> [UInt8] {
        let body = #"{"id":"bench-\#(message)"}"#
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return Array((head + body).utf8)
    }

    /// An answer is far smaller than a socket's buffer, so it goes at once or the connection is broken.
    private func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } == bytes.count
    }
}
