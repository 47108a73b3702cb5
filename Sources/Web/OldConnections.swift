import NIOCore
import NIOHTTP1

/// Ends an HTTP/1.0 connection after its answer, unless the client asked to keep it (RFC 9112, section 9.3): the server
/// behind sees requests without their version, and keeps every connection that does not say `Connection: close`.
final class OldConnections: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), head.version == .http1_0, !head.isKeepAlive else {
            return context.fireChannelRead(data)
        }
        head.headers.replaceOrAdd(name: "connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
