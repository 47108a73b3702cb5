import Foundation
import HTTPClient
import Testing

/// What the console tells of everybody, and of nobody.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct EvidencePageTests {
    @Test func `what ended is counted by topic, outcome and language, and what is rare is not told`() async throws {
        let gateway = try await RunningGateway.start(try Deployment(settings: "evidence: { least: 3 }\n"))
        let admin = try await gateway.admin()
        let viewer = try await gateway.member("viewer", invitedBy: admin, as: "Vera")
        #expect(try await viewer.get("/console/evidence").text.contains("Fewer than 3 conversations ended"))
        for person in 1...4 {
            var phone = USSDPhone("+25473300060\(person)")
            _ = try await phone.dial(on: gateway)
            _ = try await phone.answer(["1", "3"], on: gateway)
        }
        for person in 5...7 {
            var phone = USSDPhone("+25473300060\(person)")
            _ = try await phone.dial(on: gateway)
            _ = try await phone.answer(["2", "1", "5", "999"], on: gateway)
        }
        let page = try await viewer.get("/console/evidence").text
        let cells = page.replacing(/\s+/, with: " ")
        #expect(cells.contains("Kiswahili") && cells.contains("<td>4</td><td>0</td><td>4</td>"))
        #expect(cells.contains("<td>0</td><td>3</td><td>3</td>") && !page.contains("733000601"))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let today = calendar.dateComponents([.year, .month], from: Date())
        let month = "\(today.year ?? 0)-" + String(String(100 + (today.month ?? 0)).dropFirst())
        let table = try await viewer.get("/console/evidence/\(month)")
        #expect(table.headers.value(of: "Content-Type") == "text/csv; charset=utf-8")
        #expect(table.text.contains("\(month),help,outcome,finished,4\r\n"))
        #expect(table.text.contains("\(month),tally,language,sw,3\r\n"))
        #expect(try await viewer.get("/console/evidence/2001-01").status == 404)
    }
}
