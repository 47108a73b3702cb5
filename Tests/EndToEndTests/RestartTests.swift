import Testing

/// A pack that changes while people talk.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct RestartTests {
    @Test func `a conversation stays on the pack it began with, new ones get the new pack`() async throws {
        let deployment = try Deployment()
        let first = try await RunningGateway.start(deployment)
        var old = USSDPhone("+254766000001")
        _ = try await old.dial(on: first)
        #expect(try await old.answer(["1", "1", "5"], on: first) == Screen.sum(5))
        #expect(try await first.stop() == 0)

        try deployment.publish(SamplePack(question: "So far ${sum}. And now?"))
        let second = try await RunningGateway.start(deployment)
        #expect(try await old.answer("6", on: second) == Screen.sum(11))
        var new = USSDPhone("+254766000002")
        _ = try await new.dial(on: second)
        #expect(try await new.answer(["1", "1", "5"], on: second) == "CON So far 5. And now?")
        #expect(try await old.answer("999", on: second) == "END Done with 11.")
        #expect(try await old.dial(on: second) == Screen.menu)
        #expect(try await old.answer("1", on: second) == "CON So far 0. And now?")
        #expect(try await second.stop() == 0)

        try deployment.publish(SamplePack())
        let third = try await RunningGateway.start(deployment)
        #expect(try await new.answer("6", on: third) == "CON So far 11. And now?")
    }

    @Test func `a pack that is broken at the next start is refused and the data stays`() async throws {
        let deployment = try Deployment()
        let first = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254766000003")
        _ = try await phone.dial(on: first)
        _ = try await phone.answer(["1", "1", "5"], on: first)
        #expect(try await first.stop() == 0)
        try deployment.write("steps: {}\n", to: "Flows/sample/tally.yaml")
        let refused = try ServeProcess(deployment, environment: Deployment.secrets, arguments: ["--port", "0"])
        #expect(try await refused.ended() == 1)
        try deployment.publish(SamplePack())
        let second = try await RunningGateway.start(deployment)
        #expect(try await phone.answer("6", on: second) == Screen.sum(11))
    }
}
