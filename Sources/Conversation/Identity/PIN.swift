/// What is kept of the digits she chose to protect her record: never the digits.
package struct PIN: Hashable, Sendable {
    /// Bytes of a salt.
    package static let saltLength = 16

    /// Random bytes of its own, so that equal digits give different hashes.
    package let salt: [UInt8]
    /// What the digits come to when they are stretched with the salt.
    package let hash: [UInt8]
    /// Wrong digits that somebody gave for it.
    package var attempts: Attempts

    package init(salt: [UInt8], hash: [UInt8], attempts: Attempts = Attempts()) {
        self.salt = salt
        self.hash = hash
        self.attempts = attempts
    }

    /// Whether stretched digits are the right ones; it takes as long for wrong ones.
    package func matches(_ stretched: [UInt8]) -> Bool {
        guard stretched.count == hash.count, !hash.isEmpty else { return false }
        return zip(stretched, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether digits are among the first that anyone tries: all the same, or one after the other.
    static func isEasy(_ digits: String) -> Bool {
        let values = digits.utf8.map(Int.init)
        let steps = Set(zip(values.dropFirst(), values).map { $0 - $1 })
        return steps.count == 1 && [[0], [1], [-1]].contains(steps)
    }
}
