import Directory
import Expressions
import Foundation

/// A country as large as China, made up: 34 provinces, 10 cities in each, districts in the cities, and offices of ten
/// kinds in the districts. The same every time.
enum SyntheticDirectory {
    private static let provinces = 34
    private static let citiesInEach = 10
    private static let kinds = 10
    private static let country = 1

    /// Syllables that occur in names of places, with their characters; two of them make a name, so that as many names
    /// are alike as in a real country.
    private static let syllables: [(han: Character, pinyin: String, plain: String)] = zip(
        "安北长成德东丰福高广贵海汉和河衡红湖怀江金兰乐丽连临龙宁南平青清庆泉山上沙石双水松泰天通同万文武西兴阳宜永玉云州周庄资",
        """
        ān běi cháng chéng dé dōng fēng fú gāo guǎng guì hǎi hàn hé hé héng hóng hú huái jiāng jīn lán lè lì lián lín \
        lóng níng nán píng qīng qīng qìng quán shān shàng shā shí shuāng shuǐ sōng tài tiān tōng tóng wàn wén wǔ xī \
        xīng yáng yí yǒng yù yún zhōu zhōu zhuāng zī
        """.split(separator: " ")
    ).map { ($0, String($1), plain(String($1))) }

    /// So many places and offices.
    static func make(regions: Int, services: Int) -> Directory {
        let places = (0..<max(regions, country + provinces)).map(region)
        let first = min(places.count - 1, country + provinces + provinces * citiesInEach)
        let offices = (0..<services).map { office in
            let place = places[first + spread(office, over: places.count - first)]
            return service(office, in: place)
        }
        return Directory(regions: places, services: offices)
    }

    /// The name of the kind with this number.
    static func kind(_ number: Int) -> String { "kind_\(number % kinds)" }

    /// A number below `count` that looks as if it were drawn: Knuth's multiplicative hash.
    static func spread(_ number: Int, over count: Int) -> Int {
        Int((UInt64(truncatingIfNeeded: number + 1) &* 0x9E37_79B9_7F4A_7C15) >> 33) % max(1, count)
    }

    private static func region(_ number: Int) -> Region {
        let (level, parent) = rung(number)
        let first = syllables[spread(number * 2, over: syllables.count)]
        let second = syllables[spread(number * 2 + 1, over: syllables.count)]
        let ending =
            switch level {
            case .country: ""
            case .province: "省"
            case .city: "市"
            case .district: number % 2 == 0 ? "区" : "县"
            }
        return Region(
            code: "\(number)", parent: parent.map { "\($0)" }, level: level,
            names: ["en": first.plain.capitalized + second.plain, "zh-Hans": "\(first.han)\(second.han)\(ending)"],
            pinyin: ["\(first.pinyin) \(second.pinyin)"],
            postcodes: level == .city ? ["\(1_000 + number)"] : [],
            coordinates: Coordinates(
                latitude: 20 + Double(spread(number, over: 25_000)) / 1_000,
                longitude: 90 + Double(spread(number + 7, over: 35_000)) / 1_000))
    }

    private static func rung(_ number: Int) -> (level: Region.Level, parent: Int?) {
        switch number {
        case ..<country: return (.country, nil)
        case ..<(country + provinces): return (.province, 0)
        case ..<(country + provinces + provinces * citiesInEach):
            return (.city, country + (number - country - provinces) % provinces)
        default: return (.district, country + provinces + spread(number, over: provinces * citiesInEach))
        }
    }

    private static func service(_ number: Int, in place: Region) -> Service {
        Service(
            id: "office-\(number)", kind: kind(number), region: place.code,
            names: [
                "en": "\(place.name(in: "en")) Office \(number)",
                "zh-Hans": "\(place.name(in: "zh-Hans"))\(number)号办事处",
            ],
            addresses: ["en": "\(number % 900 + 1) Renmin Road", "zh-Hans": "人民路\(number % 900 + 1)号"],
            hours: ["en": "Mon-Fri 9:00-17:00", "zh-Hans": "周一至周五9:00-17:00"],
            phone: "0\(number % 900 + 100)-\(number)",
            coordinates: place.coordinates.flatMap {
                Coordinates(
                    latitude: $0.latitude + Double(number % 100) / 1_000,
                    longitude: $0.longitude + Double(number % 77) / 1_000)
            },
            source: "made up", checked: day, isSample: true,
            own: OwnFields(
                names: columns,
                entries: [
                    .worded(["en": "ID card, rent contract", "zh-Hans": "身份证、租房合同"]), .value(.boolean(number % 2 == 0)),
                    .value(.date(day)),
                ]))
    }

    /// Columns of the pack's own, as schools have them.
    private static let columns = ["papers", "takes_new", "season_to"]

    /// The day on which all offices were checked.
    static let day = Timestamp(milliseconds: 1_790_000_000_000).date()

    private static func plain(_ pinyin: String) -> String {
        String(pinyin.decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.value < 0x80 })
    }
}
