import Crypto
import Foundation
import Providers
package import Storage
package import Telephony

/// Keeps numbers out of the database: looked up by keyed HMAC, stored sealed with AES-GCM. Texts that wait to be
/// understood are sealed with a key of their own.
package struct NumberVault: Sendable {
    private let lookup: SymmetricKey
    private let sealing: SymmetricKey
    private let texts: SymmetricKey

    /// - Parameter secret: 32 bytes from the environment or the key file; the keys are derived from it by HKDF
    ///   (RFC 5869).
    package init(secret: [UInt8]) {
        let root = SymmetricKey(data: secret)
        lookup = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Data("waymark numbers lookup 1".utf8), outputByteCount: 32)
        sealing = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Data("waymark numbers sealing 1".utf8), outputByteCount: 32)
        texts = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Data("waymark texts sealing 1".utf8), outputByteCount: 32)
    }

    /// How a store knows an address: without the number.
    package func key(for address: Address) throws -> AddressKey {
        let text = Array(address.wireText.utf8)
        let fingerprint = Array(HMAC<SHA256>.authenticationCode(for: text, using: lookup).prefix(16))
        guard let sealed = try AES.GCM.seal(text, using: sealing).combined else { throw VaultFault.damaged }
        return AddressKey(fingerprint: fingerprint, sealed: Array(sealed))
    }

    /// The address behind a sealed one.
    package func open(_ sealed: [UInt8]) throws -> Address {
        let box = try AES.GCM.SealedBox(combined: sealed)
        let text = String(decoding: try AES.GCM.open(box, using: sealing), as: UTF8.self)
        return try Address.parse(text, in: nil)
    }

    /// 16 bytes that stand for an idempotency key; it may hold a number, so it is kept only as an HMAC.
    package func digest(_ key: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(key.utf8), using: lookup).prefix(16))
    }
}

extension NumberVault {
    /// 16 bytes that stand for a claim code, by which it is found and nothing else can be told.
    func digest(ofCode digits: String) -> [UInt8] { digest("claim code " + digits) }

    /// What a store knows a number by; of what is no number, what no number has.
    func fingerprint(ofNumber text: String) -> [UInt8] {
        let address = try? Address.parse(text, in: nil)
        return (try? address.map(key))?.fingerprint ?? digest("no number " + text)
    }
}

extension [UInt8] {
    /// The first eight bytes of a digest as one number.
    var mark: Int {
        Int(truncatingIfNeeded: prefix(8).reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) })
    }
}

extension NumberVault {
    /// A text that must not be kept in clear, because nobody knows yet what it answers.
    func seal(text: String) throws -> [UInt8] {
        guard let sealed = try AES.GCM.seal(Array(text.utf8), using: texts).combined else { throw VaultFault.damaged }
        return Array(sealed)
    }

    /// The text behind a sealed one.
    func text(sealed: [UInt8]) throws -> String {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return String(decoding: try AES.GCM.open(box, using: texts), as: UTF8.self)
    }
}

extension NumberVault {
    /// Bytes that tell this key from any other without telling what it is.
    var fingerprint: [UInt8] { digest("waymark number key") }

    /// A provider's name for a USSD dialogue, as it may be kept: some providers use the number itself.
    func dialogue(_ name: String) -> String {
        digest("dialogue " + name).prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}

/// Why the secret for numbers could not be had.
package enum VaultFault: Error, CustomStringConvertible {
    case damaged
    case otherKey
    case unusable(String)

    /// What is wrong with the key and how to mend it; it never holds the key.
    package var description: String {
        switch self {
        case .damaged: "a sealed number cannot be opened: it was sealed with another key"
        case .otherKey:
            "the numbers in this database are sealed with another key; put back its key file, or set WAYMARK_KEY to it"
        case .unusable(let why): why
        }
    }
}

extension NumberVault {
    private static let variable = "WAYMARK_KEY"
    private static let fileName = "waymark.key"

    /// The vault of a data folder: the secret is in `WAYMARK_KEY` (base64 of 32 bytes), or in a file beside the
    /// database that is made on first start and that only its owner can read.
    package static func open(data: String, environment: [String: String]) throws(VaultFault) -> NumberVault {
        if let text = environment[variable], !text.isEmpty {
            return NumberVault(secret: try secret(text, from: variable))
        }
        let path = data + "/" + fileName
        if let content = FileManager.default.contents(atPath: path) {
            return NumberVault(secret: try secret(String(decoding: content, as: UTF8.self), from: path))
        }
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let text = Data(secret).base64EncodedString() + "\n"
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else {
            throw .unusable("the key file \(path) cannot be written; check the permissions of the folder")
        }
        return NumberVault(secret: secret)
    }

    private static func secret(_ text: String, from source: String) throws(VaultFault) -> [UInt8] {
        guard let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), data.count == 32
        else {
            throw .unusable(
                "the key in \(source) is not the base64 of 32 bytes; make one with: openssl rand -base64 32")
        }
        return Array(data)
    }
}
