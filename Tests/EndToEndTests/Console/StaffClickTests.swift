import HTTPClient
import Testing

/// Support staff help people in a real browser, in both languages.
@Suite(
    .serialized, .timeLimit(.minutes(10)),
    .enabled(if: Chromium.path != nil, "there is no Chromium on this machine"))
struct StaffClickTests {
    @Test(arguments: ClickThroughTests.Words.all)
    func `a conversation comes up on the list by itself, is taken over, and handed back`(
        words: ClickThroughTests.Words
    ) async throws {
        let carrier = try Carrier(.taking)
        let deployment = try Deployment(settings: "console: { freshness: 1 }\n", carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        let page = try await Chromium().page()
        _ = try await page.join(gateway, words)
        try await page.open(gateway.url("/console/sessions"))
        #expect(try await page.value("document.querySelectorAll('tbody tr').length") == "0")
        var phone = SMSPhone("+254733000461")
        _ = try await phone.text("TALLY", on: gateway)
        try await page.until("document.querySelectorAll('tbody tr.fresh').length === 1")
        try await page.click("tbody th a")
        try await page.until("location.pathname === '/console/sessions/1' && document.readyState === 'complete'")
        try await page.fill("#words", "We call you today.")
        try await page.click("button[name=deed][value=answer]")
        try await page.until(".screen pre", shows: "We call you today.")
        try await page.expectSound("an answer before it is sent")
        try await page.click("form[action$='/act'] button")
        try await page.until("location.search.includes('done=act-answer')")
        #expect(try await carrier.message(to: phone.number, after: 1).text == "We call you today.")
        _ = try await phone.text("thank you", on: gateway)
        try await page.until("document.querySelectorAll('#said > ol:first-of-type > li').length === 3")
        try await page.expectSound("a conversation with staff")
        try await page.click("button[name=deed][value=handBack]")
        try await page.until("location.pathname.endsWith('/deed')")
        try await page.until(".screen pre", shows: "Next number?")
        try await page.expectSound("handing back before it is done")
        try await page.click("form[action$='/act'] button")
        try await page.until("location.search.includes('done=act-handBack')")
        #expect(try await page.value("document.querySelector('button[value=handBack]') === null") == "true")
    }

    @Test(arguments: ClickThroughTests.Words.all)
    func `a case is taken, and closed with an SMS that was seen before`(words: ClickThroughTests.Words) async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let page = try await Chromium().page()
        _ = try await page.join(gateway, words)
        try await gateway.dial("+8613800000951", ["1", "1", "6", "1", "1", "1", "1"])
        try await page.open(gateway.url("/console/cases"))
        try await page.click("a[href='/console/cases/1']")
        try await page.until("location.pathname === '/console/cases/1' && document.readyState === 'complete'")
        try await page.expectSound("case")
        try await page.click("form[action$='/assign'] button")
        try await page.until("location.search.includes('done=case-assigned') && document.readyState === 'complete'")
        try await page.click("input[name=outcome][value=helped]")
        try await page.fill("#words", "Your wages were paid.")
        try await page.click("form[action$='/closing'] button")
        try await page.until(".screen pre", shows: "Your wages were paid.")
        try await page.expectSound("closing before it is done")
        try await page.click("form[action$='/close'] button")
        try await page.until("location.search.includes('done=case-told')")
        try await page.expectSound("a closed case")
        try await page.open(gateway.url("/console/cases"))
        #expect(try await page.value("document.querySelector(`a[href='/console/cases/1']`) === null") == "true")
    }

    @Test(arguments: ClickThroughTests.Words.all)
    func `a conversation is found by its words, seen on the picture of its flow, and its number is blocked`(
        words: ClickThroughTests.Words
    ) async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let page = try await Chromium().page()
        _ = try await page.join(gateway, words)
        var (phone, other) = (SMSPhone("+254733000462"), USSDPhone("+254733000463"))
        _ = try await phone.text("Mjomba wangu", on: gateway)
        _ = try await other.dial(on: gateway)
        try await page.open(gateway.url("/console/sessions"))
        try await page.fill("#sought", "MJOMBA")
        try await page.press("Enter")
        try await page.until("location.pathname === '/console/sessions/find'")
        try await page.until("main .lead", shows: "MJOMBA")
        #expect(try await page.value("document.querySelectorAll('tbody th a').length") == "1")
        try await page.expectSound("what was found")
        try await page.click("tbody th a")
        try await page.until("location.pathname === '/console/sessions/1' && document.readyState === 'complete'")
        try await page.click("a[href$='/path']")
        try await page.until("document.querySelector('main img')?.naturalWidth > 0")
        try await page.expectSound("the way she came")
        try await page.open(gateway.url("/console/sessions/1"))
        try await page.click("details:has(button[value=block]) > summary")
        try await page.click("button[name=deed][value=block]")
        try await page.until("document.querySelector('button.danger') !== null")
        try await page.expectSound("a block before it is done")
        try await page.click("form[action$='/act'] button")
        try await page.until("location.search.includes('done=act-block')")
    }
}
