import HTTPClient
import Testing

/// Programs look after messages and content.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct APIOperatingTests {
    @Test func `a message that was given up goes once more, and only helpers learn whose it is`() async throws {
        let carrier = try Carrier(.refusing)
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        let (viewer, support) = (try gateway.program("viewer", deployment), try gateway.program("support", deployment))
        let `operator` = try gateway.program("operator", deployment)
        var phone = SMSPhone("+254733000541")
        _ = try await phone.text("TALLY", on: gateway)
        let dead = try await eventually("a message that was given up") {
            try await viewer.get("/messages?stage=dead&channel=sms").list("messages").first
        }
        #expect(dead["deadReason"] as? String == "refused 403" && dead["person"] == nil && dead["session"] == nil)
        let seen = try await support.get("/messages?stage=dead").list("messages").first
        #expect(seen?["person"] as? Int == 1 && seen?["session"] as? Int == 1)
        let channels = try await viewer.get("/channels").list("channels")
        #expect(channels.first { $0["name"] as? String == "sms" }?["dead"] as? Int == 1)
        #expect(try await viewer.get("/counts").json["deadMessages"] as? Int == 1)
        #expect(try await viewer.get("/counts").json["topics"] == nil)
        #expect(try await support.get("/counts").json["topics"] != nil)

        carrier.become(.taking)
        for body in [#"{"ids":[]}"#, #"{"ids":[1.5]}"#, #"{"ids":[1],"channel":"sms"}"#, #"{"channel":"other"}"#, "{}"]
        {
            #expect(try await `operator`.post("/messages/retry", body).code == "value", "\(body)")
        }
        #expect(try await `operator`.post("/messages/retry", #"{"ids":[9999]}"#).json["retried"] as? Int == 0)
        let id = try #require(dead["id"] as? Int)
        #expect(try await `operator`.post("/messages/retry", #"{"ids":[\#(id)]}"#).json["retried"] as? Int == 1)
        #expect(try await carrier.message(to: phone.number).text == "Sum 0. Next number? 999 ends.")
        #expect(try await `operator`.post("/messages/retry", #"{"channel":"sms"}"#).json["retried"] as? Int == 0)
    }

    @Test func `what people need is told by the month, and nothing of few`() async throws {
        let deployment = try Deployment.trial(settings: "evidence: { least: 3 }\nphone: { clock: on }\n")
        let gateway = try await RunningGateway.trial(deployment)
        let viewer = try gateway.program("viewer", deployment)
        let empty = try await viewer.get("/evidence")
        #expect(empty.list("counts").isEmpty && empty.json["least"] as? Int == 3)
        for number in (3...5).map({ "+25473300054\($0)" }) {
            for (place, answer) in ["", "1", "3"].enumerated() {
                _ = try await gateway.hop(number, answer, phase: place == 0 ? "begin" : "continue", sequence: place + 1)
            }
        }
        // More than a month goes by, so that the one they came in is over: it is the last one then, or the one before.
        #expect(try await gateway.post("/phone/wait", "seconds=2678400").status == 200)
        let months = try #require(try await viewer.get("/evidence").json["months"] as? [String])
        var (told, steps): ([Int?], [Int?]) = ([], [])
        for month in months.prefix(2) {
            let evidence = try await viewer.get("/evidence?month=\(month)")
            told += evidence.list("counts").map { $0["conversations"] as? Int }
            let arrived = try await viewer.get("/evidence/flow?flow=main&month=\(month)").list("counts")
            steps += arrived.filter { $0["step"] as? String == "main#menu" }.map { $0["conversations"] as? Int }
            #expect(evidence.list("course").contains { $0["conversations"] as? Int == 3 })
            #expect(try await viewer.get("/evidence/messages?month=\(month)").list("counts").isEmpty)
        }
        #expect(told.contains(3) && steps.contains(3), "\(told), \(steps)")
        #expect(try await viewer.get("/evidence?month=\(months[2])").list("counts").isEmpty)
        #expect(try await viewer.get("/evidence/flow?flow=none").status == 400)
        #expect(try await viewer.get("/evidence?month=1999-01").status == 400)
    }

    @Test func `a pack is checked, then published, and one with errors is not`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let `operator` = try gateway.program("operator", deployment)
        let before = try #require(try await `operator`.get("/pack").json["revision"] as? String)
        #expect(try await `operator`.post("/pack/publish").json["isPublished"] as? Bool == false)
        try deployment.publish(SamplePack(question: "So far ${sum}. And now?"))
        let trial = try await `operator`.post("/pack/check")
        #expect(trial.json["isPublished"] as? Bool == false && trial.json["changes"] != nil)
        #expect(try await `operator`.get("/pack").json["revision"] as? String == before)
        #expect(try await `operator`.post("/pack/publish").json["isPublished"] as? Bool == true)
        #expect(try await `operator`.get("/pack").json["revision"] as? String != before)
        try deployment.write("steps: {}\n", to: "Flows/sample/tally.yaml")
        #expect(try await `operator`.post("/pack/check").json["changes"] == nil)
        let bad = try await `operator`.post("/pack/publish")
        #expect(bad.status == 422 && bad.code == "pack")
    }
}
