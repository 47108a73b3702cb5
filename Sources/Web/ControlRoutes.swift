import Foundation
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore

/// `/control/…`: what commands on this machine ask of the running gateway.
struct ControlRoutes {
    private let door: ControlDoor
    private let publisher: Publisher

    init(_ door: ControlDoor, publisher: Publisher) {
        self.door = door
        self.publisher = publisher
    }

    func add(to router: Router<GatewayContext>) {
        router.post("/control/publish") { request, context in
            let token = request.headers[.authorization]?.dropFirst("Bearer ".count) ?? ""
            guard context.isLocal, door.admits(String(token)) else { return Response(status: .forbidden) }
            let report = await publisher.publish(dryRun: request.uri.queryParameters["dry_run"] == "true")
            let body = try JSONEncoder().encode(report)
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        }
    }
}
