import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The other end of the simulator's SMS channel: takes what the outbox sends and shows it, on this machine only.
///
/// `POST /simulator/outgoing` takes a message as a provider would; `GET /simulator/outgoing?to=+86...` lists the
/// last ones.
struct SimulatorRoutes {
    private let messages: SimulatedMessages
    private let bodyLimit: Int

    init(_ messages: SimulatedMessages, bodyLimit: Int) {
        self.messages = messages
        self.bodyLimit = bodyLimit
    }

    func add(to router: Router<GatewayContext>) {
        router.post("/simulator/outgoing") { request, context in
            guard request.isFromThisMachine(context) else { return Response(status: .forbidden) }
            let body = try await request.body.collect(upTo: bodyLimit)
            let isJSON = request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true
            let bytes = Array(body.readableBytesView)
            guard let message = isJSON ? SimulatedMessage(json: bytes) : SimulatedMessage(form: bytes) else {
                return try json(["error": "a message needs the fields to and text"], status: .badRequest)
            }
            guard let number = messages.add(message) else {
                return try json(["error": "the phone is out of reach"], status: .serviceUnavailable)
            }
            return try json(["id": "simulated-\(number)"], status: .ok)
        }
        router.get("/simulator/outgoing") { request, context in
            guard request.isFromThisMachine(context) else { return Response(status: .forbidden) }
            let to = request.uri.queryParameters["to"].map(String.init)
            return try json(messages.list(to: to).map(\.message), status: .ok)
        }
    }

    private func json(_ value: some Encodable, status: HTTPResponse.Status) throws -> Response {
        let data = try JSONEncoder().encode(value)
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
