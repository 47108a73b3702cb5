import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Providers
import Synchronization

/// The other end of the simulator's SMS channel: takes what the outbox sends and shows it, on this machine only.
///
/// `POST /simulator/outgoing` takes a message as a provider would; `GET /simulator/outgoing?to=+86...` lists the
/// last ones.
struct SimulatorRoutes {
    private let messages = SimulatedMessages()
    private let bodyLimit: Int

    init(bodyLimit: Int) {
        self.bodyLimit = bodyLimit
    }

    func add(to router: Router<GatewayContext>) {
        router.post("/simulator/outgoing") { request, context in
            guard context.isLocal else { return Response(status: .forbidden) }
            let body = try await request.body.collect(upTo: bodyLimit)
            let isJSON = request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true
            let bytes = Array(body.readableBytesView)
            guard let message = isJSON ? SimulatedMessage(json: bytes) : SimulatedMessage(form: bytes) else {
                return try json(["error": "a message needs the fields to and text"], status: .badRequest)
            }
            return try json(["id": "simulated-\(messages.add(message))"], status: .ok)
        }
        router.get("/simulator/outgoing") { request, context in
            guard context.isLocal else { return Response(status: .forbidden) }
            let to = request.uri.queryParameters["to"].map(String.init)
            return try json(messages.list(to: to), status: .ok)
        }
    }

    private func json(_ value: some Encodable, status: HTTPResponse.Status) throws -> Response {
        let data = try JSONEncoder().encode(value)
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}

/// A message that a simulated phone received.
struct SimulatedMessage: Codable, Hashable, Sendable {
    let to: String
    let text: String

    /// Nil where the fields are not there, or are no texts.
    init?(json: [UInt8]) {
        guard let message = try? JSONDecoder().decode(Self.self, from: Data(json)), !message.to.isEmpty else {
            return nil
        }
        self = message
    }

    /// Nil where the fields are not there.
    init?(form: [UInt8]) {
        let fields = Form.fields(form) ?? []
        guard let to = fields.first(where: { $0.key == "to" })?.value.text, !to.isEmpty,
            let text = fields.first(where: { $0.key == "text" })?.value.text
        else { return nil }
        self.to = to
        self.text = text
    }
}

/// The last messages of simulated phones, in memory only.
private final class SimulatedMessages: Sendable {
    private static let limit = 200
    private let state = Mutex<(count: Int, last: [SimulatedMessage])>((0, []))

    /// Keeps a message; returns its number.
    func add(_ message: SimulatedMessage) -> Int {
        state.withLock { state in
            state.count += 1
            state.last.append(message)
            if state.last.count > Self.limit { state.last.removeFirst() }
            return state.count
        }
    }

    func list(to number: String?) -> [SimulatedMessage] {
        state.withLock { state in state.last.filter { number == nil || $0.to == number } }
    }
}
