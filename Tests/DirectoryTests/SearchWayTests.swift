import Directory
import Testing

/// Each way of typing a place, in the regions of the China pack.
struct SearchWayTests {
    private func codes(_ typed: String, within: String? = nil) -> String {
        ShippedRegions.directory.reading(of: typed, within: within).codes
    }

    @Test(arguments: [
        ("sū zhōu", "320500"), ("su1 zhou1", "320500"), ("su1zhou1", "320500"), ("sù zhōu", "341300 or 620902"),
        ("su4zhou1", "341300 or 620902"), ("yī chūn", "230700"), ("yi2 chun1", "360900"), ("fú zhōu", "350100"),
        ("fǔ zhōu", "361000"), ("tāi zhōu", "331000"), ("tài zhōu", "321200"), ("yù lín", "450900"),
        ("yú lín", "610800"), ("shǎn xī", "610000"), ("shān xī", "140000"),
    ])
    func `tones tell places of one spelling apart`(typed: String, code: String) {
        #expect(codes(typed) == code)
    }

    @Test(arguments: [
        ("suzhou", "320500 or 341300 or 620902"), ("yichun", "230700 or 360900"), ("fuzhou", "350100 or 361000"),
        ("taizhou", "321200 or 331000"), ("yulin", "450900 or 610800"), ("shanxi", "140000 or 610000"),
        ("吉林", "220000 or 220200"), ("nanshan district", "230404 or 440305"), ("南山区", "230404 or 440305"),
        ("hainan", "460000 or 632500 or 150303"),
    ])
    func `a name of several places is asked back`(typed: String, codes: String) {
        #expect(self.codes(typed).split(separator: " or ").sorted() == codes.split(separator: " or ").sorted())
    }

    @Test(arguments: [
        ("吉林省", "220000"), ("吉林市", "220200"), ("jilin province", "220000"), ("jilin sheng", "220000"),
        ("海南省", "460000"), ("海南州", "632500"), ("朝阳市", "211300"), ("苏州城", "-"), ("长沙县", "430121"),
        ("changsha", "430100"), ("长沙", "430100"), ("东莞市", "441900"), ("dongguanshi", "441900"),
        ("Shenzhen Shi", "440300"), ("延边州", "222400"), ("延边朝鲜族自治州", "222400"), ("广西", "450000"),
    ])
    func `the word for the kind of place is optional, and decides where it must`(typed: String, code: String) {
        #expect(codes(typed) == (code == "-" ? "" : code))
    }

    @Test(arguments: [
        ("臺灣", "710000"), ("廣東省", "440000"), ("東莞", "441900"), ("鄭州", "410100"), ("遼寧", "210000"),
        ("蘇州", "320500"), ("寧夏", "640000"), ("貴陽", "520100"), ("瀋陽", "210100"), ("濟南", "370100"),
        ("廈門", "350200"), ("雲南昆明", "530100"), ("龍崗區", "440307"), ("烏魯木齊", "650100"), ("陝西", "610000"),
        ("葉縣", "410422"), ("崑山", "320583"), ("衛輝", "410781"), ("餘姚", "330281"),
    ])
    func `traditional characters are those of the same name`(typed: String, code: String) {
        #expect(codes(typed) == code)
    }

    @Test(arguments: [
        ("guangzhuo", "440100"), ("gaungzhou", "440100"), ("shijiazhaung", "130100"), ("senzen", "440300"),
        ("深川", ""), ("广洲", ""), ("上诲", ""), ("北亰", ""), ("anshna", "210300"), ("suzhuo", "320500 or 341300 or 620902"),
        ("suhzo", ""),
    ])
    func `slips are forgiven in letters and never in characters`(typed: String, code: String) {
        #expect(codes(typed) == code)
    }

    @Test(arguments: [
        ("518000", "440300"), ("５１８０００", "440300"), ("215300", "320583"), ("215021", "320500"), ("100020", "110000"),
        ("51800", "440300"),
        ("518", ""), ("10", ""), ("2026", ""), ("0", ""), ("999999", ""), ("518000a", ""),
    ])
    func `a postcode names the place it begins with, other numbers none`(typed: String, code: String) {
        #expect(codes(typed) == code)
    }

    @Test(arguments: [
        ("baoan", nil, "440306"), ("南山", "440300", "440305"), ("suzhou", "340000", "341300"), ("苏州", "340000", ""),
        ("chaoyang", "110000", "110105"), ("朝阳", "210000", "211300"), ("深圳", "440300", "440300"), ("深圳", "nowhere", ""),
    ])
    func `inside a place only what lies there counts`(typed: String, ancestor: String?, code: String) {
        #expect(codes(typed, within: ancestor) == code)
    }

    @Test func `the place around is said only where the name alone is not enough`() throws {
        let directory = ShippedRegions.directory
        let labels = { (code: String, tag: String) in directory.region(code)?.label(in: tag) }
        #expect(labels("320500", "en") == "Suzhou, Jiangsu")
        #expect(labels("320500", "zh-Hans") == "苏州市")
        #expect(labels("440305", "zh-Hans") == "深圳市南山区")
        #expect(labels("440300", "en") == "Shenzhen")
        #expect(labels("440300", "fr") == "Shenzhen")
    }
}
