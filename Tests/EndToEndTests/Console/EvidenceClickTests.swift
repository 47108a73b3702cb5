import Foundation
import HTTPClient
import TestSupport
import Testing

/// What people need and answered, in a real browser, in both languages.
@Suite(
    .serialized, .timeLimit(.minutes(10)),
    .enabled(if: Chromium.path != nil, "there is no Chromium on this machine"))
struct EvidenceClickTests {
    @Test(arguments: ClickThroughTests.Words.all)
    func `a month is chosen, a topic opened, and its answers are given out for a reason`(
        words: ClickThroughTests.Words
    ) async throws {
        let gateway = try await RunningGateway.trial(
            .trial(settings: "evidence: { least: 3 }\nphone: { clock: on }\n"))
        let page = try await Chromium().page()
        _ = try await page.join(gateway, words)
        for person in 1...4 { try await gateway.walk(["1", "3"], from: "+25473300070\(person)") }
        #expect(try await gateway.post("/phone/wait", "seconds=2678400").status == 200)
        let month = EvidencePageTests.month
        try await page.open(gateway.url("/console/evidence"))
        try await page.choose("#month", month)
        try await page.click("form[action='/console/evidence'] button")
        try await page.until("location.search.includes('month=\(month)') && document.readyState === 'complete'")
        #expect(try await page.value("document.querySelector('#month').value") == month)
        try await page.expectSound("evidence")
        try await page.open(gateway.url("/console/evidence/\(month)/flows/main"))
        try await page.until("document.querySelector('svg.funnel') !== null")
        try await page.expectSound("how far people came")
        try await page.fill("#reason", "a study of menus")
        let folder = try TemporaryFolder()
        try await page.keepDownloads(in: folder.path)
        try await page.click("form[action$='/results'] button")
        let package = try await eventually("the package") {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return names.first { $0.hasSuffix(".zip") }.flatMap {
                FileManager.default.contents(atPath: folder.path + "/" + $0)
            }
        }
        #expect(package.starts(with: Array("PK".utf8)))
        try await page.open(gateway.url("/console/audit"))
        #expect(try await page.text("tbody").contains("a study of menus"))
    }
}
