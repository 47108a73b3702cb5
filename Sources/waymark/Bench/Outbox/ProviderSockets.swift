import Glibc

/// The sockets of the benchmark's provider, served by one thread.
struct ProviderSockets {
    private let listener: LoopbackListener
    private var connections: [Int32: ProviderConnection] = [:]

    /// Listens on a free port of this machine.
    init() throws {
        listener = try LoopbackListener()
    }

    var port: Int { listener.port }

    /// Answers whatever comes, until the provider is stopped.
    mutating func serve(_ provider: LoopbackProvider) {
        while provider.goesOn(Double(Self.now(CLOCK_THREAD_CPUTIME_ID)) / 1e9) {
            var sockets = ([listener.socket] + connections.keys).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&sockets, nfds_t(sockets.count), 20) > 0 else { continue }
            for socket in sockets where socket.revents != 0 {
                if socket.fd == listener.socket { accept() } else { answer(socket.fd, provider) }
            }
        }
        for connection in connections.values { close(connection.socket) }
        close(listener.socket)
    }

    private mutating func accept() {
        guard let socket = listener.accept() else { return }
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
