import Foundation

/// A free port of this machine that is listened on.
struct LoopbackListener: Sendable {
    let socket: Int32
    let port: Int

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound, listen(socket, SOMAXCONN) == 0 else {
            throw WrongUse("a provider for this run cannot listen on this machine")
        }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// The next connection; nil when there is none.
    func accept() -> Int32? {
        let connection = Glibc.accept(socket, nil, nil)
        guard connection >= 0 else { return nil }
        var one: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        return connection
    }

    /// Takes connections on a thread of its own until it is stopped, which `accept` reports as EINVAL.
    func acceptAll(_ take: @escaping @Sendable (Int32) -> Void) {
        let thread = Thread { [self] in
            while true {
                if let connection = accept() { take(connection) } else if errno == EINVAL { break }
            }
            close(socket)
        }
        thread.start()
    }

    /// Ends the thread.
    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
    }
}
