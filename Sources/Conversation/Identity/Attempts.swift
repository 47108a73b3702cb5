package import Expressions

/// Wrong answers to a secret question, and the waits that follow from them.
package struct Attempts: Hashable, Sendable {
    /// Wrong answers since the last wait.
    package var wrong: Int
    /// How many times there were too many.
    package var locks: Int
    /// Until when no answer is taken.
    package var lockedUntil: Timestamp?

    package init(wrong: Int = 0, locks: Int = 0, lockedUntil: Timestamp? = nil) {
        self.wrong = wrong
        self.locks = locks
        self.lockedUntil = lockedUntil
    }

    /// Whether no answer is taken at a moment.
    package func isLocked(at now: Timestamp) -> Bool { lockedUntil.map { now < $0 } ?? false }

    /// Counts a wrong answer; too many are followed by a wait.
    package mutating func fail(at now: Timestamp, by settings: IdentitySettings) {
        wrong += 1
        guard wrong >= settings.tries else { return }
        wrong = 0
        locks += 1
        lockedUntil = now + settings.lock(after: locks)
    }
}

extension Attempts {
    /// The attempts as bytes.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 16)
        writer.write(self)
        return writer.bytes
    }

    /// Reads attempts back.
    package init(decoding bytes: [UInt8]) throws(CodingFault) {
        var reader = ByteReader(bytes)
        self = try reader.attempts()
        guard reader.isAtEnd else { throw .malformed("something follows the attempts") }
    }
}

extension ByteWriter {
    mutating func write(_ attempts: Attempts) {
        write(attempts.wrong)
        write(attempts.locks)
        write(attempts.lockedUntil.map { [$0] } ?? []) { $0.write(Int($1.milliseconds)) }
    }

    mutating func write(bytes: [UInt8]) {
        write(bytes) { $0.write(byte: $1) }
    }
}

extension ByteReader {
    mutating func attempts() throws(CodingFault) -> Attempts {
        Attempts(
            wrong: try int(), locks: try int(),
            lockedUntil: try list { (reader) throws(CodingFault) in
                Timestamp(milliseconds: Int64(try reader.int()))
            }.last)
    }

    mutating func blob() throws(CodingFault) -> [UInt8] {
        try list { (reader) throws(CodingFault) in try reader.byte() }
    }
}
