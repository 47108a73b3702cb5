/// A block of IP addresses: `192.0.2.7`, `192.0.2.0/24` (RFC 4632) or `2001:db8::/32` (RFC 4291).
package struct NetworkBlock: Hashable, Sendable {
    private let bytes: [UInt8]
    private let prefix: Int

    /// Reads a block; nil when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.bytes(parts[0]) else { return nil }
        let prefix = parts.count == 2 ? Int(parts[1]) : bytes.count * 8
        guard let prefix, (0...bytes.count * 8).contains(prefix) else { return nil }
        self.bytes = bytes
        self.prefix = prefix
    }

    /// Whether an address is in the block; an IPv4 address may be written within IPv6 (`::ffff:192.0.2.7`).
    package func contains(_ address: String) -> Bool {
        let plain =
            address.lowercased().hasPrefix("::ffff:") && address.contains(".") ? address.dropFirst(7) : address[...]
        guard let other = Self.bytes(plain), other.count == bytes.count else { return false }
        return (0..<prefix).allSatisfy { bit in (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0 }
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        text.contains(":") ? sixteenBytes(text) : fourBytes(text)
    }

    private static func fourBytes(_ text: Substring) -> [UInt8]? {
        let bytes = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return bytes.count == 4 && !bytes.contains(nil) ? bytes.compactMap { $0 } : nil
    }

    private static func sixteenBytes(_ text: Substring) -> [UInt8]? {
        guard let gap = text.firstRange(of: "::") else { return groups(text).flatMap { $0.count == 16 ? $0 : nil } }
        guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]) else { return nil }
        let missing = 16 - head.count - tail.count
        return missing >= 2 ? head + Array(repeating: 0, count: missing) + tail : nil
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        for group in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard group.count <= 4, let value = UInt16(group, radix: 16) else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 255)]
        }
        return bytes
    }
}
