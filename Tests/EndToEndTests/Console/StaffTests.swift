import HTTPClient
import Testing

/// Who may use the console, and the log of what they did.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StaffTests {
    @Test func `a member who is stopped is out at once, and back when let in again`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        #expect(try await susan.isSignedIn())
        #expect(try await admin.post("/console/staff/disable", ["id": "2"]).status == 303)
        #expect(try await !susan.isSignedIn())
        #expect(try await susan.signIn("Susan", code: susan.recoveryCodes[0]).status == 422)
        #expect(try await admin.post("/console/staff/enable", ["id": "2"]).status == 303)
        #expect(try await susan.signIn("Susan", code: susan.recoveryCodes[0]).status == 303)
        #expect(try await admin.post("/console/staff/role", ["id": "2", "role": "operator"]).status == 303)
        #expect(try await !susan.isSignedIn())
        #expect(try await susan.signIn("Susan", code: susan.recoveryCodes[1]).status == 303)
        #expect(try await susan.get("/console/claims").status == 403)
    }

    @Test func `the last admin stays`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        for (path, fields) in [("disable", ["id": "1"]), ("role", ["id": "1", "role": "viewer"])]
            as [(String, KeyValuePairs<String, String>)]
        {
            let answer = try await admin.post("/console/staff/" + path, fields)
            #expect(answer.headers.value(of: "Location") == "/console/staff?done=staff-lastAdmin")
        }
        let page = try await admin.get("/console/staff?done=staff-lastAdmin")
        #expect(page.text.contains("one admin must be left"))
    }

    @Test func `a link for a new password ends the old one everywhere`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        let page = try await admin.post("/console/staff/link", ["id": "2"]).text
        let link = try #require(page.firstMatch(of: /(\/console\/join\/[A-Za-z0-9_-]+)</)?.output.1)
        #expect(try await susan.isSignedIn())
        let fresh = Browser(gateway)
        #expect(try await fresh.get(String(link)).text.contains("for Susan"))
        #expect(try await fresh.join(String(link), as: "", password: "four loud mountains").status == 200)
        #expect(try await !susan.isSignedIn())
        #expect(try await susan.signIn("Susan", code: fresh.recoveryCodes[0]).status == 422)
        #expect(
            try await susan.signIn("Susan", password: "four loud mountains", code: fresh.recoveryCodes[1]).status == 303
        )
    }

    @Test func `the log tells who did what, in both languages, and that it is whole`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        try await susan.post("/console/claims/refuse", ["id": "77"])
        let page = try await admin.get("/console/audit?check=yes").text
        #expect(page.contains("The log is whole"))
        for text in [
            "<td>Susan</td><td>refused a record</td><td>plea 77</td>", "<td>Mei Lin</td><td>made a link to join</td>",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        let chinese = try await admin.get("/console/audit?language=zh-Hans").text
        #expect(chinese.contains("<h1>操作记录</h1>") && chinese.contains("<td>拒绝找回档案</td>"))
        #expect(try await admin.get("/console").text.contains("<html lang=\"zh-Hans\">"))
    }

    @Test func `a command says whether the log is whole, and what commands do stands in it`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        #expect(try Binary.run(["claims", "refuse", "5", "--data", deployment.data]).code == 1)
        let run = try Binary.run(["audit", "verify", "--data", deployment.data])
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("4 entries follow from one another; the log is whole\n"), "\(run.output)")
        let page = try await admin.get("/console/audit?check=yes").text
        #expect(page.contains("<td>this machine</td><td>refused a record</td><td>plea 5</td>"))
        #expect(try await gateway.ask("/control/audit").status == 403)
    }
}
