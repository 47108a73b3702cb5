import HTTPClient
import Testing

/// A disk that changed bytes of one person's record.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct DamagedRecordTests {
    @Test func `a record that cannot be opened keeps nobody else waiting, and is told in the log`() async throws {
        let deployment = try Deployment.trial()
        let gateway = try await RunningGateway.trial(deployment)
        for number in 1...3 { _ = try await gateway.hop("+25473300080\(number)", "", phase: "begin", sequence: 1) }
        try deployment.execute("UPDATE persons SET record = substr(record, 2) WHERE id = 1")
        #expect(try await gateway.post("/phone/wait", "seconds=\(2 * 86_400)").status == 200)
        try await eventually("the ends of the other two") {
            try deployment.count("SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL") == 2
        }
        try await eventually("a line in the log") {
            gateway.process.errors.contains("silences cannot be dealt with; they stay until they can")
        }
        #expect(!gateway.process.errors.contains("733000801"))
        #expect(try await gateway.post("/in/dial/session", "session=n&from=%2B254733000802&phase=begin").status == 200)
    }

    @Test func `what the database refuses of one kind of timers keeps no other kind from its work`() async throws {
        let deployment = try Deployment.trial()
        let gateway = try await RunningGateway.trial(deployment)
        _ = try await gateway.hop("+254733000811", "", phase: "begin", sequence: 1)
        let known = "SELECT count(*) FROM inbound_keys"
        #expect(try deployment.count(known) > 0)
        try deployment.execute("ALTER TABLE reminders RENAME TO lost")
        #expect(try await gateway.post("/phone/wait", "seconds=\(8 * 86_400)").status == 200)
        try await eventually("webhooks that were forgotten all the same") {
            try deployment.count(known) == 0
        }
        #expect(gateway.process.errors.contains("timers cannot be read or written"))
    }
}
