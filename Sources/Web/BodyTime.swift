import NIOCore
import NIOHTTP1

/// Cuts a connection whose request is not whole in time: a body that comes byte by byte is never silent, and would keep
/// its place for ever.
///
/// Most requests come in one piece and set no timer: to take one back costs as much as there are connections.
final class BodyTime: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private let limit: TimeAmount
    private var isWhole = true
    private var end: Scheduled<Void>?

    init(limit: TimeAmount) {
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: isWhole = false
        case .body: break
        case .end:
            isWhole = true
            cancel()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if !isWhole, end == nil {
            end = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.close(promise: nil) }
        }
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    private func cancel() {
        end?.cancel()
        end = nil
    }
}
