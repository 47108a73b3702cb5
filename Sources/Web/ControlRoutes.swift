import Foundation
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// `/control/…`: what commands on this machine ask of the running gateway.
struct ControlRoutes {
    private let door: ControlDoor
    private let publisher: Publisher
    private let deadLetters: DeadLetters
    private let claims: ClaimDesk

    init(_ door: ControlDoor, publisher: Publisher, deadLetters: DeadLetters, claims: ClaimDesk) {
        self.claims = claims
        self.deadLetters = deadLetters
        self.door = door
        self.publisher = publisher
    }

    func add(to router: Router<GatewayContext>) {
        router.post("/control/publish") { request, context in
            try await answer(request, context) {
                await publisher.publish(dryRun: request.uri.queryParameters["dry_run"] == "true")
            }
        }
        router.get("/control/outbox") { request, context in
            try await answer(request, context) {
                try await deadLetters.list(channel: request.uri.queryParameters["channel"].map(String.init))
            }
        }
        router.get("/control/claims") { request, context in
            try await answer(request, context) { try await claims.list() }
        }
        router.post("/control/claims/undo") { request, context in
            try await answer(request, context) {
                let id = request.uri.queryParameters["id"].flatMap { Int64($0) } ?? 0
                return ["outcome": try await claims.undo(id).rawValue]
            }
        }
        router.post("/control/outbox/retry") { request, context in
            try await answer(request, context) {
                let ids = request.uri.queryParameters["ids"]?.split(separator: ",").compactMap { Int64($0) } ?? []
                return ["revived": try await deadLetters.revive(ids)]
            }
        }
    }

    /// What comes of a request, as JSON, for who knows the token on this machine.
    private func answer<Value: Encodable>(
        _ request: Request, _ context: GatewayContext, _ act: () async throws -> Value
    ) async throws -> Response {
        let token = request.headers[.authorization]?.dropFirst("Bearer ".count) ?? ""
        guard context.isLocal, door.admits(String(token)) else { return Response(status: .forbidden) }
        let body = try JSONEncoder().encode(try await act())
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
