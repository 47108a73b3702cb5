import Gateway
import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import Web

/// What is set on a connection when it is accepted.
struct ConnectionSetupTests {
    @Test(arguments: [1_024, 8_192, 1_048_576])
    func `a connection reads no more at once than is set`(bytes: Int) async throws {
        let server = try LoopbackServer()
        var settings = Settings()
        settings.readBuffer = bytes
        let setup = settings
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ConnectionSetup(setup))
                }
            }
            .connect(host: "127.0.0.1", port: Int(server.port)).get()
        let allocator = try await channel.getOption(.recvAllocator).get()
        #expect((allocator as? AdaptiveRecvByteBufferAllocator)?.maximum == bytes)
        try await channel.close()
    }
}
