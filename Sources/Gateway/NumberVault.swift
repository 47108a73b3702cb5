import Providers
package import Sealing
package import Storage
package import Telephony

/// What the store knows numbers, codes and keys by: a keyed HMAC in place of each.
package struct NumberVault: Sendable {
    private let lookup: LookupKey

    /// - Parameter lookup: The key of this database.
    package init(_ lookup: LookupKey) {
        self.lookup = lookup
    }

    /// The vault of a database. The key that it looks numbers up with lies in it, sealed; the first keys that open a
    /// database bring it.
    package static func open(_ store: any Store, keys: KeyRing) async throws -> NumberVault {
        // Databases that were begun before they kept it themselves tell which key it comes from.
        let mark = try await store.marked("number key")
        let first = ([keys.current] + keys.others).first { NumberVault($0.lookup).fingerprint == mark }
        let own = try keys.seal((first ?? keys.current).lookup.bytes, as: .lookup)
        let kept = try await store.mark("lookup key", own)
        let vault: NumberVault
        do {
            vault = NumberVault(LookupKey(bytes: try keys.open(kept, as: .lookup)))
        } catch {
            throw KeyFault.otherKey
        }
        guard try await store.mark("number key", vault.fingerprint) == vault.fingerprint else {
            throw KeyFault.otherKey
        }
        return vault
    }

    /// How a store finds an address, and what it keeps sealed of it.
    package func key(for address: Address) -> AddressKey {
        let text = address.wireText
        return AddressKey(fingerprint: lookup.digest(text), number: text)
    }

    /// What stands for the words of conversations.
    var words: WordVault { WordVault(lookup.derived(for: "waymark words 1")) }

    /// What a store knows the code of a place by.
    package func place(_ code: String) -> PlaceDigest { PlaceDigest(rawValue: Int64(digest("place " + code).mark)) }

    /// 16 bytes that stand for an idempotency key; it may hold a number, so it is kept only as an HMAC.
    package func digest(_ key: String) -> [UInt8] { lookup.digest(key) }
}

extension NumberVault {
    /// 16 bytes that stand for a claim code, by which it is found and nothing else can be told.
    func digest(ofCode digits: String) -> [UInt8] { digest("claim code " + digits) }

    /// What a store knows a number by; of what is no number, what no number has.
    func fingerprint(ofNumber text: String) -> [UInt8] {
        let address = try? Address.parse(text, in: nil)
        return address.map(key)?.fingerprint ?? digest("no number " + text)
    }

    /// Bytes that tell this key from any other without telling what it is.
    private var fingerprint: [UInt8] { digest("waymark number key") }

    /// A provider's name for a USSD dialogue, as it may be kept: some providers use the number itself.
    func dialogue(_ name: String) -> String {
        digest("dialogue " + name).prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}

extension [UInt8] {
    /// The first eight bytes of a digest as one number.
    var mark: Int {
        Int(truncatingIfNeeded: prefix(8).reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) })
    }
}
