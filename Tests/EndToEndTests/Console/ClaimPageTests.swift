import Foundation
import HTTPClient
import Testing

/// Records that people ask staff for, from the phone to the console and back.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ClaimPageTests {
    @Test func `support brings a record to whoever asks for it, and can take that back`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        #expect(try await susan.get("/console/claims").text.contains("Nobody waits."))
        try await gateway.dial("+8613800000901", ["1", "1"])
        try await gateway.dial("+8613900000902", ["1", "1", "7", "2", "3", "13800000901"])
        try await gateway.dial("+8613900000903", ["1", "1", "7", "2", "3", "13800000999"])

        #expect(try await susan.get("/console").text.contains("<strong>2</strong> <span>Records asked for</span>"))
        let page = try await susan.get("/console/claims").text
        #expect(page.contains("it can only be refused") && !page.contains("13800000901"))
        #expect(page.matches(of: /action="\/console\/claims\/approve"/).count == 1)
        let unsure = try await susan.post("/console/claims/approve", ["id": "1"])
        #expect(unsure.headers.value(of: "Location") == "/console/claims?done=notSure")
        let approved = try await susan.post("/console/claims/approve", ["id": "1", "record": "1", "sure": "yes"])
        #expect(approved.headers.value(of: "Location") == "/console/claims?done=plea-done")
        let again = try await susan.post("/console/claims/approve", ["id": "1", "record": "1", "sure": "yes"])
        #expect(again.headers.value(of: "Location") == "/console/claims?done=plea-unknown")
        let refused = try await susan.post("/console/claims/refuse", ["id": "2"])
        #expect(refused.headers.value(of: "Location") == "/console/claims?done=refused")

        let after = try await susan.get("/console/claims?done=refused").text
        #expect(after.contains("Nobody waits.") && after.contains("<td>staff</td>"))
        let undone = try await susan.post("/console/claims/undo", ["id": "1"])
        #expect(undone.headers.value(of: "Location") == "/console/claims?done=undo-done")
        #expect(try await susan.get("/console/claims").text.contains("undone "))
        let log = try await admin.get("/console/audit").text
        for act in [
            "approved a record</td><td>plea 1", "refused a record</td><td>plea 2", "undid a claim</td><td>claim 1",
        ] {
            #expect(log.contains("<td>Susan</td><td>\(act)</td>"), "\(act)")
        }
    }
}
