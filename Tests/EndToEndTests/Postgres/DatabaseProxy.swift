import Foundation
import Glibc
import Synchronization
import TestSupport

/// A way from gateways to a database that can be harmed, also from a shell: by the file `drops` or `cuts` in its folder, for
/// as long as it is there.
final class DatabaseProxy: Sendable {
    /// How the way can be harmed.
    enum Harm: String, CaseIterable, Sendable {
        /// What was connected carries nothing any more, for ever, and nobody is told; what connects now, neither.
        case drops
        /// Connections end, and nobody connects.
        case cuts
    }

    private static let glance: UInt32 = 5_000

    let port: UInt16
    private let folder: TemporaryFolder
    private let listener: Int32
    private let links = Mutex<[Link]>([])
    private let isStopped = Atomic(false)

    /// - Parameter socket: Where the database's socket is.
    init(to socket: String) throws {
        folder = try TemporaryFolder()
        (listener, port) = try LoopbackServer.bindLoopback()
        guard listen(listener, SOMAXCONN) == 0 else { throw Cluster.Failure(description: "a proxy cannot listen") }
        let take = Thread { [weak self, listener] in
            while true {
                let near = accept(listener, nil, nil)
                if near < 0 && errno == EINVAL { break }
                guard near >= 0, let self else { continue }
                self.take(near, to: socket)
            }
            close(listener)
        }
        take.start()
        let watch = Thread { [weak self] in
            while let self, !self.isStopped.load(ordering: .relaxed) {
                self.harmOpenLinks()
                usleep(Self.glance)
            }
        }
        watch.start()
    }

    deinit {
        isStopped.store(true, ordering: .relaxed)
        shutdown(listener, Int32(SHUT_RDWR))
        for link in links.withLock({ $0 }) { link.end() }
    }

    /// Where gateways connect, in libpq's words.
    var address: String { "host=127.0.0.1 port=\(port) user=waymark dbname=postgres sslmode=disable" }

    /// The command of a shell that harms it for some seconds.
    func command(_ harm: Harm, seconds: Int) -> String {
        "touch \(file(harm)) && sleep \(seconds) && rm \(file(harm))"
    }

    func begin(_ harm: Harm) throws {
        try Data().write(to: URL(filePath: file(harm)))
        harmOpenLinks()
    }

    func mend(_ harm: Harm) throws { try FileManager.default.removeItem(atPath: file(harm)) }

    private func file(_ harm: Harm) -> String { folder.path + "/" + harm.rawValue }

    private func isHarmed(_ harm: Harm) -> Bool { access(file(harm), F_OK) == 0 }

    private func harmOpenLinks() {
        if isHarmed(.drops) { for link in links.withLock({ $0 }) { link.lose() } }
        guard isHarmed(.cuts) else { return }
        let open = links.withLock { links -> [Link] in
            defer { links = [] }
            return links
        }
        for link in open { link.end() }
    }

    private func take(_ near: Int32, to path: String) {
        guard !isHarmed(.cuts), let far = Self.connected(to: path) else {
            close(near)
            return
        }
        let link = Link(near, far)
        if isHarmed(.drops) { link.lose() }
        links.withLock { $0.append(link) }
        link.carry()
    }

    /// A connection to a socket of the file system; nil where nobody listens.
    private static func connected(to path: String) -> Int32? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
        }
        guard isConnected else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}

/// Both ends of one connection.
private final class Link: Sendable {
    private let near: Int32
    private let far: Int32
    private let isLost = Atomic(false)
    /// The directions that still carry; the last one closes the sockets.
    private let directions = Mutex(2)

    init(_ near: Int32, _ far: Int32) {
        (self.near, self.far) = (near, far)
    }

    func carry() {
        for (source, target) in [(near, far), (far, near)] {
            let thread = Thread { self.carry(from: source, to: target) }
            thread.start()
        }
    }

    /// It carries nothing any more.
    func lose() { isLost.store(true, ordering: .relaxed) }

    func end() {
        directions.withLock { directions in
            guard directions > 0 else { return }
            shutdown(near, Int32(SHUT_RDWR))
            shutdown(far, Int32(SHUT_RDWR))
        }
    }

    private func carry(from source: Int32, to target: Int32) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(source, &bytes, bytes.count, 0), count > 0 {
            guard !isLost.load(ordering: .relaxed) else { continue }
            var sent = 0
            while sent < count {
                let more = bytes.withUnsafeBytes { buffer in
                    Glibc.send(target, buffer.baseAddress?.advanced(by: sent), count - sent, Int32(MSG_NOSIGNAL))
                }
                guard more > 0 else { break }
                sent += more
            }
        }
        // A lost connection hides its end, too.
        if !isLost.load(ordering: .relaxed) { end() }
        directions.withLock { directions in
            directions -= 1
            guard directions == 0 else { return }
            close(near)
            close(far)
        }
    }
}
