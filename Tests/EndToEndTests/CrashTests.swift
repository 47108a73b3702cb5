import Foundation
import TestSupport
import Testing

/// What is left when the process ends, however it ends.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct CrashTests {
    @Test(arguments: 1...5)
    func `killed while eight phones talk, it has lost and doubled nothing`(seed: UInt64) async throws {
        let carrier = try Carrier(.silent)
        let deployment = try Deployment(settings: "messages: { send_timeout: 1 }\n", carrier: carrier.url)
        var crowd = Crowd(8, seed: seed)
        var early = Adder("+254744099999", seed: seed)
        let first = try await RunningGateway.start(deployment)
        try await early.begin(on: first)
        #expect(try await early.finish(on: first) == "END Done with 0.")
        try await crowd.begin(on: first)
        var generator = SplitMix64(seed: seed)
        let process = first.process
        try await crowd.talk(on: first, after: .random(in: 10...150, using: &generator)) { process.signal(9) }
        #expect(try await process.ended() == -9)

        carrier.become(.taking)
        try deployment.write("pack: sample\nmessages: { send_timeout: 60 }\n", to: "Config/waymark.yaml")
        let second = try await RunningGateway.start(deployment)
        try await crowd.goOn(on: second)
        let expected = crowd.expectedMessages.union([Carrier.Message(to: early.phone.number, text: "Your sum is 0.")])
        try await eventually("every message that was left") { Set(carrier.taken) == expected }
        try await eventually("every message as sent") { try await second.count("sent") == expected.count }
        #expect(carrier.taken.count == expected.count)
    }

    @Test func `asked to stop while phones talk, it ends well and keeps what it acknowledged`() async throws {
        let carrier = try Carrier()
        let settings = "server: { stop_timeout: 5 }\n"
        let deployment = try Deployment(settings: settings, carrier: carrier.url)
        var crowd = Crowd(8, seed: 9)
        let first = try await RunningGateway.start(deployment)
        try await crowd.begin(on: first)
        let process = first.process
        try await crowd.talk(on: first, after: 60) { process.signal(15) }
        #expect(try await process.ended() == 0)
        let second = try await RunningGateway.start(deployment)
        try await crowd.goOn(on: second)
        try await eventually("every message") { Set(carrier.taken) == crowd.expectedMessages }
    }

    @Test func `asked to stop with silent connections open, it ends within the stop timeout`() async throws {
        let deployment = try Deployment(settings: "server: { stop_timeout: 2 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let idle = try (0..<3).map { _ in try RawConnection(gateway) }
        let half = try RawConnection(gateway)
        half.send("POST /in/ussd/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
        #expect(try await gateway.isReady())
        let start = ContinuousClock.now
        #expect(try await gateway.stop() == 0)
        #expect(ContinuousClock.now - start < .seconds(6))
        for connection in idle { #expect(try await connection.receive() == "") }
    }

    @Test func `asked to stop while the provider is silent, it ends in time and sends after the next start`()
        async throws
    {
        let carrier = try Carrier(.silent)
        let deployment = try Deployment(settings: "server: { stop_timeout: 5 }\n", carrier: carrier.url)
        let first = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254744100002")
        #expect(try await phone.text("TALLY", on: first) == 200)
        try await eventually("an attempt to send") { !carrier.requests.isEmpty }
        let start = ContinuousClock.now
        #expect(try await first.stop() == 0)
        #expect(ContinuousClock.now - start < .seconds(8))
        carrier.become(.taking)
        let second = try await RunningGateway.start(deployment)
        #expect(try await carrier.message(to: phone.number).text == "Sum 0. Next number? 999 ends.")
        try await eventually("the message as sent") { try await second.count("sent") == 1 }
    }

    @Test(.needsFile)
    func `the database file of a stopped gateway is whole without its log`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254744100001")
        _ = try await phone.dial(on: gateway)
        let screen = try await phone.answer(["1", "1", "5"], on: gateway)
        #expect(try await gateway.stop() == 0)
        let copy = try Deployment()
        try FileManager.default.createDirectory(atPath: copy.data, withIntermediateDirectories: true)
        for name in ["waymark.key", "waymark.sqlite"] {
            try FileManager.default.copyItem(atPath: deployment.data + "/" + name, toPath: copy.data + "/" + name)
        }
        let second = try await RunningGateway.start(copy)
        #expect(try await phone.show(on: second) == screen)
        #expect(try await second.count("repeats") == 1)
    }
}
