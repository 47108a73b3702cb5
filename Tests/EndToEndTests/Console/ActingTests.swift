import HTTPClient
import Testing

/// What support staff do in conversations; every deed is shown before it is done.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ActingTests {
    @Test func `staff answer her, she answers them, and the flow goes on`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        var phone = SMSPhone("+254733000421")
        _ = try await phone.text("TALLY", on: gateway)
        let page = try await susan.get("/console/sessions/1").text
        #expect(page.contains("Answer as a person") && !page.contains("value=\"handBack\""))

        let words = "We call you <today>"
        let form: KeyValuePairs = ["key": "a", "deed": "answer", "words": words]
        let preview = try await susan.post("/console/sessions/1/deed", form).text
        #expect(preview.contains("<pre>We call you &lt;today&gt;</pre>") && preview.contains("19 characters · SMS: 1"))
        #expect(try await !susan.get("/console/sessions/1?sight=whole").text.contains("We call you"))
        // Whoever did not look is shown first.
        let unseen = try await susan.post("/console/sessions/1/act", ["key": "z", "deed": "answer", "words": words])
        #expect(unseen.status == 422 && unseen.text.contains("<pre>We call you &lt;today&gt;"))
        let acting =
            [
                "key": "a", "deed": "answer", "words": words, "mark": try preview.hiddenValue("mark"),
            ] as KeyValuePairs
        for _ in 1...2 {
            let done = try await susan.post("/console/sessions/1/act", acting)
            #expect(done.headers.value(of: "Location") == "/console/sessions/1?done=act-answer")
        }
        _ = try await phone.text("thank you", on: gateway)
        let taken = try await susan.get("/console/sessions/1?sight=whole").text
        #expect(taken.matches(of: /<pre>We call you &lt;today&gt;<\/pre>/).count == 1)
        #expect(taken.contains("thank you") && taken.contains("staff answer</span>"))

        let back = try await susan.post("/console/sessions/1/deed", ["key": "b", "deed": "handBack"]).text
        #expect(back.contains("She gets this SMS now"))
        let handed = try await susan.act("handBack", key: "b")
        #expect(handed.headers.value(of: "Location") == "/console/sessions/1?done=act-handBack")
        let again = try await susan.post("/console/sessions/1/act", ["key": "c", "deed": "handBack"])
        #expect(again.status == 422 && again.text.contains("there is nothing to hand back"))
        let log = try await admin.get("/console/audit").text
        for act in ["answered in a conversation", "handed a conversation back"] {
            #expect(log.contains("<td>Susan</td><td>\(act)</td><td>session 1</td>"), "\(act)")
        }
    }

    @Test func `what would come of a deed has changed: it is shown once more before it is done`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = SMSPhone("+254733000425")
        _ = try await phone.text("TALLY", on: gateway)
        try await admin.get("/console/sessions/1")
        let form: KeyValuePairs = ["key": "a", "deed": "move", "step": "tally#number"]
        let preview = try await admin.post("/console/sessions/1/deed", form).text
        #expect(preview.contains("Sum 0."))
        _ = try await phone.text("5", on: gateway)
        let changed = try await admin.post(
            "/console/sessions/1/act",
            ["key": "a", "deed": "move", "step": "tally#number", "mark": preview.hiddenValue("mark")])
        #expect(changed.status == 422 && changed.text.contains("went on meanwhile"))
        #expect(changed.text.contains("Sum 5."))
        let again: KeyValuePairs = [
            "key": try changed.text.hiddenValue("key"), "deed": "move", "step": "tally#number",
            "mark": try changed.text.hiddenValue("mark"),
        ]
        let done = try await admin.post("/console/sessions/1/act", again)
        #expect(done.headers.value(of: "Location") == "/console/sessions/1?done=act-move")
        // Back from the form it stands at another address, and is kept fresh by its own.
        let back = try await admin.post("/console/sessions/1/deed", ["change": "yes"]).text
        #expect(back.contains("data-stream=") && back.contains("data-page=\"/console/sessions/1\""))
    }

    @Test func `staff end a conversation, and what cannot be done is said before`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000422")
        _ = try await phone.dial(on: gateway)
        try await admin.get("/console/sessions/1")
        #expect(try await admin.post("/console/sessions/1/deed", ["deed": "dance"]).status == 422)
        #expect(try await admin.post("/console/sessions/1/deed", ["deed": "move"]).status == 422)
        let nowhere = try await admin.post("/console/sessions/1/deed", ["deed": "move", "step": "no#where"])
        #expect(nowhere.status == 422 && nowhere.text.contains("has no such step"))
        let anew = try await admin.post("/console/sessions/1/deed", ["key": "r", "deed": "restart"]).text
        #expect(anew.contains("She sees this when she dials or types again"))
        let end = try await admin.act("end", key: "e")
        #expect(end.headers.value(of: "Location") == "/console/sessions/1?done=act-end")
        let page = try await admin.get("/console/sessions/1").text
        #expect(page.contains("ended by staff") && page.contains("Write to her"))
        #expect(try await admin.post("/console/sessions/1/deed", ["deed": "restart"]).status == 422)
        #expect(try await admin.post("/console/sessions/9/deed", ["deed": "end"]).status == 404)
    }

    @Test func `a blocked number gets one screen and no more, until it is let in again`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000423")
        let first = try await phone.dial(on: gateway)
        try await admin.get("/console/sessions/1")
        #expect(try await admin.post("/console/sessions/1/deed", ["deed": "block"]).text.contains("For 30 days"))
        #expect(try await admin.act("block", key: "b").status == 303)
        #expect(try await phone.dial(on: gateway) == "END This number gets no answers from us at the moment.")
        #expect(try await admin.get("/console/sessions/1").text.contains("blocked until "))
        #expect(try await admin.act("unblock", key: "u").status == 303)
        let later = try await phone.dial(on: gateway)
        #expect(later.hasPrefix("CON ") && later != first)
    }

    @Test func `notes and tags are written on a conversation's page, and a tag leads back to it`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000424")
        _ = try await phone.dial(on: gateway)
        try await admin.get("/console/sessions/1")
        #expect(try await admin.post("/console/sessions/1/note", ["key": "n", "note": ""]).status == 422)
        #expect(try await admin.post("/console/sessions/1/tag", ["key": "t", "tag": "0733000424"]).status == 422)
        #expect(try await admin.post("/console/sessions/1/note", ["key": "n", "note": "knows her law"]).status == 303)
        #expect(try await admin.post("/console/sessions/1/tag", ["key": "t", "tag": "Urgent"]).status == 303)
        let page = try await admin.get("/console/sessions/1?sight=whole").text
        #expect(page.contains("knows her law") && page.contains("/console/sessions?tag=urgent"))
        #expect(try await admin.get("/console/sessions?tag=urgent").text.contains("/console/sessions/1\""))
        let gone = try await admin.post("/console/sessions/1/tag", ["key": "x", "tag": "urgent", "on": "no"])
        #expect(gone.status == 303)
        #expect(try await admin.get("/console/sessions?tag=urgent").text.contains("Nothing was found."))
    }
}

extension Browser {
    /// Looks at what a deed in the first conversation comes to, and does it.
    fileprivate func act(_ deed: String, key: String) async throws -> IncomingResponse {
        let preview = try await post("/console/sessions/1/deed", ["key": key, "deed": deed]).text
        let mark = try preview.hiddenValue("mark")
        return try await post("/console/sessions/1/act", ["key": key, "deed": deed, "mark": mark])
    }
}

extension String {
    /// What a hidden field of a page holds.
    func hiddenValue(_ name: String) throws -> String {
        let field = try Regex("name=\"\(name)\" value=\"([^\"]+)\"", as: (Substring, Substring).self)
        return String(try #require(firstMatch(of: field)).output.1)
    }
}
