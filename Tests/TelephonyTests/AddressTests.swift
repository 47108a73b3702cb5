import Telephony
import Testing

struct AddressTests {
    @Test(arguments: [
        ("40404", "KE", "short 40404"), ("123", "CN", "short 123"), ("12345678", "CN", "short 12345678"),
        ("22334455", "", "short 22334455"), ("1069000012345678", "CN", "short 1069000012345678"),
        ("10690000", "CN", "short 10690000"), ("95588", "CN", "short 95588"),
        ("MPESA", "KE", "sender MPESA"), (" Waymark 1 ", "KE", "sender Waymark 1"),
        ("tel:0712345678", "KE", "+254712345678"),
        ("22334455", "NO", "+4722334455"), ("+254712345678", "CN", "+254712345678"),
        ("13800000001", "CN", "+8613800000001"),
    ])
    func `an address is a number, a short code or a sender`(text: String, country: String, expected: String) throws {
        let read =
            switch try Address.parse(text, in: Country(country)) {
            case .number(let number): number.e164
            case .shortCode(let code): "short " + code
            case .sender(let name): "sender " + name
            }
        #expect(read == expected)
    }

    @Test(arguments: [
        ("", PhoneNumberFault.empty), ("12", .tooShort(callingCode: "254")), ("LongerThanEleven", .senderTooLong),
        ("银行", .character("银")), ("+12345", .tooShort(callingCode: "1")),
    ])
    func `what is no address is refused`(text: String, fault: PhoneNumberFault) {
        #expect(throws: fault) { try Address.parse(text, in: Country("KE")) }
    }

    @Test func `an address prints a number masked and a code whole`() throws {
        #expect(try "\(Address.parse("+254712345678", in: nil))" == "+254…5678")
        #expect(try "\(Address.parse("40404", in: nil))" == "40404")
        #expect(try "\(Address.parse("MPESA", in: nil))" == "MPESA")
    }
}
