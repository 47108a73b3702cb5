import NIOCore
import NIOHTTP1
import Storage

/// Comes by the fail-point after an answer, once the network has the whole of it.
final class AnswerWatch: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let sent = promise ?? context.eventLoop.makePromise()
        sent.futureResult.whenSuccess { FailPoint.afterAnswer.pass() }
        context.write(data, promise: sent)
    }
}
