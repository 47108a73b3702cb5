import HTTPClient
import Testing

/// What support staff see of conversations.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SessionPageTests {
    @Test func `a conversation is found by its number and read as she saw it`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        var phone = USSDPhone("+254733000401")
        _ = try await phone.dial(on: gateway)
        let screen = try await phone.answer(["1", "1", "5"], on: gateway)
        var other = SMSPhone("+254733000402")
        _ = try await other.text("TALLY", on: gateway)

        let list = try await susan.get("/console/sessions")
        #expect(list.status == 200 && list.text.matches(of: /<th scope="row">/).count == 2)
        #expect(!list.text.contains("733000401"))
        #expect(try await susan.get("/console/sessions?channel=ussd").text.matches(of: /<th scope="row">/).count == 1)
        #expect(try await susan.get("/console/sessions?state=finished").text.contains("Nothing was found."))

        let found = try await susan.post("/console/sessions/find", ["sought": "0733 000401"])
        let place = try #require(found.headers.value(of: "Location"))
        #expect(place.hasPrefix("/console/sessions?person="))
        let hers = try await susan.get(place).text
        let id = try #require(hers.firstMatch(of: /href="\/console\/sessions\/(\d+)"/)?.output.1)
        let page = try await susan.get("/console/sessions/\(id)").text
        #expect(page.contains("<pre>\(screen.dropFirst("CON ".count))</pre>"))
        #expect(page.contains("</span>5</p>") && page.contains("number ends in 01") && !page.contains("733000401"))
        #expect(try await susan.post("/console/sessions/find", ["sought": "0733 999999"]).status == 422)
        #expect(
            try await susan.post("/console/sessions/find", ["sought": "nonsense"]).text.contains("Write a phone number")
        )
    }

    @Test func `whoever opens everything of a conversation is noted before she sees it`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000403")
        _ = try await phone.dial(on: gateway)
        #expect(try await !admin.get("/console/sessions/1").text.contains("noted in the audit log.</p>"))
        #expect(try await admin.get("/console/sessions/1?sight=whole").text.contains("Everything is shown."))
        let log = try await admin.get("/console/audit").text
        #expect(log.matches(of: /read a conversation<\/td><td>session 1</).count == 1)
        #expect(try await admin.get("/console/sessions/99?sight=whole").status == 404)
    }
}
