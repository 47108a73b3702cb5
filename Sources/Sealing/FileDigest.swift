import Crypto
import Foundation

/// What tells whether a file is still as it was: SHA-256, as `sha256sum` writes it.
package enum FileDigest {
    private static let piece = 1 << 20

    /// The digest of a file in hexadecimal digits; nil where it cannot be read.
    package static func sha256(of path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var hash = SHA256()
        do {
            while let bytes = try file.read(upToCount: piece), !bytes.isEmpty { hash.update(data: bytes) }
        } catch {
            return nil
        }
        return hash.finalize().map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0x0F, radix: 16)
        }.joined()
    }
}
