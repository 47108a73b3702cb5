import Crypto
import Foundation
import Synchronization

/// The keys that values are sealed with: one seals, all open. Keys come and go while the gateway runs.
///
/// A sealed value is: format (1 byte), key id (4), nonce (12), ciphertext, tag (16); AES-256-GCM with random nonces (NIST
/// SP 800-38D, 8.2.2). Format, key id and kind of value are authenticated with it. No more than 2³² values may be sealed
/// with one key (8.3 there): a gateway of a hundred turns a second seals so many in about four months, a quiet one never.
package final class KeyRing: Sendable {
    /// The format of sealed values.
    private static let format: UInt8 = 2
    private static let headerSize = 5
    private static let nonceSize = 12
    private static let tagSize = 16

    /// Bytes that a sealed value has more than the value.
    package static let overhead = headerSize + nonceSize + tagSize

    private struct State {
        var current: RootKey
        var others: [RootKey]
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - current: The key that seals.
    ///   - others: KeySet that only open.
    package init(_ current: RootKey, others: [RootKey] = []) {
        state = Mutex(State(current: current, others: others.filter { $0.id != current.id }))
    }

    /// The key that seals.
    package var current: RootKey { state.withLock { $0.current } }

    /// The keys that only open.
    package var others: [RootKey] { state.withLock { $0.others } }

    /// Seals with another key from now on; the one before still opens.
    package func turn(to key: RootKey) {
        state.withLock { state in
            state.others = ([state.current] + state.others).filter { $0.id != key.id }
            state.current = key
        }
    }

    /// Forgets the keys that only open.
    package func retireOthers() {
        state.withLock { $0.others = [] }
    }

    /// Seals a value.
    package func seal(_ value: [UInt8], as field: SealedField) throws(SealFault) -> [UInt8] {
        let key = current
        var sealed = [Self.format] + key.id.bytes
        do {
            let box = try AES.GCM.seal(value, using: key.sealing, authenticating: sealed + [field.rawValue])
            sealed.reserveCapacity(value.count + Self.overhead)
            sealed.append(contentsOf: box.nonce)
            sealed.append(contentsOf: box.ciphertext)
            sealed.append(contentsOf: box.tag)
            return sealed
        } catch {
            throw .unsealable
        }
    }

    /// Opens what `seal` made.
    package func open(_ sealed: [UInt8], as field: SealedField) throws(SealFault) -> [UInt8] {
        guard sealed.count >= Self.overhead, sealed[0] == Self.format else { throw .damaged }
        let id = KeyID(bytes: Array(sealed[1..<Self.headerSize]))
        guard let key = key(id) else { throw .otherKey(id) }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed[Self.headerSize...])
            let header = sealed[..<Self.headerSize] + [field.rawValue]
            return Array(try AES.GCM.open(box, using: key.sealing, authenticating: header))
        } catch {
            throw .damaged
        }
    }

    /// Whether the key that seals now has sealed a value.
    package func isCurrent(_ sealed: [UInt8]) -> Bool {
        sealed.starts(with: [Self.format] + current.id.bytes)
    }

    private func key(_ id: KeyID) -> RootKey? {
        state.withLock { state in
            state.current.id == id ? state.current : state.others.first { $0.id == id }
        }
    }
}
