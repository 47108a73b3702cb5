import Foundation
import Gateway
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Sealing
import Storage

/// `/control/…`: what commands on this machine ask of the running gateway.
struct ControlRoutes {
    /// Bytes of a request that is not in its address.
    private static let longestQuery = 16_384

    private let door: ControlDoor
    private let publisher: Publisher
    private let deadLetters: DeadLetters
    private let claims: ClaimDesk
    private let people: PersonDesk
    private let keys: KeyDesk
    private let retention: RetentionDesk
    private let staff: StaffDesk
    private let tokens: TokenDesk
    private let results: ResultsDesk
    private let logger: Logger

    init(_ gateway: Gateway) {
        door = gateway.door
        publisher = gateway.publisher
        deadLetters = gateway.deadLetters
        claims = gateway.claims
        people = gateway.people
        keys = gateway.keys
        retention = gateway.retention
        staff = gateway.staff
        tokens = gateway.tokens
        results = gateway.results
        logger = gateway.parts.logger
    }

    func add(to router: Router<GatewayContext>) {
        addPublishing(to: router)
        addOutbox(to: router)
        addClaims(to: router)
        addPleas(to: router)
        addPeople(to: router)
        addKeys(to: router)
        addRetention(to: router)
        addAudit(to: router)
        addTokens(to: router)
        addResults(to: router)
    }

    private func addPublishing(to router: Router<GatewayContext>) {
        router.post("/control/publish") { request, context in
            try await answer(request, context) {
                let isTrial = request.uri.queryParameters["dry_run"] == "true"
                if !isTrial { try await staff.note(.publishPack, by: nil) }
                return await publisher.publish(dryRun: isTrial)
            }
        }
    }

    private func addOutbox(to router: Router<GatewayContext>) {
        router.get("/control/outbox") { request, context in
            try await answer(request, context) {
                try await deadLetters.list(channel: request.uri.queryParameters["channel"].map(String.init))
            }
        }
        router.post("/control/outbox/retry") { request, context in
            try await answer(request, context) {
                let ids = request.uri.queryParameters["ids"]?.split(separator: ",").compactMap { Int64($0) } ?? []
                try await staff.note(.retryMessages, by: nil, on: "\(ids.count) messages")
                return ["revived": try await deadLetters.revive(ids)]
            }
        }
    }

    private func addClaims(to router: Router<GatewayContext>) {
        router.get("/control/claims") { request, context in
            try await answer(request, context) { try await claims.list() }
        }
        router.post("/control/claims/undo") { request, context in
            try await answer(request, context) {
                let id = request.uri.queryParameters["id"].flatMap { Int64($0) } ?? 0
                try await staff.note(.undoClaim, by: nil, on: "claim \(id)")
                return ["outcome": try await claims.undo(id).rawValue]
            }
        }
    }

    private func addPleas(to router: Router<GatewayContext>) {
        router.get("/control/claims/waiting") { request, context in
            try await answer(request, context) { try await claims.waiting() }
        }
        router.post("/control/claims/approve") { request, context in
            try await answer(request, context) {
                let id = request.uri.queryParameters["id"].flatMap { Int64($0) } ?? 0
                let record = request.uri.queryParameters["record"].flatMap { Int64($0) }
                try await staff.note(.approveClaim, by: nil, on: "plea \(id)")
                return ["outcome": try await claims.approve(id, record: record).rawValue]
            }
        }
        router.post("/control/claims/refuse") { request, context in
            try await answer(request, context) {
                let id = request.uri.queryParameters["id"].flatMap { Int64($0) } ?? 0
                try await staff.note(.refuseClaim, by: nil, on: "plea \(id)")
                return ["outcome": try await claims.refuse(id).rawValue]
            }
        }
    }

    /// A number stands in the body: addresses of requests are kept in logs.
    private func addPeople(to router: Router<GatewayContext>) {
        router.post("/control/person/export") { request, context in
            try await answer(request, context) {
                try await people.export(try await query(PersonQuery.self, of: request))
            }
        }
    }

