import Conversation
import Gateway
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Providers

/// `/phone`: a phone in the browser, for whoever sits at this machine and tries the gateway out.
///
/// It asks for no sign-in, as the simulator's channels ask for none; it is there only while there is nobody real.
struct PhoneRoutes: Sendable {
    private let gateway: Gateway
    private let handlers: PhoneHandlers
    private let style = Asset(ConsoleStyle.text + PhoneStyle.text, type: "text/css; charset=utf-8")
    private let script = Asset(PhoneScript.text, type: "text/javascript; charset=utf-8")

    /// - Throws: Where a template cannot be read, which tests see to.
    init(_ gateway: Gateway, _ desk: PhoneDesk, _ messages: SimulatedMessages) throws {
        self.gateway = gateway
        handlers = PhoneHandlers(gateway, desk, messages, try PhoneTemplates())
    }

    func add(to router: Router<GatewayContext>) {
        for route in PhoneRoute.allCases {
            router.on("\(route.path)", method: route.isForm ? .post : .get) { request, context in
                guard admits(request, context), !route.isForm || request.isFromOwnPage else {
                    return Response(status: .forbidden)
                }
                do {
                    return try await answer(route, request)
                } catch is NIOTooManyBytesError {
                    return Response(status: .contentTooLarge)
                } catch let full as BodiesFull {
                    throw full
                } catch {
                    gateway.parts.logger.error("the browser phone failed", metadata: ["error": "\(error)"])
                    return Response(status: .serviceUnavailable)
                }
            }
        }
    }

    private func answer(_ route: PhoneRoute, _ request: Request) async throws -> Response {
        switch route {
        case .style: return style.response(to: request)
        case .script: return script.response(to: request)
        case .page: return handlers.page(request)
        case .look, .wait, .lose:
            let body = try await request.body.collect(upTo: gateway.parts.settings.bodyLimit)
            let language = ConsoleLanguage.of(request, choosing: nil).language
            guard let fields = PhoneFields(Array(body.readableBytesView)) else { return Response(status: .badRequest) }
            switch route {
            case .look: return try await handlers.look(fields, Texts(language))
            case .wait: return try handlers.wait(fields)
            default: return handlers.lose(fields)
            }
        }
    }

    /// Whether a request comes from this machine itself, not through a proxy, and by a name that only this machine has: a
    /// name from elsewhere may have been made to lead here.
    private func admits(_ request: Request, _ context: GatewayContext) -> Bool {
        let own = ["127.0.0.1", "localhost", "[::1]", gateway.parts.settings.host]
        let authority = request.head.authority ?? ""
        return request.isFromThisMachine(context)
            && own.contains { authority == $0 || authority.hasPrefix($0 + ":") }
    }
}

/// The fields of a form that the phone's script sends; the last of a name counts.
struct PhoneFields {
    private let values: [String: String]

    /// Nil where it is no form.
    init?(_ body: [UInt8]) {
        guard let members = Form.fields(body) else { return nil }
        values = Dictionary(members.compactMap { member in member.value.text.map { (member.key, $0) } }) { $1 }
    }

    /// A field's value; empty where there is none.
    subscript(name: String) -> String { values[name] ?? "" }
}
