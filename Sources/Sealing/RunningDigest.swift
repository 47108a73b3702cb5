import Crypto

/// The SHA-256 of bytes that come one after the other.
package struct RunningDigest: Sendable {
    private var hash = SHA256()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The digest of all that came so far, 32 bytes.
    package var value: [UInt8] { Array(hash.finalize()) }
}
