import Crypto
import FoundationEssentials

/// How the first versions sealed texts: with a key for each use, derived from one secret.
enum FirstFormat {
    static let secret = [UInt8](repeating: 5, count: 32)
    static let numbers = "waymark numbers sealing 1"
    static let texts = "waymark texts sealing 1"

    static func sealed(_ text: String, as use: String) throws -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Data(use.utf8), outputByteCount: 32)
        return Array(try AES.GCM.seal(Array(text.utf8), using: key).combined ?? Data())
    }
}
