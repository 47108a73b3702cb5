import Crypto

/// Values of the first format, which only numbers and parts of long messages had: a nonce, the ciphertext and the tag.
extension KeyRing {
    /// Opens a value of the first format, sealed with any of the keys.
    package func openFirstFormat(_ sealed: [UInt8], as field: SealedField) throws(SealFault) -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { throw .damaged }
        for root in [current] + others {
            let key = field == .part ? root.texts : root.numbers
            if let value = try? AES.GCM.open(box, using: key) { return Array(value) }
        }
        throw .damaged
    }
}
