import Foundation
import Testing

@testable import Gateway

struct TOTPTests {
    private let totp = TOTP(secret: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the rows of SHA-1.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes are those of the RFC`(seconds: Int64, code: String) {
        #expect(totp.code(at: TOTP.step(at: seconds), digits: 8) == code)
        #expect(totp.code(at: TOTP.step(at: seconds)) == code.suffix(6))
    }

    @Test func `a phone's clock may be one step off, and no code is taken twice`() {
        let now: Int64 = 1_111_111_109
        let step = TOTP.step(at: now)
        for drift in Int64(-2)...2 {
            let found = totp.step(of: totp.code(at: step + drift), at: now, after: 0)
            #expect(found == (abs(drift) <= 1 ? step + drift : nil))
        }
        #expect(totp.step(of: totp.code(at: step), at: now, after: step) == nil)
        #expect(totp.step(of: totp.code(at: step + 1), at: now, after: step) == step + 1)
        #expect(totp.step(of: "", at: now, after: 0) == nil)
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `secrets are shown in base 32`(plain: String, encoded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
    }

    @Test func `apps get the secret as text in groups and as a link`() {
        #expect(totp.text == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            totp.link == "otpauth://totp/Waymark?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Waymark")
    }
}
