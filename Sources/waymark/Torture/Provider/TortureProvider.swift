import Foundation
import Synchronization

/// The provider of the tortured gateways: takes messages by the manners that real ones have, and tells by reports what
/// became of them.
final class TortureProvider: Sendable {
    /// A report that is to be brought.
    private struct Report: Sendable {
        let id: String
        let hasSent: Bool
        let isTwice: Bool
        let delay: Duration
    }

    /// A message as the generic adapter sends it.
    private struct Sent: Decodable {
        let id: String
        let to: String
        let text: String
    }

    private static let patience = Duration.seconds(120)
    private static let glance = Duration.milliseconds(20)
    private static let reportsAtOnce = 64

    /// Where it takes the messages of each gateway.
    let urls: [String]
    private let seed: UInt64
    private let listeners: [LoopbackListener]
    private let state = Mutex(ProviderLedger())
    private let reports = AsyncStream<Report>.makeStream()

    /// Starts to listen.
    init(seed: UInt64, gateways: Int) throws {
        self.seed = seed
        listeners = try (0..<gateways).map { _ in try LoopbackListener() }
        urls = listeners.map { "http://127.0.0.1:\($0.port)/send" }
        for (gateway, listener) in listeners.enumerated() {
            listener.acceptAll { [weak self] socket in
                guard let self else {
                    _ = close(socket)
                    return
                }
                let thread = Thread { self.serve(socket, of: gateway) }
                thread.start()
            }
        }
    }

    var ledger: ProviderLedger { state.withLock { $0 } }

    /// A message to a person by its place, once it was taken.
    func text(_ place: Int, to number: String) async throws -> String {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < Self.patience {
            let texts = state.withLock { $0.texts(to: number) }
            if texts.count > place { return texts[place] }
            try await Task.sleep(for: Self.glance)
        }
        throw TortureFault("message \(place + 1) to \(number) did not come within \(Self.patience)")
    }

    /// Brings reports until none will follow.
    func bringReports(by door: TortureDoor) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running = 0
            for await report in reports.stream {
                if running >= Self.reportsAtOnce { try await group.next() } else { running += 1 }
                group.addTask { [self] in try await bring(report, by: door) }
            }
            try await group.waitForAll()
        }
    }

    /// No message will follow.
    func stop() {
        reports.continuation.finish()
        for listener in listeners { listener.stop() }
    }

    private func bring(_ report: Report, by door: TortureDoor) async throws {
        try await Task.sleep(for: report.delay)
        if report.hasSent { _ = try await door.bring(.form("sent/sent", ["id": report.id])) }
        for _ in 0..<(report.isTwice ? 2 : 1) { _ = try await door.bring(.form("sent/delivered", ["id": report.id])) }
        state.withLock { $0.reported(report.id) }
    }

    /// Answers what comes on a connection until it ends.
    private func serve(_ socket: Int32, of gateway: Int) {
        defer { close(socket) }
        var requests = RequestBytes()
        var piece = [UInt8](repeating: 0, count: 8_192)
        while true {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return }
            requests.append(piece[..<count])
            while let body = requests.next() {
                guard answer(body, of: gateway, on: socket) else { return }
            }
        }
    }

    /// Lets a message meet its fate; false when the connection is to end.
    private func answer(_ body: [UInt8], of gateway: Int, on socket: Int32) -> Bool {
        guard let sent = try? JSONDecoder().decode(Sent.self, from: Data(body)) else {
            return send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", on: socket)
        }
        let (fate, attempt) = state.withLock { ledger in
            ledger.receive(sent.id, to: sent.to, text: sent.text, from: gateway, seed: seed)
        }
        if fate.isTaken { report(sent.id, fate) }
        switch fate {
        case .prompt, .slow:
            if fate == .slow { Thread.sleep(forTimeInterval: 0.3) }
            guard isOpen(socket), send(Self.receipt(sent.id), on: socket) else { return false }
            state.withLock { $0.confirm(sent.id, attempt: attempt) }
            return true
        case .failing: return send("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", on: socket)
        case .throttled:
            return send("HTTP/1.1 429 Slowly\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n", on: socket)
        case .hangsUp, .takesAndHangsUp: return false
        case .silent:
            var byte: UInt8 = 0
            return recv(socket, &byte, 1, 0) > 0
        }
    }

    /// What was taken without an answer is reported, so that the gateway can know of it.
    private func report(_ id: String, _ fate: SendFate) {
        var chance = Chance(seed: seed, "report", id)
        let isTold = fate == .takesAndHangsUp || fate == .silent || chance.happens(70)
        guard isTold, state.withLock({ $0.messages[id]?.attempts.count { $0.fate.isTaken } }) == 1 else { return }
        reports.continuation.yield(
            Report(
                id: id, hasSent: chance.happens(50), isTwice: chance.happens(15),
                delay: .milliseconds(chance.number(in: 1...800))))
    }

    private static func receipt(_ id: String) -> String {
        let body = #"{"id":"torture-\#(id)"}"#
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body
    }

    /// Whether there is still a gateway at the other end: the network takes an answer to one that is dead, too.
    private func isOpen(_ socket: Int32) -> Bool {
        var byte: UInt8 = 0
        let count = recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        return count > 0 || count < 0 && errno == EAGAIN
    }

    /// An answer is far smaller than a socket's buffer, so it goes at once or the connection is broken.
    private func send(_ text: String, on socket: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            == bytes.count
    }
}
