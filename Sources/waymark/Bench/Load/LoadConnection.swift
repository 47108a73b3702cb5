import Foundation
import Glibc

/// A phone's keep-alive connections, one to each gateway, without blocking. Each request goes to the next gateway, as by a
/// load balancer that keeps nobody at one of them.
struct LoadConnection {
    var phone: VirtualPhone
    /// When the request in flight was due, in nanoseconds of the monotonic clock.
    var dueAt: UInt64 = 0
    private let sockets: [Int32]
    private var turn: Int
    private var outgoing: [UInt8] = []
    private var incoming: [UInt8] = []

    /// Connects to ports of this machine.
    init(ports: [Int], phone: VirtualPhone) throws {
        self.phone = phone
        sockets = try ports.map(Self.connected)
        turn = phone.id / 2
    }

    /// The one that the request in flight went by.
    var socket: Int32 { sockets[turn % sockets.count] }

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
    mutating func send(dueAt due: UInt64) throws {
        dueAt = due
        turn += 1
        outgoing = phone.next()
        incoming.removeAll(keepingCapacity: true)
        let count = outgoing.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard count == outgoing.count else { throw WrongUse("the gateway under test closed a connection") }
    }

    /// Whether the last answer was that too much waits already.
    private(set) var isBusy = false

    /// Reads what is there; true when the answer is complete. Anything but 200 and the busy answer is a failure.
    mutating func receive() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
        guard count > 0 else {
            if count < 0, errno == EAGAIN || errno == EINTR { return false }
            throw WrongUse("the gateway under test closed a connection")
        }
        incoming.append(contentsOf: buffer[..<count])
        return try isComplete()
    }

    private mutating func isComplete() throws -> Bool {
        guard let end = headEnd else { return false }
        let head = String(decoding: incoming[..<end], as: UTF8.self).lowercased()
        guard head.hasPrefix("http/1.1 200") || head.hasPrefix("http/1.1 503") else {
            throw WrongUse("the gateway under test answered: \(head.prefix(40))")
        }
        guard let field = head.range(of: "content-length:") else { throw WrongUse("an answer has no length") }
        let digits = head[field.upperBound...].drop { $0 == " " }.prefix { $0.isNumber }
        guard incoming.count >= end + 4 + (Int(digits) ?? 0) else { return false }
        let text = String(decoding: incoming[(end + 4)...], as: UTF8.self)
        isBusy = head.hasPrefix("http/1.1 503") || text.hasPrefix("END We are very busy")
        if isBusy { phone.startOver() }
        return true
    }

    /// Where the head ends: at an empty line.
    private var headEnd: Int? {
        guard incoming.count >= 4 else { return nil }
        return (0...(incoming.count - 4)).first { place in
            incoming[place] == 13 && incoming[place + 1] == 10 && incoming[place + 2] == 13 && incoming[place + 3] == 10
        }
    }

    func close() {
        for socket in sockets { Glibc.close(socket) }
    }
}
