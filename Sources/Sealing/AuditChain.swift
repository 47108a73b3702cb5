import Crypto

/// Links the entries of the audit log: each one's hash covers the hash before, so that nobody changes or takes away an
/// entry without changing every hash after it.
package enum AuditChain {
    /// What the first entry follows.
    package static let root = [UInt8](repeating: 0, count: SHA256.byteCount)

    /// The hash of an entry after another.
    ///
    /// - Parameters:
    ///   - hash: The hash of the entry before.
    ///   - fields: What the entry says; each is hashed behind its length, so that no two entries look the same.
    package static func hash(after hash: [UInt8], _ fields: [String?]) -> [UInt8] {
        var chain = SHA256()
        chain.update(data: hash)
        for field in fields {
            let bytes = field.map { Array($0.utf8) }
            chain.update(data: Array("\(bytes?.count ?? -1):".utf8))
            chain.update(data: bytes ?? [])
        }
        return Array(chain.finalize())
    }
}
