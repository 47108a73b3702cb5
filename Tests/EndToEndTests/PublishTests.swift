import HTTPClient
import Testing

/// A new revision of the pack while the gateway runs.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct PublishTests {
    private static let question = "So far ${sum}. And now?"

    @Test func `a published pack is for new conversations, the others stay on theirs`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var old = USSDPhone("+254755000001")
        _ = try await old.dial(on: gateway)
        #expect(try await old.answer(["1", "1", "5"], on: gateway) == Screen.sum(5))
        try deployment.publish(SamplePack(question: Self.question))

        let rehearsal = try await publish(deployment, "--dry-run")
        #expect(rehearsal.code == 0)
        #expect(rehearsal.output.contains("1 waiting session on revision"))
        #expect(rehearsal.output.contains("would be published"))
        var before = USSDPhone("+254755000002")
        _ = try await before.dial(on: gateway)
        #expect(try await before.answer(["1", "1", "5"], on: gateway) == Screen.sum(5))

        let published = try await publish(deployment)
        #expect(published.code == 0)
        #expect(published.output.hasSuffix("published\n"))
        #expect(try await old.answer("6", on: gateway) == Screen.sum(11))
        var new = USSDPhone("+254755000003")
        _ = try await new.dial(on: gateway)
        #expect(try await new.answer(["1", "1", "5"], on: gateway) == "CON So far 5. And now?")
    }

    @Test func `a pack with errors is not published and the running one goes on`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        try deployment.write("steps: {}\n", to: "Flows/sample/tally.yaml")
        let refused = try await publish(deployment)
        #expect(refused.code == 1)
        #expect(refused.output.contains("/Flows/sample/tally.yaml:1:"))
        var phone = USSDPhone("+254755000004")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer(["1", "1", "5"], on: gateway) == Screen.sum(5))
    }

    @Test func `SIGHUP publishes, too`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let before = try await gateway.ask("/").text
        try deployment.publish(SamplePack(question: Self.question))
        gateway.process.signal(1)
        try await eventually("the new revision") { try await gateway.ask("/").text != before }
        #expect(try await gateway.stop() == 0)
    }

    @Test func `a watched pack is published whenever it is saved without errors`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment, arguments: ["--watch"])
        let before = try await gateway.ask("/").text
        try deployment.write("steps: {}\n", to: "Flows/sample/tally.yaml")
        try await eventually("the refusal") { gateway.process.errors.contains("is not published") }
        #expect(try await gateway.ask("/").text == before)
        try deployment.publish(SamplePack(question: Self.question))
        try await eventually("the new revision") { try await gateway.ask("/").text != before }
        #expect(try await gateway.stop() == 0)
    }

    @Test func `only who can read the data folder may publish`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        #expect(try await gateway.ask("/control/publish", method: "POST").status == 403)
        let wrong = [HeaderField(name: "Authorization", value: "Bearer AAAA")]
        #expect(try await gateway.ask("/control/publish", method: "POST", headers: wrong).status == 403)
    }

    @Test func `without a running gateway there is one sentence`() async throws {
        let deployment = try Deployment()
        let run = try await publish(deployment)
        #expect(run.code == 2)
        #expect(run.errors.contains("no gateway runs on the data folder"))
    }

    private func publish(_ deployment: Deployment, _ arguments: String...) async throws -> Binary.Run {
        try Binary.run(["publish", "--data", deployment.data] + arguments)
    }
}
