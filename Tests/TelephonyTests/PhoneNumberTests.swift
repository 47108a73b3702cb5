import Telephony
import Testing

struct PhoneNumberTests {
    @Test(arguments: [
        ("+8613800000001", "CN", "+8613800000001"),
        ("8613800000001", "CN", "+8613800000001"),
        ("008613800000001", "CN", "+8613800000001"),
        ("13800000001", "CN", "+8613800000001"),
        ("013800000001", "CN", "+8613800000001"),
        ("138 0000 0001", "CN", "+8613800000001"),
        ("138-0000-0001", "CN", "+8613800000001"),
        ("（+86）138 0000 0001", "CN", "+8613800000001"),
        ("＋８６１３８０００００００１", "CN", "+8613800000001"),
        ("１３８０００００００１", "CN", "+8613800000001"),
        ("tel:+86-138-0000-0001", "CN", "+8613800000001"),
        ("TEL:13800000001;phone-context=+86", "CN", "+8613800000001"),
        ("\u{202A}+86 138\u{A0}0000\u{2011}0001\u{202C}", "CN", "+8613800000001"),
        ("010-6552 9988", "CN", "+861065529988"),
        ("+86 (0)10 6552 9988", "KE", "+861065529988"),
        ("0712345678", "KE", "+254712345678"),
        ("712345678", "KE", "+254712345678"),
        ("254712345678", "KE", "+254712345678"),
        ("00254712345678", "KE", "+254712345678"),
        ("000254712345678", "KE", "+254712345678"),
        ("254 7.12/345[678]", "KE", "+254712345678"),
        ("0110 123 456", "KE", "+254110123456"),
        ("000256712345678", "KE", "+256712345678"),
        ("256712345678", "KE", "+256712345678"),
        ("005254712345678", "UG", "+254712345678"),
        ("08031234567", "NG", "+2348031234567"),
        ("009254712345678", "NG", "+254712345678"),
        ("0911234567", "ET", "+251911234567"),
        ("9123456789", "IN", "+919123456789"),
        ("919123456789", "IN", "+919123456789"),
        ("٠١٧١٢٣٤٥٦٧٨", "BD", "+8801712345678"),
        ("০১৭১২৩৪৫৬৭৮", "BD", "+8801712345678"),
        ("(415) 555-0123", "US", "+14155550123"),
        ("1-415-555-0123", "US", "+14155550123"),
        ("011 86 138 0000 0001", "US", "+8613800000001"),
        ("+1 1 415 555 0123", "US", "+14155550123"),
        ("876 555 0123", "JM", "+18765550123"),
        ("+44 (0)20 7946 0958", "US", "+442079460958"),
        ("8 (916) 123-45-67", "RU", "+79161234567"),
        ("810 86 13800000001", "RU", "+8613800000001"),
        ("8001234567", "RU", "+78001234567"),
        ("3933312345", "IT", "+393933312345"),
        ("+39 06 6988 1234", "IT", "+390669881234"),
        ("06 30 123 4567", "HU", "+36301234567"),
        ("0021 86 13800000001", "BR", "+8613800000001"),
        ("0712345678", "CI", "+2250712345678"),
        ("+22997123456", "BJ", "+2290197123456"),
        ("0197123456", "BJ", "+2290197123456"),
        ("+52 1 55 1234 5678", "MX", "+525512345678"),
        ("044 55 1234 5678", "MX", "+525512345678"),
        ("01 55 1234 5678", "MX", "+525512345678"),
        ("+881 6 1234 5678", "CN", "+881612345678"),
    ])
    func `a number is read as people and providers write it`(text: String, country: String, e164: String) throws {
        #expect(try PhoneNumber.parse(text, in: Country(country)).e164 == e164)
    }

    @Test(arguments: [
        ("+8613800000001", "+8613800000001"), ("8613800000001", "+8613800000001"), ("00254712345678", "+254712345678"),
    ])
    func `without a country the digits are international`(text: String, e164: String) throws {
        #expect(try PhoneNumber.parse(text, in: nil).e164 == e164)
    }

