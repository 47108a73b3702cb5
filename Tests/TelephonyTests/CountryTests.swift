import Testing

@testable import Telephony

struct CountryTests {
    @Test func `every row of the table is a country`() {
        #expect(Country.all.count == Country.table.split(separator: "\n").count)
        #expect(Country.all.count > 230)
        #expect(Set(Country.all.map(\.code)).count == Country.all.count)
        for country in Country.all {
            #expect(country.code.count == 2 && country.code.allSatisfy { $0.isASCII && $0.isUppercase })
            #expect((1...3).contains(country.callingCode.count))
            #expect(country.callingCode.count + country.nationalLengths.upperBound <= 15, "\(country.code)")
            #expect(!country.internationalPrefixes.isEmpty)
        }
    }

    @Test func `no calling code begins another`() {
        let codes = Set(Country.all.map(\.callingCode))
        for code in codes {
            for other in codes where other != code { #expect(!other.hasPrefix(code)) }
        }
    }

    @Test func `a shared calling code belongs to its main country`() throws {
        let main = [("+18765550123", "US"), ("+77011234567", "RU"), ("+441534123456", "GB"), ("+8613800000001", "CN")]
        for (e164, code) in main {
            #expect(try PhoneNumber.parse(e164, in: nil).country?.code == code)
        }
        #expect(try PhoneNumber.parse("+881612345678", in: nil).country == nil)
    }

    @Test func `a country is found by its code in either case`() {
        #expect(Country("cn")?.callingCode == "86")
        #expect(Country("KE")?.trunkPrefix == "0")
        #expect(Country("XX") == nil)
        #expect(Country("") == nil)
    }
}
