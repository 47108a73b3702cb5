import Crypto

/// Ed25519 (RFC 8032), as Telnyx signs its webhooks.
package enum EdwardsSignature {
    /// Whether a signature in base 64 is one over a message by the holder of the private half of a key in base 64.
    package static func isValid(_ signature: String, over message: [UInt8], key: String) -> Bool {
        guard let signature = Base64.decode(signature), let raw = Base64.decode(key),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// Whether a text is a public key in base 64.
    static func isKey(_ text: String) -> Bool {
        Base64.decode(text).map { (try? Curve25519.Signing.PublicKey(rawRepresentation: $0)) != nil } ?? false
    }
}
