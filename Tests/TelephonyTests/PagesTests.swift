import Telephony
import TestSupport
import Testing

struct PagesTests {
    private let navigation = Navigation(more: "9 More", back: "0 Back")

    @Test func `what fits is one page without navigation`() throws {
        let pages = try split("Choose", ["1 Wages", "2 Injury"], .ussd(septets: 23))
        #expect(pages == ["Choose\n1 Wages\n2 Injury"])
        #expect(try split("", ["1 Wages"], .ussd(septets: 22)) == ["1 Wages"])
        #expect(try split("Bye", [], .ussd(septets: 22)) == ["Bye"])
    }

    @Test func `options that do not fit go to the next page whole`() throws {
        let pages = try split("Choose", ["1 Wages", "2 Injury", "3 School", "4 Pension"], .ussd(septets: 35))
        #expect(pages == ["Choose\n1 Wages\n2 Injury\n9 More", "3 School\n4 Pension\n0 Back"])
    }

    @Test func `a middle page leads both ways on one line`() throws {
        let pages = try split("", ["1 aaaaaaaa", "2 bbbbbbbb", "3 cccccccc"], .ussd(septets: 24))
        #expect(pages == ["1 aaaaaaaa\n9 More", "2 bbbbbbbb\n9 More 0 Back", "3 cccccccc\n0 Back"])
    }

    @Test(arguments: [
        ("First line here\nsecond line of it", "First line here"),
        ("One sentence. Another goes on", "One sentence."),
        ("words without any mark at all in them", "words without any"),
        ("Seeunbreakablewordsthatgoonandon", "Seeunbreakablewords"),
        ("See unbreakablewordsthatgoonandon", "See"),
    ])
    func `text breaks where a reader expects it`(text: String, first: String) throws {
        let pages = try split(text, [], .ussd(septets: 26, ucs2: 13))
        #expect(pages.first == first + "\n9 More")
    }

    @Test func `a script without spaces breaks after a mark, else between characters`() throws {
        let limit = ScreenLimit.ussd(septets: 40, ucs2: 20)
        #expect(try split("老板拖欠工资，你可以先投诉再申请仲裁", [], .ussd(septets: 30, ucs2: 15)).first == "老板拖欠工资，\n9 More")
        #expect(try split("老板拖欠工资你可以先投诉再申请仲裁还可以起诉", [], limit).first == "老板拖欠工资你可以先投诉再\n9 More")
        #expect(try split("老板拖欠工资你可以先投诉了。再申请仲裁还可以", [], limit).first == "老板拖欠工资你可以先投诉\n9 More")
    }

    @Test func `a GSM-7 page may follow a UCS-2 page`() throws {
        let options = (1...6).map { "\($0) option in Latin letters" }
        let pages = try split("中文说明", options, .ussd(octets: 160))
        #expect(TextMeasure(of: pages[0]).encoding == .ucs2)
        #expect(TextMeasure(of: pages[1]).encoding == .gsm7)
        #expect(pages.count == 2)
    }

    @Test func `an option too long for any page is named`() {
        let limit = ScreenLimit.ussd(septets: 20, ucs2: 10)
        let long = "2 a very long option that never fits"
        #expect(throws: PageFault.option(1, limit: limit)) { try split("Hi", ["1 Yes", long], limit) }
        #expect(throws: PageFault.text(limit: .ussd(septets: 5, ucs2: 2))) {
            try split("Hello there", [], .ussd(septets: 5, ucs2: 2))
        }
        #expect("\(PageFault.option(1, limit: limit))".hasPrefix("option 2 and the navigation line do not fit a USSD"))
    }

    @Test func `white space alone makes no page of its own`() throws {
        let pages = try split("\n\nWord" + String(repeating: " ", count: 60) + "end\n\n", [], .ussd(septets: 16))
        #expect(pages == ["Word\n9 More", "end\n0 Back"])
    }

    @Test(arguments: [
        ScreenLimit.ussd(octets: 160), .ussd(septets: 160), .ussd(septets: 90, ucs2: 60), .sms(segments: 1),
        .sms(segments: 2),
    ])
    func `pages fit, lose nothing and keep the options in order`(limit: ScreenLimit) throws {
        var generator = SplitMix64(seed: 6)
        for text in RandomText.many(80, upTo: 300, seed: 7) {
            let options = (0..<Int.random(in: 0...12, using: &generator)).map { index in
                "\(index + 1) " + ["Wages", "工资和欠薪", "{x}", "👨‍👩‍👧‍👦 family"][index % 4]
            }
            let pages = try split(text, options, limit)
            #expect(try split(text, options, limit) == pages)
            for page in pages { #expect(limit.fits(page)) }
            let contents = pages.enumerated().map { withoutNavigation($1, at: $0, of: pages.count) }
            #expect(contents.allSatisfy { pages.count == 1 || !$0.allSatisfy(\.isWhitespace) })
            let whole = ([text] + options).joined(separator: "\n")
            #expect(solid(contents.joined()) == solid(whole))
            let lines = contents.flatMap { $0.split(separator: "\n") }
            #expect(Array(lines.suffix(options.count)) == options.map { $0[...] })
        }
    }

    private func split(_ text: String, _ options: [String], _ limit: ScreenLimit) throws -> [String] {
        try Pages.split(text: text, options: options, limit: limit, navigation: navigation)
    }

    /// A page without its navigation line, which must be there exactly when it leads somewhere.
    private func withoutNavigation(_ page: String, at index: Int, of count: Int) -> String {
        let words = [index < count - 1 ? navigation.more : nil, index > 0 ? navigation.back : nil].compactMap(\.self)
        if words.isEmpty { return page }
        let footer = "\n" + words.joined(separator: " ")
        #expect(page.hasSuffix(footer))
        return String(page.dropLast(footer.count))
    }

    private func solid(_ text: String) -> [Character] {
        text.filter { !$0.isWhitespace }.map(\.self)
    }
}
