import Gateway
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// `/console/…`: where staff work. Whoever comes passes the same guard at every door.
struct ConsoleRoutes: Sendable {
    private let gateway: Gateway
    private let access: ConsoleSettings.Access
    private let isSecure: Bool
    private let bodyLimit: Int
    /// A table comes once as a file and once within a form, which takes half as much again.
    private let tableLimit: Int
    private let handlers: ConsoleHandlers
    private let assets = ConsoleAssets()
    private let proxies: Proxies

    /// - Throws: Where a template cannot be read, which tests see to, or the proxies.
    init(_ gateway: Gateway) throws {
        self.gateway = gateway
        let settings = gateway.parts.settings
        access = ConsoleSettings.Access(rawValue: settings.console.access) ?? .off
        isSecure = settings.console.isSecure
        bodyLimit = settings.bodyLimit
        tableLimit = settings.console.table
        proxies = try Proxies(settings.proxies)
        handlers = ConsoleHandlers(gateway, try ConsoleTemplates())
    }

    func add(to router: Router<GatewayContext>) {
        guard access != .off else { return }
        for route in ConsoleRoute.allCases {
            router.on("\(route.path)", method: route.isForm ? .post : .get) { request, context in
                try await answer(route, request, context)
            }
        }
    }

    private func answer(
        _ route: ConsoleRoute, _ request: Request, _ context: GatewayContext
    ) async throws -> Response {
        guard access.admits(request, context) else {
            return refusal(.forbidden, "the console is not reached from here\n")
        }
        if let asset = assets[route] { return asset.response(to: request) }
        guard !route.isForm || request.isFromOwnPage else {
            return refusal(.forbidden, "this form comes from elsewhere\n")
        }
        let token = Visit.token(of: request, isSecure: isSecure)
        let signIn: SignIn?
        do {
            signIn = try await Visit.signIn(token, request, at: route, gateway.staff)
        } catch {
            log(error)
            return refusal(.serviceUnavailable, "the database does not answer; try again in a moment\n")
        }
        let body: ByteBuffer
        do {
            body = route.isForm ? try await request.body.collect(upTo: limit(route, signIn)) : ByteBuffer()
        } catch is NIOTooManyBytesError {
            return refusal(.contentTooLarge, "this form is too long\n")
        }
        let visit = Visit.read(
            request, context, at: route, from: request.asker(context, behind: proxies) ?? "", token: token,
            signIn: signIn, body: Array(body.readableBytesView))
        guard let visit else { return refusal(.badRequest, "this form has too many fields\n") }
        return await pass(route, visit).response(to: visit, isSecure: isSecure)
    }

    /// Bytes of a form. One with a table is read only of who may bring one.
    private func limit(_ route: ConsoleRoute, _ signIn: SignIn?) -> Int {
        bodyLimit + (route.bringsTable && route.need.admits(signIn) ? 2 * tableLimit : 0)
    }

    /// Lets a visitor in who may do what the route is for.
    private func pass(_ route: ConsoleRoute, _ visit: Visit) async -> ConsoleAnswer {
        guard route.need.admits(visit.signIn) else {
            return visit.signIn == nil ? .go(ConsoleRoute.signInForm.path) : handlers.fault(.forbidden, visit)
        }
        guard !route.isForm || visit.hasFormToken else { return handlers.fault(.stale, visit) }
        do {
            return try await handlers.answer(route, visit)
        } catch {
            log(error)
            return handlers.fault(.unavailable, visit)
        }
    }

    private func refusal(_ status: HTTPResponse.Status, _ text: String) -> Response {
        var headers = ConsoleAnswer.headers
        headers[.contentType] = "text/plain; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func log(_ error: any Error) {
        gateway.parts.logger.error("a page of the console failed", metadata: ["error": "\(error)"])
    }
}
