import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Providers

/// `/in/<channel>/<route>`: where providers bring what they have.
struct WebhookRoutes {
    private let inbox: Inbox
    private let bodyLimit: Int
    private let proxies: Proxies

    init(_ inbox: Inbox, bodyLimit: Int, behind proxies: Proxies) {
        self.proxies = proxies
        self.inbox = inbox
        self.bodyLimit = bodyLimit
    }

    func add(to router: Router<GatewayContext>) {
        for method in [HTTPTypes.HTTPRequest.Method.get, .post, .put, .delete, .patch, .head, .options] {
            router.on("/in/:channel", method: method) { request, context in
                try await receive(request, context)
            }
            router.on("/in/:channel/:route", method: method) { request, context in
                try await receive(request, context)
            }
            router.on("/in/:channel/:route/**", method: method) { request, context in
                try await receive(request, context)
            }
        }
    }

    private func receive(_ request: Request, _ context: GatewayContext) async throws -> Response {
        let channel = try context.parameters.require("channel")
        let route = context.parameters.get("route") ?? ""
        guard let channel = inbox.channel(channel) else {
            return Response(HTTPAnswer(status: 404, body: Array("there is no such channel\n".utf8)))
        }
        guard !channel.isSimulator || request.isFromThisMachine(context) else {
            return Response(
                HTTPAnswer(status: 403, body: Array("this channel is for trying out on its own machine\n".utf8)))
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: bodyLimit)
        } catch is NIOTooManyBytesError {
            return Response(inbox.refuseLongBody(of: incoming(request, context), on: channel, route: route))
        }
        return Response(
            await inbox.receive(
                incoming(request, context, body: Array(body.readableBytesView)), on: channel, route: route))
    }

    private func incoming(
        _ request: Request, _ context: GatewayContext, body: [UInt8] = []
    ) -> Providers.HTTPRequest {
        Providers.HTTPRequest(
            method: request.method.rawValue, target: request.uri.string,
            headers: request.headers.map { Providers.HeaderField($0.name.rawName, $0.value) }, body: body,
            remoteAddress: request.asker(context, behind: proxies))
    }
}

extension Response {
    /// An adapter's answer as the server sends it.
    init(_ answer: HTTPAnswer) {
        var headers = HTTPFields()
        for header in answer.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        self.init(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
