import Foundation
import HTTPClient
import Testing

/// What the console tells of everybody, and of nobody.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct EvidencePageTests {
    @Test func `what ended is counted by topic, outcome and language, and what is rare is not told`() async throws {
        let settings = "evidence: { least: 3 }\nphone: { clock: on }\n"
        let gateway = try await RunningGateway.trial(.trial(settings: settings))
        let admin = try await gateway.admin()
        let viewer = try await gateway.member("viewer", invitedBy: admin, as: "Vera")
        #expect(try await viewer.get("/console/evidence").text.contains("Fewer than 3 conversations ended"))
        for person in 1...4 { try await gateway.walk(["1", "3"], from: "+25473300060\(person)") }
        for person in 5...7 { try await gateway.walk(["2", "1", "5", "999"], from: "+25473300060\(person)") }
        #expect(try await viewer.get("/console/evidence").text.contains("Fewer than 3 conversations ended"))
        let month = Self.month
        #expect(try await viewer.get("/console/evidence/\(month)").status == 404)
        #expect(try await gateway.post("/phone/wait", "seconds=2678400").status == 200)
        let page = try await viewer.get("/console/evidence?month=\(month)").text
        let cells = page.replacing(/\s+/, with: " ")
        #expect(cells.contains("Kiswahili") && cells.contains("<td>3</td><td>–</td><td>3</td>"))
        #expect(cells.contains("<td>–</td><td>3</td><td>3</td>") && !page.contains("733000601"))
        let table = try await viewer.get("/console/evidence/\(month)")
        #expect(table.headers.value(of: "Content-Type") == "text/csv; charset=utf-8")
        #expect(table.text.contains("\(month),help,,,finished,3\r\n"))
        #expect(table.text.contains("\(month),tally,,sw,,3\r\n"))
        try await expectFlow(of: month, to: viewer)
        try await expectResults(of: month, to: admin, butNot: viewer)
        #expect(try await viewer.get("/console/evidence/2001-01").status == 404)
    }

    /// The month that runs, by UTC.
    static var month: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let today = calendar.dateComponents([.year, .month], from: Date())
        return "\(today.year ?? 0)-" + String(String(100 + (today.month ?? 0)).dropFirst())
    }

    /// How far people came in the main menu, also as a table.
    private func expectFlow(of month: String, to viewer: Browser) async throws {
        let path = "/console/evidence/\(month)/flows/main"
        let chosen = try await viewer.get("/console/evidence/\(month)/flows?in=\(month)&flow=main")
        #expect(chosen.status == 303 && chosen.headers.value(of: "Location") == path)
        let page = try await viewer.get(path).text
        #expect(page.contains("<svg class=\"chart funnel\"") && page.contains("Kiswahili"))
        #expect(!page.contains("Answers for research"))
        let table = try await viewer.get(path + "/table").text
        for line in ["main#menu,arrived,,6", "main#menu,language,en,3", "main#menu,language,sw,3"] {
            #expect(table.contains("\(month),main,\(line)\r\n"), "\(table)")
        }
        #expect(try await viewer.get("/console/evidence/\(month)/flows/nothing").status == 404)
        #expect(
            try await viewer.get("/console/evidence/\(month)/flows/name").text.contains("Fewer than 3 conversations"))
    }

    /// What people answered, for admins with a reason.
    private func expectResults(of month: String, to admin: Browser, butNot viewer: Browser) async throws {
        let path = "/console/evidence/\(month)/flows/main/results"
        #expect(try await viewer.post(path, ["reason": "a study"]).status == 403)
        let refused = try await admin.post(path, ["reason": " "])
        #expect(refused.status == 422 && refused.text.contains("Say why"))
        let given = try await admin.post(path, ["reason": "a study"])
        #expect(given.status == 200 && given.headers.value(of: "Content-Type") == "application/zip")
        #expect(given.body.starts(with: Array("PK".utf8)))
        let log = try await admin.get("/console/audit").text
        #expect(log.contains("flow main, \(month)-01 to") && log.contains("a study"))
    }
}

extension RunningGateway {
    /// Dials, and types answers.
    func walk(_ answers: [String], from number: String) async throws {
        _ = try await hop(number, "", phase: "begin", sequence: 1)
        for (place, answer) in answers.enumerated() {
            _ = try await hop(number, answer, phase: "continue", sequence: place + 2)
        }
    }
}
