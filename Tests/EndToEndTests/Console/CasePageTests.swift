import Foundation
import HTTPClient
import Testing

/// Cases, from the phone to whoever sees to them and back.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct CasePageTests {
    @Test func `a case is taken, noted on, and closed with an SMS that was shown first`() async throws {
        let gateway = try await Self.start()
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        try await askForCall("+8613800000911", on: gateway)

        let list = try await susan.get("/console/cases").text
        #expect(list.contains("<a href=\"/console/cases/1\">1</a>") && list.contains("<td>nobody</td>"))
        #expect(try await susan.get("/console").text.contains("<strong>1</strong> <span>Cases open</span>"))
        let page = try await susan.get("/console/cases/1").text
        #expect(page.contains("number ends in 11") && !page.contains("13800000911"))

        let key = try #require(page.firstMatch(of: /name="key" value="([^"]+)"/)?.output.1)
        let taken = try await susan.post("/console/cases/1/assign", ["key": String(key), "assignee": "me"])
        #expect(taken.headers.value(of: "Location") == "/console/cases/1?done=case-assigned")
        #expect(try await susan.get("/console/cases?assignee=me").text.contains("/console/cases/1"))
        #expect(try await susan.get("/console/cases?assignee=nobody").text.contains("No case is like that."))
        #expect(try await susan.post("/console/cases/1/note", ["key": "n", "note": " "]).status == 422)
        for _ in 1...2 {
            let kept = try await susan.post("/console/cases/1/note", ["key": "n", "note": "She calls <back>"])
            #expect(kept.headers.value(of: "Location") == "/console/cases/1?done=case-noted")
        }
        let whole = try await susan.get("/console/cases/1?sight=whole").text
        #expect(whole.matches(of: /She calls &lt;back&gt;/).count == 1)

        #expect(try await susan.post("/console/cases/1/closing", ["key": "c", "words": "Hi"]).status == 422)
        let words = "Your wages were paid, we hear."
        let form: KeyValuePairs = ["key": "c", "outcome": "helped", "words": words]
        let preview = try await susan.post("/console/cases/1/closing", form).text
        #expect(preview.contains("<pre>\(words)</pre>") && preview.contains("30 characters · SMS: 1 · plain letters"))
        let long = String(repeating: "long ", count: 200)
        let refused = try await susan.post("/console/cases/1/closing", ["outcome": "helped", "words": long])
        #expect(refused.status == 422 && refused.text.contains("make it shorter"))

        let unseen = try await susan.post(
            "/console/cases/1/close", ["key": "z", "outcome": "helped", "words": words])
        #expect(unseen.status == 422 && unseen.text.contains("<pre>\(words)</pre>"))
        let mark = try preview.hiddenValue("mark")
        let seen: KeyValuePairs = ["key": "c", "outcome": "helped", "words": words, "mark": mark]
        for _ in 1...2 {
            let closed = try await susan.post("/console/cases/1/close", seen)
            #expect(closed.headers.value(of: "Location") == "/console/cases/1?done=case-told")
        }
        let told = try await susan.get("/console/sessions/1?sight=whole").text
        #expect(told.matches(of: /<pre>Your wages were paid, we hear.<\/pre>/).count == 1)
        let closed = try await susan.get("/console/cases?state=closed").text
        #expect(closed.contains("/console/cases/1") && closed.contains("She has what she asked for"))
        let late = try await susan.post("/console/cases/1/assign", ["key": "d", "assignee": ""])
        #expect(late.headers.value(of: "Location") == "/console/cases/1?done=case-over")

        let log = try await admin.get("/console/audit").text
        for act in ["assigned a case", "wrote a note on a case", "read a case", "closed a case"] {
            #expect(log.contains("<td>Susan</td><td>\(act)</td><td>case 1</td>"), "\(act)")
        }
    }

    @Test func `a case goes only to who may see it, and one that is closed without words says nothing`() async throws {
        let gateway = try await Self.start()
        let admin = try await gateway.admin()
        _ = try await gateway.member("viewer", invitedBy: admin, as: "Vera")
        try await askForCall("+8613800000912", on: gateway)
        try await admin.get("/console/cases/1")
        for account in ["2", "77", "Mei Lin"] {
            #expect(try await admin.post("/console/cases/1/assign", ["assignee": account]).status == 404)
        }
        let preview = try await admin.post("/console/cases/1/closing", ["outcome": "unreachable"]).text
        #expect(preview.contains("She is told nothing."))
        let closed = try await admin.post("/console/cases/1/close", ["key": "k", "outcome": "unreachable"])
        #expect(closed.headers.value(of: "Location") == "/console/cases/1?done=case-closed")
        #expect(try await admin.get("/console/cases/1?language=zh-Hans").text.contains("联系不上"))
    }

    private static func start() async throws -> RunningGateway {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        return try await RunningGateway.start(deployment)
    }

    private func askForCall(_ number: String, on gateway: RunningGateway) async throws {
        for text in [""] + Self.answers {
            let form = Form.encode(["session": number, "from": number, "code": "*384*77#", "text": text])
            #expect(try await gateway.post("/in/json/session", form).status == 200)
        }
    }

    /// A person in English, as soon as possible, at this number, about wages.
    private static let answers = ["1", "1", "6", "1", "1", "1", "1"]
}
