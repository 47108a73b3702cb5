import Foundation
import HTTPClient
import Testing

/// A program that asks the API. Every answer it gets is held against the description.
struct Program {
    /// An answer.
    struct Answer {
        let status: Int
        let headers: [HeaderField]
        let text: String
        /// The body as a group of JSON; empty where it is none.
        let json: [String: Any]

        /// The word of a problem.
        var code: String? { json["code"] as? String }

        /// A list of groups.
        func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
    }

    let gateway: RunningGateway
    /// What stands behind `Bearer`; nil for no header.
    let token: String?
    let description: APIDescription

    @discardableResult
    func get(_ path: String, method: String = "GET") async throws -> Answer {
        try await ask(method, path, body: nil, headers: [])
    }

    /// Sends a body of JSON, or none.
    ///
    /// - Parameter key: Names the deed.
    @discardableResult
    func post(
        _ path: String, _ body: String? = nil, key: String? = nil, type: String = "application/json"
    ) async throws -> Answer {
        let keys = key.map { [HeaderField(name: "Idempotency-Key", value: $0)] } ?? []
        return try await ask("POST", path, body: body, headers: keys, type: type)
    }

    private func ask(
        _ method: String, _ path: String, body: String?, headers: [HeaderField], type: String = "application/json"
    ) async throws -> Answer {
        let proof = token.map { [HeaderField(name: "Authorization", value: "Bearer \($0)")] } ?? []
        let response = try await gateway.ask(
            "/api/v1" + path, method: method, type: body == nil ? nil : type, headers: headers + proof,
            body: Array((body ?? "").utf8))
        if method != "HEAD" { try description.expect(response, to: method, "/api/v1" + path) }
        let json = (try? JSONSerialization.jsonObject(with: Data(response.body))) as? [String: Any]
        return Answer(status: response.status, headers: response.headers, text: response.text, json: json ?? [:])
    }
}

extension RunningGateway {
    /// A program with a token that a command made.
    ///
    /// - Parameter days: How long the token is good for; nil for until it is revoked.
    func program(_ role: String, _ deployment: Deployment, days: Int? = nil) throws -> Program {
        let end = days.map { ["--days", "\($0)"] } ?? []
        let run = try Binary.run(["token", "new", "a \(role)", "--role", role, "--data", deployment.data] + end)
        let token = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(run.code == 0 && token.hasPrefix("wmk_"), "\(run.errors)")
        return try program(bearing: token)
    }

    /// A program with whatever token it has.
    func program(bearing token: String?) throws -> Program {
        Program(gateway: self, token: token, description: try APIDescription())
    }
}
