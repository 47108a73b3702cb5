import Foundation
import HTTPClient
import Testing

/// Tables that operators bring in the console, as browsers send them.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct FigureTableTests {
    private static let figures = """
        rule,parameter,from,region,value,law,note
        cn.labour.minimum_wage,hour,2026-09-01,440300,25.4,SZ26,"made up, to try it"
        cn.labour.minimum_wage,hour,2026-09-01,999999,25,SZ26,
        cn.labour.minimum_wage,month,2026-09-01,440300,2700,SZ26,

        """
    private static let offices = """
        id,region,name:en,name:zh-Hans,source,checked,sample
        sample-new,440306,Sample Aid N,示例法律援助处新,made up to try the service out,2026-11-23,yes

        """

    /// The fields of the form that takes what a page shows.
    private func hidden(_ page: String) throws -> [String: String] {
        let form = try #require(page.range(of: "/take\">")).upperBound
        return Dictionary(
            page[form...].matches(of: /<input type="hidden" name="(\w+)" value="([^"]*)">/).map {
                (String($0.output.1), String($0.output.2))
            }
        ) { first, _ in first }
    }

    private func take(_ path: String, _ fields: [String: String], _ browser: Browser) async throws -> IncomingResponse {
        try await browser.post(
            path,
            [
                "name": fields["name"] ?? "", "content": fields["content"] ?? "", "mark": fields["mark"] ?? "",
                "kind": fields["kind"] ?? "",
            ])
    }

    @Test func `a table is read of nobody who may not bring one`() async throws {
        let gateway = try await RunningGateway.start(try Deployment(settings: "server: { body_limit: 4096 }\n"))
        let admin = try await gateway.admin()
        let susan = try await gateway.member("support", invitedBy: admin, as: "Susan")
        let table = String(repeating: "x,y\n", count: 4_000)
        for (browser, status) in [(Browser(gateway), 413), (susan, 413), (admin, 422)] {
            for path in ["/console/directory/import", "/console/rules/import"] {
                try await browser.get(path)
                #expect(try await browser.upload(path, file: "x.csv", table).status == status, "\(path)")
            }
        }
    }

    @Test func `figures are shown row by row, then stand in the rule's file, and nothing else has changed`()
        async throws
    {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let file = deployment.flows + "/china/rules/minimum_wage.yaml"
        let before = try String(contentsOfFile: file, encoding: .utf8)
        #expect(try await admin.get("/console/rules").text.contains("href=\"/console/rules/import\""))
        try await admin.get("/console/rules/import")
        let page = try await admin.upload("/console/rules/import", file: "wages.csv", Self.figures)
        #expect(page.status == 200 && page.text.contains("1 new, 1 there already, 1 refused"))
        #expect(page.text.contains("the directory has no place &#39;999999&#39;"))
        let row = "{ from: 2026-09-01, region: \"440300\", value: 25.4, law: SZ26, note: \"made up, to try it\" }"
        #expect(page.text.contains(row.replacing("\"", with: "&quot;")))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        let fields = try hidden(page.text)
        let other = fields.merging(["mark": "0"]) { $1 }
        #expect(try await take("/console/rules/import/take", other, admin).status == 422)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        let taken = try await take("/console/rules/import/take", fields, admin)
        #expect(taken.headers.value(of: "Location") == "/console/pack?done=figuresTaken")
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(after.replacing("      - \(row)\n", with: "") == before && after != before)
        #expect(try await take("/console/rules/import/take", fields, admin).status == 422)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == after)
        #expect(try await admin.get("/console/audit").text.contains("<td>rules</td>"))
    }

    @Test func `offices come in the same way`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let file = deployment.flows + "/china/directory/legal_aid.csv"
        try await admin.get("/console/directory/import")
        let page = try await admin.upload(
            "/console/directory/import", file: "aid.csv", Self.offices, ["kind": "legal_aid"])
        #expect(page.status == 200 && page.text.contains("1 new, 0 changed"))
        let taken = try await take("/console/directory/import/take", hidden(page.text), admin)
        #expect(taken.headers.value(of: "Location") == "/console/pack?done=tableTaken")
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Sample Aid N"))
    }

    @Test(arguments: [
        ("", "Choose a file with a table in it."), ("rule,amount\nx,1\n", "there is no column &#39;amount&#39; here"),
        (String(repeating: "x", count: 2_000), "The file is too large."),
    ])
    func `what is no table of figures is refused with a reason`(content: String, reason: String) async throws {
        let gateway = try await RunningGateway.start(try Deployment(settings: "console: { table: 1024 }\n"))
        let admin = try await gateway.admin()
        try await admin.get("/console/rules/import")
        let page = try await admin.upload("/console/rules/import", file: "wages.csv", content)
        #expect(page.status == 422 && page.text.contains(reason))
    }
}
