import Crypto
import Foundation

/// What only its holder knows: tokens of cookies and links, and comparing them.
package enum Secret {
    /// Bytes of a token: more than anybody can guess.
    static let size = 32

    /// A new token, in letters that cookies and URLs take as they are.
    package static func token() -> String {
        text(of: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// New random bytes.
    static func bytes(_ count: Int) -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }

    /// What a store keeps in place of a token. A token is random, so a plain hash tells nothing about it.
    static func digest(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Data(token.utf8))) }

    /// Bytes that only who knows a token can make, another for each use.
    package static func derive(_ use: String, from token: String) -> [UInt8] {
        let key = SymmetricKey(data: Data(token.utf8))
        return Array(HMAC<SHA256>.authenticationCode(for: Data(use.utf8), using: key))
    }

    /// What forms carry to show that they come from a page of ours, in the browser that has the token.
    package static func form(_ token: String) -> String { text(of: derive("form", from: token)) }

    /// Whether two texts are equal; it takes as long whether they are or not.
    package static func isEqual(_ left: String, _ right: String) -> Bool {
        SHA256.hash(data: Data(left.utf8)) == SHA256.hash(data: Data(right.utf8))
    }

    /// Whether two texts of bytes are equal; it takes as long whether they are or not.
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        SHA256.hash(data: left) == SHA256.hash(data: right)
    }

    /// Base 64 for URLs, without padding (RFC 4648, section 5).
    private static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
