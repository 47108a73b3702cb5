package import Storage

/// Our ids of messages as providers see them: a UUID of version 8 (RFC 9562, section 5.8) of 60 bits that belong to
/// this database alone and 62 bits that number the message. So no two databases that share an account with a provider
/// ever give one id twice, and a report that names another's is known not to be ours.
package struct MessageReferences: Hashable, Sendable {
    /// How long the bytes are that a database keeps for it.
    package static let markLength = 8

    private let prefix: [UInt8]

    /// - Parameter mark: Random bytes that the database keeps for good.
    package init(mark: [UInt8]) {
        var bytes = Array((mark + Array(repeating: 0, count: Self.markLength)).prefix(Self.markLength))
        bytes[6] = 0x80 | bytes[6] & 0x0F
        prefix = bytes
    }

    /// The id of a message, 36 characters.
    package func text(_ id: OutboxID) -> String {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: id.rawValue >> (56 - 8 * $0)) }
        let bytes = prefix + [0x80 | number[0] & 0x3F] + number.dropFirst()
        let digits = bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 0x0F, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }

    /// The message of an id that a report gives back; nil when it is not one of this database.
    package func message(_ text: String) -> OutboxID? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32, let high = UInt64(String(decoding: digits[..<16], as: UTF8.self), radix: 16),
            let low = UInt64(String(decoding: digits[16...], as: UTF8.self), radix: 16),
            high == prefix.reduce(0, { $0 << 8 | UInt64($1) }), low >> 62 == 2
        else { return nil }
        return OutboxID(rawValue: Int64(low & (1 << 62 - 1)))
    }
}
