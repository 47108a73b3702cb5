import Gateway
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// `/api/v1/…`: the console's facts for programs. Whoever comes passes the same guard at every door.
struct APIRoutes: Sendable {
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    private let gateway: Gateway
    private let access: ConsoleSettings.Access
    private let handlers: APIHandlers
    private let description: Asset?
    private let proxies: Proxies

    /// - Throws: Where the proxies cannot be read.
    init(_ gateway: Gateway) throws {
        self.gateway = gateway
        access = ConsoleSettings.Access(rawValue: gateway.parts.settings.api.access) ?? .off
        handlers = APIHandlers(gateway: gateway)
        proxies = try Proxies(gateway.parts.settings.proxies)
        description = gateway.apiDescription.map { Asset($0, type: "application/yaml; charset=utf-8") }
    }

    func add(to router: Router<GatewayContext>) {
        guard access != .off else { return }
        let routes = Dictionary(grouping: APIRoute.allCases, by: \.path)
        // The router finds what leads to a route before what stands for all the rest.
        for path in Set(routes.keys.flatMap(\.beginnings)).union(["/api/**"]) {
            for method in Self.methods {
                router.on("\(path)", method: method) { request, context in
                    await answer(routes[path] ?? [], request, context)
                }
            }
        }
    }

    private func answer(_ routes: [APIRoute], _ request: Request, _ context: GatewayContext) async -> Response {
        do {
            guard access.admits(request, context) else { throw APIProblem(.place, "the API is not reached from here") }
            guard !routes.isEmpty else { throw APIProblem.missing }
            let isHead = request.method == .head
            let method = isHead ? "GET" : request.method.rawValue
            guard let route = routes.first(where: { $0.method == method }) else {
                throw APIProblem.method(routes.flatMap { $0.method == "GET" ? ["GET", "HEAD"] : [$0.method] })
            }
            let response = try await pass(route, request, context)
            return isHead ? response.createHeadResponse() : response
        } catch let problem as APIProblem {
            return problem.response
        } catch {
            gateway.parts.logger.error("a request to the API failed", metadata: ["error": "\(error)"])
            return APIProblem(.unavailable, "the database does not answer; try again in a moment").response
        }
    }

    /// Lets a program in that may do what the route is for.
    private func pass(_ route: APIRoute, _ request: Request, _ context: GatewayContext) async throws -> Response {
        guard let need = route.need else {
            guard let description else {
                throw APIProblem(.missing, "the file openapi.yaml does not lie beside waymark.yaml")
            }
            return description.response(to: request)
        }
        let token = try await token(request, context)
        guard token.role.rights.contains(need) else { throw APIProblem.role(token.role.rawValue) }
        let call = try APICall(request, context, of: token, at: route, try await body(of: request))
        return try await handlers.answer(route, call).response
    }

    /// The good token that a request carries. It stands in a header only: addresses are kept in logs.
    private func token(_ request: Request, _ context: GatewayContext) async throws -> TokenRow {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer" else { throw APIProblem.token(isGiven: false) }
        let address = request.asker(context, behind: proxies) ?? ""
        switch try await gateway.tokens.admit(String(words[1]), from: address) {
        case .token(let row): return row
        case .wrong: throw APIProblem.token(isGiven: true)
        case .crowded(let seconds): throw APIProblem.crowded(seconds: seconds)
        }
    }

    private func body(of request: Request) async throws -> [UInt8] {
        let limit = gateway.parts.settings.api.bodyLimit
        do {
            return Array(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw APIProblem(.tooLong, "the body has more than \(limit) bytes")
        } catch is BodiesFull {
            throw APIProblem.full
        }
    }
}

extension String {
    /// A path and every path that leads to it.
    fileprivate var beginnings: [String] {
        let parts = split(separator: "/")
        return (1...max(parts.count, 1)).map { "/" + parts.prefix($0).joined(separator: "/") }
    }
}
