import Foundation
import HTTPClient
import Testing

/// Commands on a gateway whose database does not do what they ask.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct FailedCommandTests {
    @Test func `a command that the database refuses says why, and so does the log`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        try deployment.execute("ALTER TABLE claims RENAME TO lost")
        let run = try Binary.run(["claims", "list", "--data", deployment.data])
        #expect(run.code == 2 && run.errors.contains("refused: ") && run.errors.contains("claims"))
        #expect(!run.errors.contains(/\b500\b/))
        try await eventually("a line in the log") { gateway.process.errors.contains("a command failed") }
        try deployment.execute("ALTER TABLE lost RENAME TO claims")
        #expect(try Binary.run(["claims", "list", "--data", deployment.data]).code == 0)
    }

    @Test func `a pack that cannot be kept is not said to be published`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let before = try await gateway.ask("/").text
        try deployment.publish(SamplePack(question: "So far ${sum}. And now?"))
        try deployment.execute("ALTER TABLE revisions RENAME TO lost")
        let run = try Binary.run(["publish", "--data", deployment.data])
        #expect(run.code == 1)
        #expect(run.output.contains("the pack could not be kept") && run.output.contains("is not published"))
        #expect(try await gateway.ask("/").text == before)
        try deployment.execute("ALTER TABLE lost RENAME TO revisions")
        #expect(try Binary.run(["publish", "--data", deployment.data]).output.hasSuffix(" published\n"))
    }

    @Test func `a body that no command sends is refused`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let note = try Data(contentsOf: URL(filePath: deployment.data + "/control.json"))
        let token = try #require(try JSONDecoder().decode([String: String].self, from: note)["token"])
        let bearing = [HeaderField(name: "Authorization", value: "Bearer \(token)")]
        for path in ["/control/person/export", "/control/results"] {
            for (body, status) in [("{", 400), (String(repeating: " ", count: 20_000), 413)] {
                let answer = try await gateway.ask(path, method: "POST", headers: bearing, body: Array(body.utf8))
                #expect(answer.status == status, "\(path)")
            }
        }
    }
}
