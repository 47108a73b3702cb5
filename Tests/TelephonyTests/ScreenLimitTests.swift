import Telephony
import Testing

struct ScreenLimitTests {
    @Test func `octets and septets give the same USSD limits`() {
        #expect(ScreenLimit.ussd(octets: 160) == .ussd(septets: 182, ucs2: 80))
        #expect(ScreenLimit.ussd(septets: 182) == .ussd(septets: 182, ucs2: 80))
        #expect(ScreenLimit.ussd(octets: 140) == .ussd(septets: 160, ucs2: 70))
        #expect(ScreenLimit.ussd(septets: 160) == .ussd(septets: 160, ucs2: 70))
    }

    @Test(arguments: [
        ("a", 182, true), ("a", 183, false), ("{", 91, true), ("{", 92, false), ("中", 80, true), ("中", 81, false),
    ])
    func `a screen is measured in its own encoding`(piece: String, times: Int, fits: Bool) {
        #expect(ScreenLimit.ussd(octets: 160).fits(String(repeating: piece, count: times)) == fits)
    }

    @Test(arguments: [("a", 306, true), ("a", 307, false), ("中", 134, true), ("中", 135, false)])
    func `a message is measured in segments`(piece: String, times: Int, fits: Bool) {
        #expect(ScreenLimit.sms(segments: 2).fits(String(repeating: piece, count: times)) == fits)
    }

    @Test func `the tighter limit wins unit by unit`() {
        let tight = ScreenLimit.min(.ussd(septets: 160, ucs2: 80), .ussd(septets: 182, ucs2: 70))
        #expect(tight == .ussd(septets: 160, ucs2: 70))
        #expect(ScreenLimit.min(.sms(segments: 3), .sms(segments: 2)) == .sms(segments: 2))
        #expect(ScreenLimit.min(.sms(segments: 1), .ussd(septets: 182)) == .sms(segments: 1))
        #expect(ScreenLimit.min(.sms(segments: 2), .ussd(septets: 182)) == .ussd(septets: 182))
    }
}
