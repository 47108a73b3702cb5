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
        let unread = try await susan.post("/console/sessions/find", ["sought": "+7+33"])
        #expect(unread.status == 422 && unread.text.contains("Write words that were said, a phone number"))
    }

    @Test func `conversations are found by words, and what is looked for stands in no address and no log`() async throws
    {
        let gateway = try await RunningGateway.start(try Deployment())
        let susan = try await gateway.member("support", invitedBy: try await gateway.admin(), as: "Susan")
        for number in 1...2 {
            var phone = SMSPhone("+25473300042\(number)")
            _ = try await phone.text(number == 1 ? "Mjomba wangu" : "TALLY", on: gateway)
        }
        let found = try await susan.post("/console/sessions/find", ["sought": "MJOMBA", "channel": "sms"])
        #expect(found.status == 200 && found.headers.value(of: "Location") == nil)
        #expect(found.text.matches(of: /<th scope="row">/).count == 1 && !found.text.contains("data-stream"))
        let elsewhere = try await susan.post("/console/sessions/find", ["sought": "mjomba", "channel": "ussd"])
        #expect(elsewhere.text.contains("Nothing was found."))
        #expect(try await susan.get("/console/sessions?sought=mjomba").text.matches(of: /<th scope="row">/).count == 2)
        #expect(try await gateway.stop() == 0)
        #expect(!(gateway.process.output + gateway.process.errors).lowercased().contains("mjomba"))
    }

    @Test func `the language of the page and that of conversations are chosen apart`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let susan = try await gateway.member("support", invitedBy: try await gateway.admin(), as: "Susan")
        for (number, language) in [("+254733000431", "1"), ("+254733000432", "2")] {
            var phone = USSDPhone(number)
            _ = try await phone.dial(on: gateway)
            _ = try await phone.answer([language], on: gateway)
        }
        let chinese = try await susan.get("/console/sessions?language=zh-Hans").text
        #expect(chinese.contains("<html lang=\"zh-Hans\">"))
        #expect(chinese.matches(of: /<th scope="row">/).count == 2)
        let swahili = try await susan.get("/console/sessions?in=sw")
        #expect(swahili.headers.value(of: "Set-Cookie") == nil && swahili.text.contains("<html lang=\"zh-Hans\">"))
        #expect(swahili.text.matches(of: /<th scope="row">/).count == 1)
        #expect(swahili.text.contains("<select id=\"in\" name=\"in\">"))
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

    @Test func `a conversation is followed turn by turn on the picture of its flow`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000404")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer("1", on: gateway)
        let last = try await admin.get("/console/sessions/1/path").text
        #expect(last.contains("turn 2 of 2") && last.contains("path?turn=1\"") && !last.contains("later"))
        let first = try await admin.get("/console/sessions/1/path?turn=1").text
        #expect(first.contains("turn 1 of 2") && first.contains("path?turn=2\"") && !first.contains("earlier"))
        let address = try #require(first.firstMatch(of: /<img src="([^"]+)"/)?.output.1)
        let picture = try await admin.get(String(address).replacing("&amp;", with: "&"))
        #expect(picture.headers.value(of: "Content-Type") == "image/svg+xml; charset=utf-8")
        #expect(picture.text.hasPrefix("<svg") && picture.text.contains(" taken\""))
        #expect(try await admin.get("/console/sessions/1/path?turn=99").text.contains("turn 2 of 2"))
    }

    @Test func `a conversation is saved as a talk that passes`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        for text in ["", "1", "1", "6", "1", "2", "1", "1"] {
            let form = Form.encode(["session": "s", "from": "+8613800000405", "code": "*384*77#", "text": text])
            #expect(try await gateway.post("/in/json/session", form).status == 200)
        }
        let talk = try await admin.get("/console/sessions/1/talk")
        #expect(talk.headers.value(of: "Content-Disposition") == "attachment; filename=\"session-1.talk\"")
        #expect(talk.text.contains("expect case callback") && !talk.text.contains("0405"), "\(talk.text)")
        try deployment.write(talk.text, to: "Flows/china/talks/session-1.talk")
        let run = try Binary.run(["test", deployment.flows + "/china/talks/session-1.talk"])
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(try await admin.get("/console/audit").text.contains("saved a conversation as a talk</td><td>session 1"))
    }
}