    private func addKeys(to router: Router<GatewayContext>) {
        router.get("/control/keys") { request, context in
            try await answer(request, context) { try await keys.note() }
        }
        router.post("/control/keys/rotate") { request, context in
            try await answer(request, context) { () -> [String: String] in
                do throws(KeyFault) {
                    try keys.rotate()
                    return [:]
                } catch {
                    return ["fault": error.description]
                }
            }
        }
    }

    private func addRetention(to router: Router<GatewayContext>) {
        router.get("/control/retention") { request, context in
            try await answer(request, context) { try await retention.forecast() }
        }
        router.post("/control/retention/run") { request, context in
            try await answer(request, context) {
                try await staff.note(.runRetention, by: nil)
                return try await retention.run()
            }
        }
    }

    private func addAudit(to router: Router<GatewayContext>) {
        router.get("/control/audit") { request, context in
            try await answer(request, context) { try await staff.verifyAudit() }
        }
    }

    private func addTokens(to router: Router<GatewayContext>) {
        router.get("/control/tokens") { request, context in
            try await answer(request, context) { try await tokens.list().map(TokenNote.init) }
        }
        router.post("/control/tokens") { request, context in
            try await answer(request, context) { try await newToken(request) }
        }
        router.post("/control/tokens/revoke") { request, context in
            try await answer(request, context) {
                let id = request.uri.queryParameters["id"].flatMap { Int64($0) } ?? 0
                return ["revoked": try await tokens.revoke(TokenID(rawValue: id), by: nil)]
            }
        }
    }

    private func newToken(_ request: Request) async throws -> [String: String] {
        let query = request.uri.queryParameters
        guard let role = query["role"].flatMap({ StaffRole(rawValue: String($0)) }) else { return [:] }
        let days = query["days"].map { Int($0) ?? 0 }
        switch try await tokens.make(query["name"].map(String.init) ?? "", role, days: days, by: nil) {
        case .done(let token): return ["token": token]
        case .name: return ["fault": "the name must have \(TokenDesk.nameLength.sentence) characters"]
        case .days: return ["fault": "a token is good for \(TokenDesk.days.sentence) days, or until it is revoked"]
        case .full(let most): return ["fault": "\(most) tokens are good now, and no more may be: revoke one first"]
        }
    }

    /// A package where there is one, and otherwise why not, as JSON.
    private func addResults(to router: Router<GatewayContext>) {
        router.post("/control/results") { request, context in
            try await pass(request, context) {
                do {
                    let package = try await results.results(try await query(ResultsQuery.self, of: request), by: nil)
                    return Response(
                        status: .ok, headers: [.contentType: "application/zip"], body: ResponseBody(package))
                } catch let refusal as ResultsRefusal {
                    return try Self.json(refusal)
                }
            }
        }
    }

    /// What a command asks, in the body of its request.
    private func query<Query: Decodable>(_ type: Query.Type, of request: Request) async throws -> Query {
        let body = try await request.body.collect(upTo: Self.longestQuery)
        do {
            return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
        } catch {
            throw HTTPError(.badRequest, message: "the body is not what this command asks with")
        }
    }

    private func admits(_ request: Request, _ context: GatewayContext) -> Bool {
        let token = request.headers[.authorization]?.dropFirst("Bearer ".count) ?? ""
        return request.isFromThisMachine(context) && door.admits(String(token))
    }

    private static func json(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }

    /// What comes of a request, as JSON, for who knows the token on this machine.
    private func answer<Value: Encodable>(
        _ request: Request, _ context: GatewayContext, _ act: () async throws -> Value
    ) async throws -> Response {
        try await pass(request, context) { try Self.json(try await act()) }
    }

    /// Lets in who knows the token on this machine. What keeps it from being done is told there, and in the log.
    private func pass(
        _ request: Request, _ context: GatewayContext, _ act: () async throws -> Response
    ) async throws -> Response {
        guard admits(request, context) else { return Response(status: .forbidden) }
        do {
            return try await act()
        } catch let error as any HTTPResponseError {
            throw error
        } catch {
            logger.error("a command failed", metadata: ["error": "\(error)"])
            return Response(
                status: .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "\(error)")))
        }
    }
}

extension ClosedRange<Int> {
    fileprivate var sentence: String { "\(lowerBound) to \(upperBound)" }
}