    @Test(arguments: [
        ("", "CN", PhoneNumberFault.empty),
        (" - ", "CN", .empty),
        ("+", "CN", .empty),
        ("tel:", "CN", .empty),
        ("MPESA", "KE", .character("M")),
        ("0712345678 ext 5", "KE", .character("e")),
        ("*384#", "KE", .character("*")),
        ("0712,345678", "KE", .character(",")),
        ("a3f5c2", "KE", .character("a")),
        ("0712+345678", "KE", .misplacedPlus),
        ("++254712345678", "KE", .misplacedPlus),
        ("0712345678", "", .needsCountry),
        ("+999123456", "CN", .unknownCallingCode),
        ("+0138000001", "CN", .unknownCallingCode),
        ("00 999 123456", "CN", .unknownCallingCode),
        ("1380000", "CN", .tooShort(callingCode: "86")),
        ("+86138000", "KE", .tooShort(callingCode: "86")),
        ("071234", "KE", .tooShort(callingCode: "254")),
        ("07123456789", "KE", .tooLong(callingCode: "254")),
        ("+2547123456789", "KE", .tooLong(callingCode: "254")),
        ("+14155550123456", "US", .tooLong(callingCode: "1")),
        ("0123456789", "US", .leadingZero(callingCode: "1")),
        ("+88000171234567", "CN", .leadingZero(callingCode: "880")),
        (String(repeating: "1", count: 41), "CN", .endless),
        ("+8001", "CN", .tooShort(callingCode: "800")),
        ("+800123456789", "CN", .tooLong(callingCode: "800")),
    ])
    func `what is no number is refused with its reason`(text: String, country: String, fault: PhoneNumberFault) {
        #expect(throws: fault) { try PhoneNumber.parse(text, in: Country(country)) }
    }

    @Test func `a number prints masked however it is printed`() throws {
        let number = try PhoneNumber.parse("+8613800000001", in: nil)
        var dumped = ""
        dump(number, to: &dumped)
        for text in ["\(number)", String(reflecting: number), String(reflecting: [number]), dumped] {
            #expect(text.contains("+86…0001") && !text.contains("1380"))
        }
        #expect(try "\(PhoneNumber.parse("+6834123", in: nil))" == "+683…23")
    }

    @Test func `no fault tells the number`() throws {
        for text in ["0712345678901", "+99971234567890", "07123456789012 ext", "071234"] {
            let fault = #expect(throws: PhoneNumberFault.self) { try PhoneNumber.parse(text, in: Country("KE")) }
            let sentence = try #require(fault).description
            #expect(!sentence.contains("71234") && sentence.contains(": "))
        }
    }

    @Test(arguments: [
        ("+8613800000001", "13800000001"), ("+861065529988", "01065529988"), ("+254712345678", "0712345678"),
        ("+14155550123", "4155550123"), ("+390669881234", "0669881234"), ("+36301234567", "06301234567"),
        ("+9779812345678", "9812345678"), ("+525512345678", "5512345678"), ("+79161234567", "89161234567"),
        ("+881612345678", "881612345678"),
    ])
    func `the national form is what is dialled at home`(e164: String, national: String) throws {
        #expect(try PhoneNumber.parse(e164, in: nil).national == national)
    }

    @Test func `what a number prints as is read again as the same number`() throws {
        for country in Country.all {
            let significant = String(repeating: "2", count: country.nationalLengths.upperBound)
            let number = try PhoneNumber.parse("+" + country.callingCode + significant, in: nil)
            #expect(try PhoneNumber.parse(number.e164, in: nil) == number)
            #expect(try PhoneNumber.parse(number.digits, in: nil) == number)
            #expect(try PhoneNumber.parse(number.national, in: number.country) == number, "\(country.code)")
        }
    }

    @Test func `numbers sort by their digits`() throws {
        let numbers = try ["+8613800000002", "+254712345678", "+8613800000001"].map {
            try PhoneNumber.parse($0, in: nil)
        }
        #expect(numbers.sorted().map(\.e164) == ["+254712345678", "+8613800000001", "+8613800000002"])
    }
}
