import Testing

/// What programs read of flows, rules and offices.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct APIContentTests {
    @Test func `moves through flows are counted exactly, by day, language and step`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let `operator` = try gateway.program("operator", deployment)
        var phone = USSDPhone("+254733000901")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "1", "5"], on: gateway)
        let flows = try await `operator`.get("/flows").list("flows")
        let main = try #require(flows.first { $0["flow"] as? String == "main" }?["counts"] as? [String: Int])
        #expect(main["arrived"] == 1 && main["left"] == 1)
        let tally = try await `operator`.get("/flows/counts?flow=tally")
        let number = tally.list("steps").first { $0["step"] as? String == "tally#number" }?["counts"] as? [String: Int]
        #expect(number?["arrived"] == 2 && number?["waiting"] == 1, "\(tally.text)")
        #expect(try await `operator`.get("/flows/counts?flow=tally&language=sw").list("steps").isEmpty)
        #expect(try await `operator`.get("/flows/counts?flow=tally&until=2001-01-01").list("steps").isEmpty)
        for bad in ["?flow=none", "", "?flow=tally&from=soon", "?flow=tally&from=2001-01-01"] {
            #expect(try await `operator`.get("/flows/counts" + bad).status == 400, "\(bad)")
        }
    }

    @Test func `rules have their figures and laws, offices their freshness, page by page`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let `operator` = try gateway.program("operator", deployment)
        let rules = try await `operator`.get("/rules").list("rules")
        let wage = try #require(rules.first { $0["rule"] as? String == "cn.labour.minimum_wage" })
        let figures = try #require(wage["figures"] as? [[String: Any]])
        let laws = Set((wage["laws"] as? [[String: Any]] ?? []).compactMap { $0["law"] as? String })
        #expect(rules.count >= 18 && figures.contains { $0["region"] as? String == "440300" })
        #expect(figures.allSatisfy { laws.contains($0["law"] as? String ?? "") })
        let kinds = try await `operator`.get("/directory").list("kinds")
        let kind = try #require(kinds.max { ($0["offices"] as? Int ?? 0) < ($1["offices"] as? Int ?? 0) })
        let (name, count) = (try #require(kind["kind"] as? String), try #require(kind["offices"] as? Int))
        var (ids, after): (Set<String>, String?) = ([], nil)
        repeat {
            let more = after.map { "&after=\($0)" } ?? ""
            let page = try await `operator`.get("/directory/offices?kind=\(name)&limit=7" + more)
            ids.formUnion(page.list("offices").compactMap { $0["id"] as? String })
            after = page.json["next"] as? String
        } while after != nil
        #expect(ids.count == count && count > 7)
        #expect(try await `operator`.get("/directory/offices?kind=none").status == 400)
    }

    @Test func `a conversation is read as a talk, and that is noted`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let (support, admin) = (
            try gateway.program("support", deployment), try gateway.program("admin", deployment)
        )
        var phone = USSDPhone("+254733000902")
        _ = try await phone.dial(on: gateway)
        let talk = try await support.get("/sessions/1/talk").json["talk"] as? String
        #expect(talk?.contains("on ussd") == true && talk?.contains("733000902") == false, "\(talk ?? "")")
        #expect(try await support.get("/sessions/9/talk").status == 404)
        #expect(try await admin.get("/audit").list("entries").contains { $0["act"] as? String == "save talk" })
    }
}
