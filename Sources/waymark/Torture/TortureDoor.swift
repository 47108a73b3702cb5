import Foundation
import HTTPClient
import Synchronization

/// The way to whichever gateways run. A request is brought to any of them until it is acknowledged, as providers
/// do.
final class TortureDoor: Sendable {
    /// What was brought.
    struct Tally: Sendable {
        /// Requests that were acknowledged.
        var acknowledged = 0
        /// Requests that met no gateway, or whose answer did not come.
        var unanswered = 0
        /// Requests that the gateway asked to bring again.
        var refused = 0
    }

    /// How long nothing may be acknowledged.
    private static let patience = Duration.seconds(120)
    private static let pause = Duration.milliseconds(20)
    /// How long a provider waits for the answer to one request.
    private static let answerTime = Duration.seconds(10)
    private static let atOnce = 256

    private let client: HTTPClient
    private let state: Mutex<(ports: [Int: Int], isEnding: Bool, tally: Tally, plant: Plant?)>

    /// - Parameter plant: A fault to make once.
    init(plant: Plant?) throws {
        state = Mutex(([:], false, Tally(), plant))
        client = try HTTPClient(
            settings: HTTPClient.Settings(
                totalTimeout: Self.answerTime, maximumConnectionsPerHost: Self.atOnce,
                maximumConnections: Self.atOnce, usesProxyFromEnvironment: false))
    }

    /// Whether no gateway is killed any more.
    var isEnding: Bool { state.withLock { $0.isEnding } }
    var tally: Tally { state.withLock { $0.tally } }

    /// A gateway takes requests.
    func open(_ gateway: Int, port: Int) {
        // One that ended itself at once has no port.
        state.withLock { $0.ports[gateway] = port > 0 ? port : nil }
    }

    /// A gateway takes none any more.
    func close(_ gateway: Int) {
        state.withLock { $0.ports[gateway] = nil }
    }

    func endsSoon() {
        state.withLock { $0.isEnding = true }
    }

    /// Ends the client.
    func shut() async {
        await client.close()
    }

    /// Brings a request until its answer is there; returns the answer's text.
    ///
    /// - Parameter isRefused: Whether an answer says that nothing was kept.
    func bring(_ request: Webhook, isRefused: (String) -> Bool = { _ in false }) async throws -> String {
        let start = ContinuousClock.now
        switch plant(in: request) {
        case .lost: return ""
        case .doubled: _ = try await bring(request.another, isRefused: isRefused)
        case nil: break
        }
        while ContinuousClock.now - start < Self.patience {
            if let text = try await tryOnce(request), !isRefused(text) {
                state.withLock { $0.tally.acknowledged += 1 }
                return text
            }
            try await Task.sleep(for: Self.pause)
        }
        throw TortureFault("\(request.path) was not acknowledged within \(Self.patience)")
    }

    /// The fault that befalls a request; only the first one that it may befall.
    private func plant(in request: Webhook) -> Plant? {
        state.withLock { state in
            guard let plant = state.plant, plant.befalls(request) else { return nil }
            state.plant = nil
            return plant
        }
    }

    /// The answer's text; nil when none came, or when the gateway asks to come again.
    private func tryOnce(_ request: Webhook) async throws -> String? {
        guard let port = state.withLock({ $0.ports.values.randomElement() }) else { return nil }
        let response: IncomingResponse
        do {
            response = try await client.send(request.outgoing(port: port))
        } catch {
            state.withLock { $0.tally.unanswered += 1 }
            return nil
        }
        if response.status == 503 {
            state.withLock { $0.tally.refused += 1 }
            return nil
        }
        guard response.status == 200 else {
            throw TortureFault("\(request.path) was answered with \(response.status)")
        }
        return String(decoding: response.body, as: UTF8.self)
    }
}

/// A webhook as a provider sends it.
struct Webhook: Sendable {
    /// Channel and route.
    let path: String
    let type: String
    let body: String

    /// Fields as `application/x-www-form-urlencoded`.
    static func form(_ path: String, _ fields: KeyValuePairs<String, String>) -> Webhook {
        let plain = CharacterSet(charactersIn: "a"..."z").union(CharacterSet(charactersIn: "A"..."Z"))
            .union(CharacterSet(charactersIn: "0"..."9"))
        let pairs = fields.map { key, value in
            key + "=" + (value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")
        }
        return Webhook(path: path, type: "application/x-www-form-urlencoded", body: pairs.joined(separator: "&"))
    }

    /// The same message as if it were one of its own.
    fileprivate var another: Webhook {
        Webhook(path: path, type: type, body: "id=another&" + body.drop { $0 != "&" }.dropFirst())
    }

    fileprivate func outgoing(port: Int) -> OutgoingRequest {
        OutgoingRequest(
            method: "POST", url: "http://127.0.0.1:\(port)/in/\(path)",
            headers: [.init(name: "Content-Type", value: type)], body: Array(body.utf8))
    }
}
