import Foundation
import Gateway
import HTTPClient
import Testing
import Web

/// Who may pass which door of the API: every route as every role, and with tokens that are none.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct APIRouteTests {
    /// Bodies are left out: where one may be sent at all, 404 and 422 say that something is missing.
    private static let table = [
        AccessRow("GET /api/v1/openapi.yaml", 200, 200, 200, 200, 200),
        AccessRow("GET /api/v1/sessions", 401, 403, 200, 403, 200),
        AccessRow("GET /api/v1/sessions/:id", 401, 403, 200, 403, 200),
        AccessRow("GET /api/v1/sessions/:id/talk", 401, 403, 200, 403, 200),
        AccessRow("POST /api/v1/sessions/find", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/sessions/:id/deed", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/sessions/:id/act", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/sessions/:id/note", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/sessions/:id/tag", 401, 403, 422, 403, 422),
        AccessRow("GET /api/v1/cases", 401, 403, 200, 403, 200),
        AccessRow("GET /api/v1/cases/:number", 401, 403, 200, 403, 200),
        AccessRow("POST /api/v1/cases/:number/assign", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/cases/:number/note", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/cases/:number/close", 401, 403, 422, 403, 422),
        AccessRow("GET /api/v1/claims", 401, 403, 200, 403, 200),
        AccessRow("GET /api/v1/claims/waiting", 401, 403, 200, 403, 200),
        AccessRow("POST /api/v1/claims/waiting/:id/approve", 401, 403, 422, 403, 422),
        AccessRow("POST /api/v1/claims/waiting/:id/refuse", 401, 403, 404, 403, 404),
        AccessRow("POST /api/v1/claims/:id/undo", 401, 403, 404, 403, 404),
        AccessRow("GET /api/v1/messages", 401, 200, 200, 200, 200),
        AccessRow("POST /api/v1/messages/retry", 401, 403, 403, 422, 422),
        AccessRow("GET /api/v1/channels", 401, 200, 200, 200, 200),
        AccessRow("GET /api/v1/pack", 401, 200, 200, 200, 200),
        AccessRow("POST /api/v1/pack/check", 401, 403, 403, 200, 200),
        AccessRow("POST /api/v1/pack/publish", 401, 403, 403, 200, 200),
        AccessRow("GET /api/v1/flows", 401, 403, 403, 200, 200),
        AccessRow("GET /api/v1/flows/counts", 401, 403, 403, 400, 400),
        AccessRow("GET /api/v1/rules", 401, 403, 403, 200, 200),
        AccessRow("GET /api/v1/directory", 401, 403, 403, 200, 200),
        AccessRow("GET /api/v1/directory/offices", 401, 403, 403, 400, 400),
        AccessRow("GET /api/v1/counts", 401, 200, 200, 200, 200),
        AccessRow("GET /api/v1/evidence", 401, 200, 200, 200, 200),
        AccessRow("GET /api/v1/evidence/flow", 401, 400, 400, 400, 400),
        AccessRow("GET /api/v1/evidence/messages", 401, 200, 200, 200, 200),
        AccessRow("GET /api/v1/audit", 401, 403, 403, 403, 200),
    ]

    @Test func `the table and the description name every route there is`() throws {
        let routes = Set(APIRoute.allCases.map(\.rawValue))
        #expect(Set(Self.table.map(\.route)) == routes && Self.table.count == routes.count)
        #expect(try Set(APIDescription().operations.map(\.route)) == routes)
    }

    @Test func `the description tells of each route who may ask and what may be said`() throws {
        for operation in try APIDescription().operations {
            let route = try #require(APIRoute(rawValue: operation.route))
            #expect(operation.roles == route.roles, "\(operation.route)")
            #expect(operation.parameters == route.parameters, "\(operation.route)")
            #expect(operation.fields == route.fields, "\(operation.route)")
        }
    }

    @Test func `every route lets in whom the table says, also with the numbers of what is there`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254733000501")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer(["1", "3"], on: gateway).contains("Case 1."))
        let programs = try ["viewer", "support", "operator", "admin"].map { try gateway.program($0, deployment) }
        let nobody = try gateway.program(bearing: nil)
        for row in Self.table {
            let expected = [row.nobody, row.viewer, row.support, row.operator, row.admin]
            for (program, status) in zip([nobody] + programs, expected) {
                let answer = try await ask(row.route, program)
                #expect(answer.status == status, "\(row.route)")
                if status == 401 {
                    #expect(answer.headers.value(of: "WWW-Authenticate") == "Bearer realm=\"waymark\"")
                }
                if status >= 400 { #expect(!answer.text.contains("Please call")) }
            }
        }
    }

    @Test func `a token that was revoked, is over or never was opens nothing`() async throws {
        let deployment = try Deployment(settings: "api: { guesses: 10000 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let (revoked, over) = (try gateway.program("admin", deployment), try gateway.program("admin", deployment))
        #expect(try await revoked.get("/counts").status == 200)
        #expect(try Binary.run(["token", "revoke", "1", "--data", deployment.data]).code == 0)
        #expect(try Binary.run(["token", "revoke", "1", "--data", deployment.data]).code == 1)
        try deployment.execute("UPDATE tokens SET expires_at = 1 WHERE id = 2")
        let good = try gateway.program("admin", deployment)
        let letters = try #require(good.token)
        let wrong = [
            "wmk_" + String(repeating: "A", count: 43), "wmk_", "x", String(letters.dropLast()), letters + "A",
            letters.lowercased(), letters.replacing("wmk_", with: "wmk-"), String(letters.dropFirst(4)),
        ]
        let programs = [revoked, over] + (try wrong.map { try gateway.program(bearing: $0) })
        for row in Self.table where row.nobody == 401 {
            for program in programs { #expect(try await ask(row.route, program).status == 401, "\(row.route)") }
            #expect(try await ask(row.route, good).status != 401, "\(row.route)")
        }
        let nobody = try gateway.program(bearing: nil)
        #expect(try await nobody.get("/counts?token=\(letters)").status == 401)
        #expect(try await over.get("/counts").headers.value(of: "WWW-Authenticate")?.contains("invalid_token") == true)
        let printed = gateway.process.output + gateway.process.errors
        let list = try Binary.run(["token", "--data", deployment.data]).output
        #expect(!printed.contains(letters) && !list.contains(letters))
        #expect(list.contains("3 tokens") && list.contains("revoked "))
        for (name, content) in try deployment.kept() {
            #expect(content.range(of: Data(letters.utf8)) == nil, "\(name)")
        }
    }

    private func ask(_ route: String, _ program: Program) async throws -> Program.Answer {
        let path = String(route.drop { $0 != " " }.dropFirst("/api/v1".count + 1)).replacing(/:\w+/, with: "1")
        return route.hasPrefix("POST") ? try await program.post(path) : try await program.get(path)
    }
}

extension APIRoute {
    /// The words of the roles whose tokens it takes; nil where it needs none.
    fileprivate var roles: Set<String>? {
        switch need {
        case nil: nil
        case .view?: ["viewer", "support", "operator", "admin"]
        case .assist?: ["support", "admin"]
        case .operate?: ["operator", "admin"]
        case .administer?: ["admin"]
        }
    }
}
