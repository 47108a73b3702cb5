import Expressions
import TestSupport
import Testing

@testable import Directory

/// The ways a place is found, and how offices are chosen, on a handful of regions.
struct SearchTests {
    private let directory = Directory(
        regions: [
            Region(code: "CN", level: .country, names: ["en": "China", "zh-Hans": "中国"]),
            Region(
                code: "32", parent: "CN", level: .province, names: ["en": "Jiangsu", "zh-Hans": "江苏省"],
                pinyin: ["jiāng sū"]),
            Region(
                code: "34", parent: "CN", level: .province, names: ["en": "Anhui", "zh-Hans": "安徽省"], pinyin: ["ān huī"]
            ),
            Region(
                code: "3205", parent: "32", level: .city, names: ["en": "Suzhou", "zh-Hans": "苏州市"],
                pinyin: ["sū zhōu"], postcodes: ["215"], coordinates: Coordinates(latitude: 31.3, longitude: 120.6)),
            Region(
                code: "3413", parent: "34", level: .city, names: ["en": "Suzhou", "zh-Hans": "宿州市"],
                pinyin: ["sù zhōu"], coordinates: Coordinates(latitude: 33.6, longitude: 117.0)),
            Region(
                code: "320583", parent: "3205", level: .district, names: ["en": "Kunshan", "zh-Hans": "昆山市"],
                pinyin: ["kūn shān"], aliases: ["鹿城"], coordinates: Coordinates(latitude: 31.4, longitude: 121.0)),
        ],
        services: [
            service("national", nil), service("jiangsu", "32"), service("suzhou", "3205"), service("kunshan", "320583"),
            service("anhui", "34"), service("closed", "320583", to: CalendarDate(year: 2026, month: 1, day: 1)),
        ])

    private static func service(_ id: String, _ region: String?, to: CalendarDate? = nil) -> Service {
        Service(
            id: id, kind: "legal_aid", region: region, names: ["en": id], source: "test",
            checked: Timestamp(milliseconds: 1_790_000_000_000).date(), to: to)
    }

    @Test(arguments: [
        ("昆山", "320583"), ("昆山市", "320583"), ("kunshan", "320583"), ("KUN SHAN", "320583"), ("kūnshān", "320583"),
        ("kun1shan1", "320583"), ("ks", "320583"), ("kunsh", "320583"), ("kunshaan", "320583"), ("鹿城", "320583"),
        ("崑山", "320583"), ("215000", "3205"), ("宿州", "3413"), ("苏州", "3205"), ("suzhou jiangsu", "3205"),
        ("Jiangsu Suzhou", "3205"), ("江苏苏州", "3205"), ("安徽宿州市", "3413"), ("in Kunshan", "320583"), ("我在昆山", "320583"),
        ("江苏省", "32"),
    ])
    func `one place is meant`(typed: String, code: String) {
        #expect(directory.reading(of: typed).codes == code)
    }

    @Test func `a name of two places is asked back with the place around each`() {
        let reading = directory.reading(of: "Suzhou")
        #expect(reading.codes == "3205 or 3413")
        #expect(reading.regions.map { $0.label(in: "en") } == ["Suzhou, Jiangsu", "Suzhou, Anhui"])
        #expect(directory.reading(of: "suzhou", within: "34").codes == "3413")
    }

    @Test(arguments: ["", " ", "x", "12", "no such place", "🙂", "昆", "kx", String(repeating: "昆山", count: 200)])
    func `what is no place is none`(typed: String) {
        #expect(directory.reading(of: typed) == .none)
    }

    @Test func `offices of the place come first, then those around it`() {
        let ids = directory.services(
            "legal_aid", near: "320583", limit: 9, on: CalendarDate(year: 2026, month: 11, day: 24)
        )
        .map(\.id)
        #expect(ids.prefix(4) == ["kunshan", "suzhou", "jiangsu", "national"])
        #expect(!ids.contains("closed"))
        #expect(directory.services("legal_aid", near: "3413", limit: 2).map(\.id) == ["anhui", "national"])
        #expect(directory.services("legal_aid", near: nil, limit: 1).map(\.id) == ["national"])
        #expect(directory.services("school", near: nil, limit: 5).isEmpty)
        #expect(directory.services("legal_aid", near: "320583", limit: 0).isEmpty)
    }

    @Test(arguments: 0..<40) func `whatever is typed, the search ends with places there are`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("suzhoukn 苏州昆山江市省1215,.-éū🙂\u{200D}\u{0301}")
        for _ in 0..<40 {
            let count = Int.random(in: 0...24, using: &random)
            let typed = String((0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] })
            let regions = directory.reading(of: typed).regions
            #expect(regions.count <= 5)
            #expect(regions.allSatisfy { directory.region($0.code) == $0 })
        }
    }
}

/// Every region of the China pack is found by its own names, or asked back.
struct OwnNameTests {
    private func isNamed(_ place: Region, as other: Region) -> Bool {
        !PlaceKeys(place).names.isDisjoint(with: PlaceKeys(other).names)
    }

    @Test func `a region's own names find it`() {
        var random = SplitMix64(seed: 7)
        let directory = ShippedRegions.directory
        for region in directory.regions.shuffled(using: &random).prefix(200) {
            for tag in ["en", "zh-Hans"] {
                let reading = directory.reading(of: region.name(in: tag))
                let same = directory.regions.filter { $0.name(in: tag) == region.name(in: tag) }.count
                // A city stands for the district in it that it shares a name with, as Hotan does for Hetian.
                #expect(
                    reading.regions.contains {
                        $0.name(in: tag) == region.name(in: tag)
                            || ($0.code == region.parent && isNamed($0, as: region))
                    } || same > 5,
                    "\(region.name(in: tag)) \(region.code): \(reading.codes)")
            }
        }
    }
}
