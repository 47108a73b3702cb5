import Testing

/// The phone in a real browser: what a newcomer does first.
@Suite(
    .serialized, .timeLimit(.minutes(5)),
    .enabled(if: Chromium.path != nil, "there is no Chromium on this machine"))
struct PhoneBrowserTests {
    @Test func `a newcomer dials, answers, loses an answer, and goes on where she was`() async throws {
        let gateway = try await RunningGateway.trial(.trial())
        let page = try await Chromium().page()
        try await page.open(gateway.url("/phone"))
        try await page.until("#view", shows: "Nothing came from this phone yet.")
        #expect(try await page.value("document.querySelector('#answer').value") == "*384*77#")
        try await page.click("#go")
        try await page.until("#screen", shows: "Language? Lugha?")
        try await page.click("#answer")
        try await page.type("1")
        try await page.press("Enter")
        try await page.until("#screen", shows: "What do you need?")
        try await page.until("#view", shows: "option 1")

        try await page.click(".keys button")
        try await page.click("#lose")
        try await page.click("#go")
        try await page.until("#screen", shows: "Connection problem.")
        try await page.until("#view", shows: "tally#number")
        try await page.click("#go")
        try await page.until("document.querySelector('#answer').value === '*384*77#'")
        try await page.click("#go")
        try await page.until("!document.querySelector('#hang').hidden")
        try await page.until("#view", shows: "tally")

        try await page.expectSound("the phone in a dialogue")
        try await page.press("Escape")
        try await page.until("#screen", shows: "You hung up.")
    }

    @Test func `what comes twice is one turn, SMS come and are reported, and time goes by`() async throws {
        let gateway = try await RunningGateway.trial(.trial())
        let page = try await Chromium().page()
        try await page.open(gateway.url("/phone?language=zh-Hans"))
        try await page.until("h1", shows: "试一试")
        try await page.click("[data-mode=sms]")
        try await page.click("#twice")
        try await page.fill("#answer", "TALLY")
        try await page.press("Enter")
        try await page.until("#note", shows: "对话只前进了一步")
        try await page.until(".theirs", shows: "Sum 0.")
        try await page.until("#view", shows: "已送达")
        #expect(try await page.value("document.querySelectorAll('.log li').length") == "1")

        try await page.expectSound("the phone with messages")
        _ = try await page.value("document.querySelector('#span').value = '2592000'")
        try await page.click("#wait button")
        try await page.until("#view", shows: "超时结束")
        try await page.click("#another")
        try await page.until("#view", shows: "这部手机还没有发来任何内容。")
        #expect(try await page.value("document.querySelector('#number').value") == "+254700000004")
        #expect(try await gateway.count("turns", "channel=\"texts\"") == 1)
    }
}
