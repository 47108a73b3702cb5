import Crypto
import Foundation

/// Codes of six digits that a phone makes anew every thirty seconds (RFC 6238, with HMAC-SHA-1 as all apps know it).
package struct TOTP: Sendable {
    /// Seconds for which a code is shown.
    package static let period: Int64 = 30
    /// Bytes of a secret, as RFC 4226 recommends (section 4, R6).
    static let secretSize = 20
    /// How many steps a phone's clock may be off; RFC 6238 recommends one (section 5.2).
    private static let drift: Int64 = 1

    private let secret: [UInt8]

    package init(secret: [UInt8]) {
        self.secret = secret
    }

    /// The step of a moment in Unix seconds.
    package static func step(at seconds: Int64) -> Int64 { seconds / period }

    /// The code of a step.
    ///
    /// - Parameter digits: Six in every app; the vectors of the RFC have eight.
    package func code(at step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let start = Int(mac[mac.count - 1] & 0x0F)
        let number = mac[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number)
        return String((String(repeating: "0", count: digits) + text).suffix(digits))
    }

    /// The step whose code this is, near a moment; nil where it is none, or none later than a step that was used.
    func step(of code: String, at seconds: Int64, after used: Int64) -> Int64? {
        let now = Self.step(at: seconds)
        let steps = (now - Self.drift...now + Self.drift).filter { $0 > used }
        return steps.filter { Secret.isEqual(self.code(at: $0), code) }.first
    }

    /// The secret as people type it into an app: base 32 (RFC 4648, section 6), in groups of four.
    package var text: String {
        let letters = Base32.encode(secret)
        return stride(from: 0, to: letters.count, by: 4).map { start in
            String(letters.dropFirst(start).prefix(4))
        }.joined(separator: " ")
    }

    /// The secret as apps open it.
    /// <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>
    package var link: String {
        "otpauth://totp/Waymark?secret=\(Base32.encode(secret))&issuer=Waymark"
    }
}

/// Base 32 without padding (RFC 4648, section 6).
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func encode(_ bytes: [UInt8]) -> String {
        var (text, bits, count) = ("", UInt32(0), 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(5 - count) & 31)]) }
        return text
    }
}
