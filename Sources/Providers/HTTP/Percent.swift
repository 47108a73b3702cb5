/// Percent-encoding (RFC 3986, section 2.1).
enum Percent {
    /// Takes the two hexadecimal digits after a `%` that was just read; what is no escape stands for itself.
    static func decode(from rest: inout some IteratorProtocol<UInt8>, into bytes: inout [UInt8]) {
        var ahead = rest
        guard let high = ahead.next().flatMap(Hexadecimal.value), let low = ahead.next().flatMap(Hexadecimal.value)
        else {
            bytes.append(UInt8(ascii: "%"))
            return
        }
        bytes.append(high << 4 | low)
        rest = ahead
    }

    /// The bytes of a percent-encoded text, where `+` stands for itself.
    static func decode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            if byte == UInt8(ascii: "%") { decode(from: &rest, into: &bytes) } else { bytes.append(byte) }
        }
        return bytes
    }

    /// Everything but the unreserved characters (RFC 3986, section 2.3) as escapes.
    static func encode(_ text: String) -> String { encode(Array(text.utf8)) }

    /// Bytes as escapes, unreserved characters as themselves.
    static func encode(_ bytes: [UInt8]) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(Hexadecimal.upper[Int(byte >> 4)])
                encoded.append(Hexadecimal.upper[Int(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
