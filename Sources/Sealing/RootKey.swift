import Crypto
import Foundation

/// Tells a key from any other without telling what it is.
package struct KeyID: Hashable, Sendable, CustomStringConvertible {
    /// Four bytes of an HMAC under the key itself.
    let bytes: [UInt8]

    /// As staff see it: eight hexadecimal digits.
    package var description: String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

/// A secret of 32 bytes, and the keys that are derived from it by HKDF (RFC 5869), one for each use.
package struct RootKey: Sendable {
    /// How many bytes a secret has.
    package static let size = 32

    /// Tells it from other keys.
    package let id: KeyID
    let sealing: SymmetricKey
    private let root: SymmetricKey

    /// - Parameter secret: 32 random bytes.
    package init(secret: [UInt8]) {
        root = SymmetricKey(data: secret)
        sealing = Self.derive("waymark sealing 2", from: root)
        let tag = HMAC<SHA256>.authenticationCode(for: Array("waymark key id".utf8), using: root)
        id = KeyID(bytes: Array(tag.prefix(4)))
    }

    /// A new secret, from the system's random source.
    package static func random() -> RootKey {
        RootKey(secret: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// Base64 of the secret, as key files and the environment have it.
    package var base64: String { root.withUnsafeBytes { Data($0) }.base64EncodedString() }

    /// The key that the first database of this secret looks numbers up with; see `LookupKey`.
    package var lookup: LookupKey { LookupKey(Self.derive("waymark numbers lookup 1", from: root)) }

    /// The key of the first format, for numbers and the numbers of long messages; only a migration reads it.
    var numbers: SymmetricKey { Self.derive("waymark numbers sealing 1", from: root) }

    /// The key of the first format, for parts of long messages; only a migration reads it.
    var texts: SymmetricKey { Self.derive("waymark texts sealing 1", from: root) }

    private static func derive(_ use: String, from root: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Data(use.utf8), outputByteCount: size)
    }
}
