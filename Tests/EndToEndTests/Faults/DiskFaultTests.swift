import Foundation
import HTTPClient
import Testing

/// Disks that are full, fail or are slow: the gateway says so, loses nothing, and goes on when they are well again.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct DiskFaultTests {
    @Test(.needsFile)
    func `when the disk is full nobody is told that anything is kept, and with room it goes on`() async throws {
        let deployment = try Deployment(settings: "store: { size: 1 }\n")
        #expect(try await RunningGateway.start(deployment).stop() == 0)
        try deployment.execute("CREATE TABLE filler (bytes BLOB) STRICT; INSERT INTO filler VALUES (zeroblob(400000))")
        let gateway = try await RunningGateway.start(deployment)
        let adders = try await addUntilRefused(on: gateway)
        // What was refused may have been larger than what there is still room for.
        var number = 300_900
        var sms = SMSPhone("+254744\(number)")
        while try await sms.text("TALLY", on: gateway) == 200, number < 300_999 {
            number += 1
            sms = SMSPhone("+254744\(number)")
        }
        #expect(try await sms.repeatLast("TALLY", on: gateway) == 503)
        #expect(try await gateway.ask("/healthz").status == 200)
        #expect(try await gateway.count("failed") > 0)

        try deployment.execute("DROP TABLE filler")
        try await expectEverythingKept(by: adders, on: gateway)
        #expect(try await sms.repeatLast("TALLY", on: gateway) == 200)
    }

    /// A limit on the size of files makes each write to the log of the database fail, as a disk does that gives up.
    @Test(.needsFile)
    func `when the disk fails nobody is told that anything is kept, and when it works it goes on`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var adder = Adder("+254744300001", seed: 1)
        try await adder.begin(on: gateway)
        for _ in 0..<20 { try await adder.add(on: gateway) }
        var leaver = USSDPhone("+254744300002")
        _ = try await leaver.dial(on: gateway)
        try gateway.process.limitFiles(to: 8_192)
        let sum = adder.sum
        try? await adder.add(on: gateway)
        #expect(adder.screen == Screen.refused)
        var sms = SMSPhone("+254744300901")
        #expect(try await sms.text("TALLY", on: gateway) == 503)
        #expect(try await leaver.hangUp(on: gateway) == 503)

        try gateway.process.limitFiles(to: nil)
        try await adder.sendAgain(on: gateway)
        #expect(adder.screen.hasPrefix("CON Sum "))
        #expect(adder.sum > sum)
        #expect(try await leaver.hangUp(on: gateway) == 200)
        #expect(try await sms.repeatLast("TALLY", on: gateway) == 200)
        #expect(try await gateway.stop() == 0)
    }

    /// Ten changes in a commit of 200 ms are fifty in a second; twelve times as many phones as wait in the queue talk.
    @Test(.enabled(if: hasFailPoints))
    func `at many times the rate of a slow disk everybody is answered in time, and all is well after it`()
        async throws
    {
        let deployment = try Deployment(settings: "store: { group: 10, queue: 20 }\n")
        let gateway = try await RunningGateway.start(
            deployment, environment: ["WAYMARK_FAIL_POINTS": "before-commit=200"], connections: 240)
        let before = gateway.process.residentMegabytes
        let answers = try await storm(of: 240, rounds: 3, on: gateway)
        #expect(answers.count == 720)
        #expect(answers.allSatisfy { $0.span < .seconds(8) }, "\(answers.map(\.span).max() ?? .zero)")
        #expect(answers.filter { !$0.isKept && !$0.screen.hasPrefix("END We are very busy") }.map(\.screen) == [])
        let busy = answers.count { $0.screen.hasPrefix("END We are very busy") }
        #expect(busy > 240, "\(busy)")
        #expect(gateway.process.residentMegabytes - before < 150)
        var late = USSDPhone("+254744399999")
        #expect(try await late.dial(on: gateway) == Screen.language)
        #expect(try await gateway.count("busy") >= busy)
    }

    /// The queue has room for all, but some would have to wait for seconds.
    @Test(.enabled(if: hasFailPoints))
    func `who would wait too long is told so, and what a provider took goes once`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(settings: "store: { group: 2, wait: 1 }\n", carrier: carrier.url)
        let gateway = try await RunningGateway.start(
            deployment, environment: ["WAYMARK_FAIL_POINTS": "before-commit=200"], connections: 240)
        var texter = SMSPhone("+254744399998")
        #expect(try await texter.text("TALLY", on: gateway) == 200)
        let answers = try await storm(of: 40, rounds: 4, on: gateway)
        #expect(answers.filter { !$0.isKept && !$0.screen.hasPrefix("END We are very busy") }.map(\.screen) == [])
        #expect(answers.contains { !$0.isKept })
        try await eventually("the text as sent") { try await gateway.count("sent") == 1 }
        var late = USSDPhone("+254744399999")
        #expect(try await late.dial(on: gateway) == Screen.language)
        #expect(carrier.taken.count == 1)
    }

    /// Another program holds the database while a provider takes a message.
    @Test(.enabled(if: hasFailPoints))
    func `what a provider took is written down once the database is let go, and goes once`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(
            settings: "store: { lock_wait: 1 }\nmessages: { send_timeout: 1 }\n", carrier: carrier.url)
        let gateway = try await RunningGateway.start(
            deployment, environment: ["WAYMARK_FAIL_POINTS": "after-send=2000"])
        var texter = SMSPhone("+254744399997")
        #expect(try await texter.text("TALLY", on: gateway) == 200)
        _ = try await carrier.message(to: texter.number)
        let other = try deployment.place.connect()
        try other.hold()
        try await eventually("what cannot be written") {
            gateway.process.errors.contains("the outbox cannot be written")
        }
        try other.execute("COMMIT")
        try await eventually("the message as sent") {
            let sent = "SELECT count(*) FROM outbox WHERE settled_at IS NOT NULL AND dead_reason IS NULL"
            return try deployment.count(sent) == 1
        }
        #expect(carrier.taken.count == 1)
    }

    private struct Answer: Sendable {
        let screen: String
        let span: Duration

        /// Whether it is the screen of a turn.
        var isKept: Bool { [Screen.language, Screen.resume].contains(screen) }
    }

    /// Phones that dial all at once, and again as soon as they are answered.
    private func storm(of phones: Int, rounds: Int, on gateway: RunningGateway) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: [Answer].self) { group in
            for place in 0..<phones {
                group.addTask {
                    var phone = USSDPhone("+25474440\(1_000 + place)")
                    var answers: [Answer] = []
                    for _ in 0..<rounds {
                        let start = ContinuousClock.now
                        let screen = try await phone.dial(on: gateway)
                        answers.append(Answer(screen: screen, span: ContinuousClock.now - start))
                        if answers.last?.isKept == true { _ = try await phone.hangUp(on: gateway) }
                    }
                    return answers
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func addUntilRefused(on gateway: RunningGateway) async throws -> [Adder] {
        var adders: [Adder] = []
        for place in 0..<2_000 {
            var adder = Adder("+25474430\(1_000 + place)", seed: UInt64(place))
            try await adder.begin(on: gateway)
            guard adder.screen == Screen.sum(0) else { return adders }
            adders.append(adder)
        }
        throw NeverSeen(what: "a full disk")
    }

    private func expectEverythingKept(by adders: [Adder], on gateway: RunningGateway) async throws {
        #expect(!adders.isEmpty)
        for adder in adders.suffix(5) {
            var adder = adder
            try await adder.add(on: gateway)
            #expect(adder.screen == Screen.sum(adder.sum))
        }
    }
}

#if DEBUG
    private let hasFailPoints = true
#else
    private let hasFailPoints = false
#endif
