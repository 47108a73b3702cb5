import Crypto

/// Tells texts apart that are no secret, such as the words of a pack.
package enum TextDigest {
    /// The SHA-256 of the text in UTF-8.
    package static func of(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
