import Providers
import TestSupport
import Testing

@testable import Gateway

/// The machine's clock is set: back, because it was fast, or ahead, because it was slow.
struct ClockJumpTests {
    @Test(arguments: [-3_600, -86_400 * 400, 3_600, 86_400 * 400] as [Int64])
    func `whatever the clock jumps to, each message is one turn and is answered`(span: Int64) async throws {
        let folder = try TemporaryFolder()
        let gateway = try await JoiningGateway(folder)
        let first = try await gateway.bring("one", id: "1")
        gateway.clock.move(by: span)
        #expect(try await gateway.bring("one", id: "1") == first)
        let second = try await gateway.bring("two", id: "2")
        #expect(second.status == 200 && second.body != first.body)
        #expect(try await gateway.bring("two", id: "2") == second)
        gateway.clock.move(by: -span)
        #expect(try await gateway.bring("two", id: "2") == second)
        #expect(try await gateway.bring("three", id: "3").status == 200)
        #expect(gateway.count("turns") == 3)
        #expect(gateway.count("repeats") == 3)
        await gateway.close()
    }

    @Test func `a message that was due before the clock was set back is sent once, when its time comes again`()
        async throws
    {
        let folder = try TemporaryFolder()
        let gateway = try await JoiningGateway(folder)
        _ = try await gateway.bring("one", id: "1", to: "pushing")
        gateway.clock.move(by: -3_600)
        #expect(try await gateway.outgoing() == [])
        gateway.clock.move(by: 3_600)
        #expect(try await gateway.outgoing().count == 1)
        #expect(try await gateway.outgoing() == [])
        await gateway.close()
    }

    @Test func `a message that waits while the clock jumps ahead is sent, unless it is too late by then`() async throws
    {
        let folder = try TemporaryFolder()
        let gateway = try await JoiningGateway(folder)
        _ = try await gateway.bring("one", id: "1", to: "pushing")
        gateway.clock.move(by: 3_600)
        #expect(try await gateway.outgoing().count == 1)
        await gateway.close()
    }
}
