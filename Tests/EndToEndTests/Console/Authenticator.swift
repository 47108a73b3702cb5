import Crypto
import Foundation

/// The app on a member of staff's phone: codes by RFC 6238, written anew so that ours are not tested by themselves.
struct Authenticator {
    private let secret: SymmetricKey
    private var last: UInt64 = 0

    /// - Parameter text: The key as the page shows it.
    init(_ text: String) {
        let values = text.filter { $0 != " " }.compactMap { letter in
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".firstIndex(of: letter).map {
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".distance(
                    from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".startIndex, to: $0)
            }
        }
        let bits = values.flatMap { value in (0..<5).map { value >> (4 - $0) & 1 } }
        let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
        }
        secret = SymmetricKey(data: bytes)
    }

    /// A code that was not given before; the next one where this half minute's was.
    mutating func code() -> String {
        last = max(UInt64(Date().timeIntervalSince1970) / 30, last + 1)
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: last >> UInt64(56 - 8 * $0)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: secret))
        let start = Int(mac[19] % 16)
        let number = mac[start...start + 3].reduce(0) { $0 * 256 + Int($1) } % 2_147_483_648
        return String(String(1_000_000 + number % 1_000_000).dropFirst())
    }
}
