import Directory
import Testing

/// Places of a country whose units are not China's: counties under the country, codes of ISO 3166-2 with a dash.
struct CountyTests {
    private let directory = Directory(
        regions: [
            Region(code: "KE", level: .country, names: ["en": "Kenya"]),
            Region(code: "KE-17", parent: "KE", level: .province, names: ["en": "Kisumu"]),
            Region(code: "KE-17-1", parent: "KE-17", level: .city, names: ["en": "Kisumu"]),
            Region(code: "KE-29", parent: "KE", level: .province, names: ["en": "Murang'a"]),
            Region(code: "KE-30", parent: "KE", level: .province, names: ["en": "Nairobi City"]),
            Region(code: "KE-39", parent: "KE", level: .province, names: ["en": "Taita/Taveta"], aliases: ["Voi"]),
        ],
        services: [])

    @Test(arguments: [
        ("Nairobi", "KE-30"), ("nairobi city", "KE-30"), ("muranga", "KE-29"), ("Murang\u{2019}a county", "KE-29"),
        ("taita taveta", "KE-39"), ("Voi", "KE-39"), ("Kisumu county", "KE-17"), ("kisumu town", "KE-17-1"),
        ("Kisumu", "KE-17 or KE-17-1"), ("Niko Nairobi", "KE-30"), ("naishi Muranga", "KE-29"),
        ("Kaunti ya Taita Taveta", "KE-39"), ("nairobbi", "KE-30"),
    ])
    func `a county is found by its name, with or without the words around it`(typed: String, codes: String) {
        let found = directory.reading(of: typed).codes.split(separator: " or ").sorted()
        #expect(found == codes.split(separator: " or ").sorted())
    }
}
