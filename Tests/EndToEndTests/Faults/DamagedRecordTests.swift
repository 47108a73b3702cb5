import HTTPClient
import Testing

/// A disk that changed bytes of one person's record.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct DamagedRecordTests {
    @Test func `a record that cannot be opened keeps nobody else waiting, and is told in the log`() async throws {
        let deployment = try Deployment.trial()
        let gateway = try await RunningGateway.trial(deployment)
        for number in 1...3 { _ = try await gateway.hop("+25473300080\(number)", "", phase: "begin", sequence: 1) }
        try SQLiteFile.execute("UPDATE persons SET record = x'00' WHERE id = 1", on: deployment.database)
        #expect(try await gateway.post("/phone/wait", "seconds=\(2 * 86_400)").status == 200)
        try await eventually("the ends of the other two") {
            let ended = "SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL"
            return try SQLiteFile.rows(ended, on: deployment.database) == [["2"]]
        }
        try await eventually("a line in the log") {
            gateway.process.errors.contains("silences cannot be dealt with; they stay until they can")
        }
        #expect(!gateway.process.errors.contains("733000801"))
        #expect(try await gateway.post("/in/dial/session", "session=n&from=%2B254733000802&phase=begin").status == 200)
    }
}
