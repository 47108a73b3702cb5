import Directory
import Testing

/// What must be right about the places of the China pack.
struct ShippedRegionTests {
    private let directory = ShippedRegions.directory

    private func children(of code: String) -> [Region] { directory.regions.filter { $0.parent == code } }

    @Test(arguments: ["110000", "120000", "310000", "500000"])
    func `districts of a municipality lie right in it`(code: String) {
        #expect(directory.region(code)?.level == .province)
        #expect(!children(of: code).isEmpty && children(of: code).allSatisfy { $0.level == .district })
        #expect(directory.regions.allSatisfy { $0.name(in: "zh-Hans") != "市辖区" })
    }

    @Test(arguments: ["441900", "442000", "620200", "460400"])
    func `some cities have no districts`(code: String) {
        #expect(directory.region(code)?.level == .city && children(of: code).isEmpty)
    }

    @Test(arguments: [
        ("suzhou", "Jiangsu", "Anhui"), ("fuzhou", "Fujian", "Jiangxi"), ("taizhou", "Zhejiang", "Jiangsu"),
        ("yichun", "Jiangxi", "Heilongjiang"), ("yulin", "Guangxi", "Shaanxi"),
    ])
    func `five names of two cities are asked back with their provinces`(typed: String, one: String, other: String) {
        let labels = directory.reading(of: typed).regions.map { $0.label(in: "en") }
        #expect(labels.contains { $0.hasSuffix(", " + one) } && labels.contains { $0.hasSuffix(", " + other) })
    }

    @Test(arguments: [
        ("140400", "cháng zhì"), ("320116", "lù hé"), ("341621", "guō yáng"), ("371722", "shàn xiàn"),
        ("141024", "hóng tóng"), ("410621", "xùn xiàn"), ("131025", "dài chéng"), ("341500", "lù ān"),
        ("341200", "fù yáng"), ("341600", "bó zhōu"), ("340300", "bèng bù"), ("331000", "tāi zhōu"),
    ])
    func `readings that programs get wrong are right`(code: String, pinyin: String) {
        #expect(directory.region(code)?.pinyin.first == pinyin)
    }

    @Test func `every place that was replaced leads to one that there is`() {
        let former = ShippedRegions.all.filter { $0.replacedBy != nil }
        #expect(former.count >= 360)
        for region in former {
            #expect(directory.region(region.code).map { $0.replacedBy == nil } == true, "\(region.code)")
            #expect(directory.reading(of: region.name(in: "zh-Hans")) != .none, "\(region.name(in: "zh-Hans"))")
        }
    }

    /// Changes that the Ministry of Civil Affairs has listed: of one kind each.
    @Test(arguments: [
        (was: "110103", now: "110101"), ("522222", "520621"), ("542301", "540202"), ("542300", "540200"),
        ("632121", "630203"), ("341422", "340281"), ("371200", "370100"), ("330104", "330102"), ("500112", "500157"),
    ])
    func `a code of years ago leads to the place of today`(was: String, now: String) {
        #expect(directory.region(was)?.code == now)
    }

    @Test(arguments: ["341400", "320304", "130521"])
    func `a place that was divided among several leads to none of them`(code: String) {
        #expect(directory.region(code) == nil)
    }

    @Test(arguments: [
        ("570300", "460100"), ("571199", "460100"), ("571300", ""), ("214500", "321282"), ("214100", "320200"),
        ("202450", "330922"), ("201800", "310000"), ("528400", "442000"), ("528300", "440600"),
    ])
    func `the longest beginning of a postcode decides`(postcode: String, code: String) {
        #expect(directory.reading(of: postcode).codes == code)
    }

    @Test func `every place but the country lies in one, and has characters, letters and a reading`() {
        for region in directory.regions {
            #expect(region.parent.map { directory.region($0) != nil } ?? (region.level == .country), "\(region.code)")
            #expect(!region.pinyin.isEmpty && region.names.versions.count == 2, "\(region.code)")
        }
    }
}
