import HTTPClient
import Testing

/// Programs read conversations and see to cases.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct APICaseTests {
    @Test func `conversations come in pages, and each is as much as is asked for`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let support = try gateway.program("support", deployment)
        for number in ["+254733000511", "+254733000512"] {
            var phone = USSDPhone(number)
            _ = try await phone.dial(on: gateway)
            #expect(try await phone.answer(["1", "2", "Zenobia"], on: gateway).contains("Hello Zenobia"))
        }
        let first = try await support.get("/sessions?limit=1&state=finished&channel=ussd&from=2020-01-01T00:00:00Z")
        #expect(first.list("sessions").count == 1)
        let next = try #require(first.json["next"] as? String)
        let second = try await support.get("/sessions?limit=1&state=finished&after=\(next)")
        let ids = (first.list("sessions") + second.list("sessions")).map { $0["id"] as? Int }
        #expect(ids == [2, 1] && second.json["next"] == nil)
        #expect(try await support.get("/sessions?flagged=true").list("sessions").isEmpty)

        let seen = try await support.get("/sessions/1")
        #expect(seen.json["sight"] as? String == "redacted" && seen.list("turns").count == 4)
        #expect(seen.json["numberEnding"] as? String == "11" && !seen.text.contains("733000511"))
        let whole = try await support.get("/sessions/1?sight=whole")
        #expect(whole.json["sight"] as? String == "whole" && whole.text.contains("Hello Zenobia."))
        #expect(!whole.text.contains("733000511"))

        let found = try await support.post("/sessions/find", #"{"sought":"+254 733 000 512"}"#)
        #expect(found.json["people"] as? [Int] == [2])
        #expect(try await support.post("/sessions/find", ##"{"sought":"#9"}"##).json["people"] as? [Int] == [])
        #expect(try await support.post("/sessions/find", #"{"sought":"+7+33"}"#).status == 422)
        let said = try await support.post("/sessions/find", #"{"sought":"hello ZENOBIA"}"#)
        #expect(said.list("sessions").map { $0["id"] as? Int } == [2, 1] && said.json["partial"] as? Bool == false)
        let later = try await support.post("/sessions/find", #"{"sought":"Zenobia","after":2}"#)
        #expect(later.list("sessions").map { $0["id"] as? Int } == [1] && later.json["next"] == nil)
        #expect(try await support.post("/sessions/find", #"{"sought":"Zenobius"}"#).list("sessions").isEmpty)
        let log = try await gateway.program("admin", deployment).get("/audit").list("entries")
        let reads = log.filter { $0["act"] as? String == "read session" }
        #expect(reads.count == 1 && reads.first?["token"] as? Int == 1 && reads.first?["staff"] == nil)
        #expect(reads.first?["subject"] as? String == "session 1")
    }

    @Test func `a case is assigned, noted and closed once, under the token`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let support = try gateway.program("support", deployment)
        var phone = USSDPhone("+254733000521")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "3"], on: gateway)
        #expect(try await support.post("/sessions/find", ##"{"sought":"#1"}"##).json["session"] as? Int == 1)
        #expect(try await support.get("/cases?assignee=nobody&topic=help").list("cases").count == 1)

        let assigned = try await support.post("/cases/1/assign", #"{"assignee":"1"}"#)
        #expect((assigned.json["case"] as? [String: Any])?["assignee"] as? String == "1")
        #expect(try await support.get("/cases?assignee=nobody").list("cases").isEmpty)
        #expect(try await support.post("/cases/1/assign", #"{"assignee":"77"}"#).code == "value")
        let freed = try await support.post("/cases/1/assign", #"{"assignee":null}"#)
        #expect((freed.json["case"] as? [String: Any])?["assignee"] == nil)

        for _ in 1...2 {
            #expect(try await support.post("/cases/1/note", #"{"note":"She has called."}"#, key: "a").status == 200)
        }
        #expect(try await !support.get("/cases/1").text.contains("She has called."))
        let whole = try await support.get("/cases/1?sight=whole")
        #expect(whole.list("notes").map { $0["text"] as? String } == ["She has called."])
        #expect(whole.list("notes").first?["author"] as? String == "token 1")

        #expect(try await support.post("/cases/1/close", #"{"outcome":"solved"}"#).code == "value")
        let closed = try await support.post("/cases/1/close", #"{"outcome":"helped"}"#)
        #expect((closed.json["case"] as? [String: Any])?["outcome"] as? String == "helped")
        let again = try await support.post("/cases/1/close", #"{"outcome":"helped"}"#)
        #expect(again.status == 409 && again.code == "closed")
        #expect(try await support.get("/cases?state=closed").list("cases").count == 1)
        #expect(try await support.post("/cases/2/close", #"{"outcome":"helped"}"#).status == 404)
        let page = try await admin.get("/console/audit?check=yes").text
        #expect(page.contains("The log is whole"))
        #expect(page.contains("<td>token 1 (a support)</td><td>closed a case</td><td>case 1</td>"))
        #expect(page.contains("<td>token 1 (a support)</td><td>read a case</td><td>case 1</td>"))
        #expect(!page.contains("case 2"))
    }

    @Test func `a program sees what a deed leads to, does it once, and hands her back`() async throws {
        let carrier = try Carrier(.taking)
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        let support = try gateway.program("support", deployment)
        var phone = SMSPhone("+254733000522")
        _ = try await phone.text("TALLY", on: gateway)
        _ = try await carrier.message(to: phone.number)
        let preview = try await support.post("/sessions/1/deed", #"{"deed":"answer","words":"This is Susan."}"#)
        #expect(preview.list("sent").map { $0["text"] as? String } == ["This is Susan."])
        #expect(preview.list("sent").first?["segments"] as? Int == 1)
        func marked(_ mark: String) -> String {
            #"{"deed":"answer","words":"This is Susan.","mark":"\#(mark)"}"#
        }
        let stale = try await support.post("/sessions/1/act", marked("of something else"), key: "b")
        #expect(stale.status == 409 && stale.code == "overtaken")
        let words = marked(try #require(preview.json["mark"] as? String))
        for _ in 1...2 {
            #expect(try await support.post("/sessions/1/act", words, key: "a").json["outcome"] as? String == "done")
        }
        #expect(try await carrier.message(to: phone.number, after: 1).text == "This is Susan.")
        #expect(try await support.get("/sessions/1").list("messages").count == 2)
        #expect(try await support.post("/sessions/1/act", #"{"deed":"handBack"}"#).status == 200)
        let idle = try await support.post("/sessions/1/act", #"{"deed":"handBack"}"#)
        #expect(idle.status == 409 && idle.code == "refused")
        for body in [#"{"deed":"answer","words":" "}"#, #"{"deed":"move"}"#, #"{"deed":"sing"}"#] {
            #expect(try await support.post("/sessions/1/act", body).code == "value", "\(body)")
        }
        #expect(try await support.post("/sessions/9/act", words).status == 404)
        #expect(try await support.post("/sessions/1/note", #"{"note":"She called."}"#).status == 200)
        #expect(try await support.post("/sessions/1/tag", #"{"tag":"wages"}"#).status == 200)
        #expect(try await support.post("/sessions/1/tag", #"{"tag":"Not one"}"#).code == "value")
        let page = try await support.get("/sessions/1?sight=whole")
        #expect(page.json["tags"] as? [String] == ["wages"] && page.list("notes").count == 1)
        #expect(try await support.post("/sessions/1/tag", #"{"tag":"wages","on":false}"#).status == 200)
        #expect(try await support.get("/sessions/1").json["tags"] as? [String] == [])
        let log = try await gateway.program("admin", deployment).get("/audit").list("entries")
        #expect(log.count { $0["act"] as? String == "answer in session" } == 4)
    }

    @Test func `a case is closed with a last SMS, and stays open where none can be sent`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let support = try gateway.program("support", deployment)
        var phone = USSDPhone("+254733000523")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "3"], on: gateway)
        let long = String(repeating: "x", count: 2_000)
        let tooLong = try await support.post("/cases/1/close", #"{"outcome":"helped","words":"\#(long)"}"#)
        #expect(tooLong.code == "value")
        #expect(try await support.get("/cases").list("cases").count == 1)
        for _ in 1...2 {
            let body = #"{"outcome":"helped","words":"We wrote to them."}"#
            let closed = try await support.post("/cases/1/close", body, key: "c")
            #expect((closed.json["case"] as? [String: Any])?["outcome"] as? String == "helped")
        }
        let sent = try await support.get("/messages").list("messages")
        #expect(sent.count == 1)
    }

    @Test func `a record comes to whoever asks for it, and goes back`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let support = try gateway.program("support", deployment)
        try await dial("+8613800000901", ["1", "1"], on: gateway)
        try await dial("+8613900000902", ["1", "1", "7", "2", "3", "13800000901"], on: gateway)
        try await dial("+8613900000903", ["1", "1", "7", "2", "3", "13800000999"], on: gateway)
        let waiting = try await support.get("/claims/waiting").list("claims")
        #expect(waiting.map { $0["records"] as? [Int] } == [[1], []])
        #expect(try await support.post("/claims/waiting/1/approve", #"{"record":1}"#).code == "value")
        #expect(try await support.post("/claims/waiting/1/approve", #"{"sure":false}"#).code == "value")
        let sure = #"{"sure":true,"record":1}"#
        #expect(try await support.post("/claims/waiting/1/approve", sure).json["outcome"] as? String == "done")
        #expect(try await support.post("/claims/waiting/1/approve", sure).status == 404)
        #expect(try await support.post("/claims/waiting/2/refuse").json["outcome"] as? String == "done")
        #expect(try await support.get("/claims/waiting").list("claims").isEmpty)
        #expect(try await support.get("/claims").list("claims").first?["by"] as? String == "staff")
        #expect(try await support.post("/claims/1/undo", "{}").json["outcome"] as? String == "done")
        let again = try await support.post("/claims/1/undo")
        #expect(again.status == 409 && again.code == "closed")
        #expect(try await support.get("/counts").json["waitingClaims"] as? Int == 0)
    }

    private func dial(_ number: String, _ answers: [String], on gateway: RunningGateway) async throws {
        for text in [""] + answers {
            let form = Form.encode(["session": number, "from": number, "code": "*384*77#", "text": text])
            #expect(try await gateway.post("/in/json/session", form).status == 200)
        }
    }
}
