import Crypto
import Storage

/// Names for people and conversations that lead to nobody who does not have the key (HMAC with SHA-256, RFC 2104).
struct Pseudonyms: Sendable {
    /// Bytes of a name: enough that no two people have the same.
    private static let length = 16

    private let key: SymmetricKey

    /// Names that nobody can make again: the key is forgotten with them.
    init() {
        key = SymmetricKey(size: .bits256)
    }

    /// Names that are the same in every export: the key is one of its own, from the key of the database.
    init(_ vault: NumberVault) {
        key = SymmetricKey(data: vault.digest("flow results 1") + vault.digest("flow results 2"))
    }

    func name(of person: PersonID) -> String { name("person \(person.rawValue)") }

    func name(of session: SessionID) -> String { name("session \(session.rawValue)") }

    private func name(_ text: String) -> String {
        let digest = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).prefix(Self.length)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
