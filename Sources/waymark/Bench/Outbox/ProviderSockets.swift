import Glibc

/// The sockets of the benchmark's provider, served by one thread.
struct ProviderSockets {
    let port: Int
    private let listener: Int32
    private var connections: [Int32: ProviderConnection] = [:]

    /// Listens on a free port of this machine.
    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound, listen(listener, SOMAXCONN) == 0 else {
            throw WrongUse("the benchmark's provider cannot listen on this machine")
        }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// Answers whatever comes, until the provider is stopped.
    mutating func serve(_ provider: LoopbackProvider) {
        while provider.goesOn(Double(Self.now(CLOCK_THREAD_CPUTIME_ID)) / 1e9) {
            var sockets = ([listener] + connections.keys).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&sockets, nfds_t(sockets.count), 20) > 0 else { continue }
            for socket in sockets where socket.revents != 0 {
                if socket.fd == listener { accept() } else { answer(socket.fd, provider) }
            }
        }
        for connection in connections.values { close(connection.socket) }
        close(listener)
    }

    private mutating func accept() {
        let socket = Glibc.accept(listener, nil, nil)
        guard socket >= 0 else { return }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        connections[socket] = ProviderConnection(socket: socket)
    }

    private mutating func answer(_ socket: Int32, _ provider: LoopbackProvider) {
        let isOpen = connections[socket]?.answer { message, wait in provider.take(message, after: wait) }
        guard isOpen != true else { return }
        connections[socket] = nil
        close(socket)
    }

    /// Nanoseconds of a clock.
    static func now(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
