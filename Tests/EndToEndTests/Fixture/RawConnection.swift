import Glibc

/// A TCP connection to the gateway for what no HTTP client would send.
final class RawConnection {
    private let descriptor: Int32

    init(_ gateway: RunningGateway) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(gateway.port).bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let connected = withUnsafeBytes(of: &address) { bytes in
            guard let pointer = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            return connect(descriptor, pointer, socklen_t(bytes.count)) == 0
        }
        guard connected else { throw NeverSeen(what: "a connection to the gateway") }
    }

    deinit {
        close(descriptor)
    }

    /// Sends what the peer still takes.
    func send(_ text: String) {
        send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }  // another test's program ended
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Everything until the peer ends the connection or until `isEnough`.
    func receive(tries: Int = 800, until isEnough: (String) -> Bool = { _ in false }) async throws -> String {
        var bytes: [UInt8] = []
        return try await eventually("the end of what the gateway sends", tries: tries) {
            while let piece = arrived() {
                bytes += piece
                if piece.isEmpty { return String(decoding: bytes, as: UTF8.self) }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            return isEnough(text) ? text : nil
        }
    }

    /// Whether the peer has answered or ended the connection.
    var isReadable: Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, 0) > 0
    }

    /// What is there to read; empty at the end of the connection, nil when nothing is there yet.
    private func arrived() -> [UInt8]? {
        guard isReadable else { return nil }
        var piece = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
        return Array(piece.prefix(max(0, count)))
    }
}
