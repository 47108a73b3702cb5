import Gateway
import NIOCore
import NIOHTTP1
import Storage

/// What is set on every connection when it is accepted: how much it reads at once, and the handlers that must stand right
/// behind NIO's decoder, where requests still have their version.
final class ConnectionSetup: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let readBuffer: Int
    private let bodyTime: TimeAmount

    init(_ settings: Settings) {
        readBuffer = settings.readBuffer
        bodyTime = .seconds(Int64(settings.bodyTime))
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // What is read and not yet taken lies in up to a dozen of these buffers for each connection.
        let first = min(AdaptiveRecvByteBufferAllocator().initial, readBuffer)
        try? context.channel.syncOptions?.setOption(
            .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 64, initial: first, maximum: readBuffer))
        let pipeline = context.pipeline.syncOperations
        guard let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else { return }
        try? pipeline.addHandlers([OldConnections(), BodyTime(limit: bodyTime)], position: .after(decoder))
        if FailPoint.areCompiledIn { try? pipeline.addHandler(AnswerWatch(), position: .after(decoder)) }
    }
}
