import Crypto

/// The key that numbers, codes and idempotency keys are looked up with: what is kept of them is an HMAC (RFC 2104).
///
/// It is not one of the keys that seal, and it stays when those are rotated: whoever opted out stays known by her
/// number's HMAC even after everything that could be opened is gone. So a database keeps it itself, sealed.
package struct LookupKey: Sendable {
    private let key: SymmetricKey
    /// The HMAC of nothing yet: what the key makes of it is made once, and not for each of the many texts of a turn.
    private let begun: HMAC<SHA256>

    init(_ key: SymmetricKey) {
        self.key = key
        begun = HMAC<SHA256>(key: key)
    }

    /// - Parameter bytes: As `bytes` gave them.
    package init(bytes: [UInt8]) {
        self.init(SymmetricKey(data: bytes))
    }

    /// The key itself, to be sealed.
    package var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// A key of its own for another use, so that what stands for a text there stands for none here (RFC 5869).
    package func derived(for use: String) -> LookupKey {
        let bytes = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array(use.utf8), outputByteCount: RootKey.size)
        return LookupKey(bytes)
    }

    /// 16 bytes that stand for a text; equal texts have equal ones.
    package func digest(_ text: String) -> [UInt8] {
        var hmac = begun
        hmac.update(data: Array(text.utf8))
        return Array(hmac.finalize().prefix(16))
    }
}
