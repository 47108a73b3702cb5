import Foundation
import Glibc

/// A phone's keep-alive connections, one to each gateway, without blocking.
struct LoadConnection {
    var phone: VirtualPhone
    /// When the request in flight was due, in nanoseconds of the monotonic clock.
    var dueAt: UInt64 = 0
    private let sockets: [Int32]
    private var gateway = 0
    private var outgoing: [UInt8] = []
    private var incoming = AnswerBytes()
    private static let busyScreen = Array("END We are very busy".utf8)

    /// Connects to ports of this machine.
    init(ports: [Int], phone: VirtualPhone) throws {
        self.phone = phone
        sockets = try ports.map(Self.connected)
    }

    /// The one that the request in flight went by.
    var socket: Int32 { sockets[gateway] }

    private static func connected(to port: Int) throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw WrongUse("no socket can be opened: raise the limit of open files (ulimit -n)") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            Glibc.close(socket)
            throw WrongUse("the gateway under test does not answer on port \(port)")
        }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
        return socket
    }

    /// Sends the phone's next request, due at a moment.
    ///
    /// - Parameter number: Of all phones' requests. Each goes to the next gateway, as by a load balancer that takes them by
    ///   turns and keeps nobody at one of them.
    mutating func send(_ number: UInt64, dueAt due: UInt64) throws {
        dueAt = due
        gateway = Int(number % UInt64(sockets.count))
        outgoing = phone.next()
        incoming.removeAll()
        let count = outgoing.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard count == outgoing.count else { throw WrongUse("the gateway under test closed a connection") }
    }

    /// Whether the last answer was that too much waits already.
    private(set) var isBusy = false

    /// Reads what is there; true when the answer is complete. Anything but 200 and the busy answer is a failure.
    mutating func receive() throws -> Bool {
        let count = withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { buffer in
            let count = recv(socket, buffer.baseAddress, buffer.count, 0)
            if count > 0 { incoming.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return count
        }
        guard count > 0 else {
            if count < 0, errno == EAGAIN || errno == EINTR { return false }
            throw WrongUse("the gateway under test closed a connection")
        }
        guard let answer = try incoming.answer() else { return false }
        guard answer.status == 200 || answer.status == 503 else {
            throw WrongUse("the gateway under test answered with the status \(answer.status)")
        }
        isBusy = answer.status == 503 || answer.body.starts(with: Self.busyScreen)
        if isBusy { phone.startOver() }
        return true
    }

    func close() {
        for socket in sockets { Glibc.close(socket) }
    }
}
