/// Reads what `ByteWriter` wrote; anything else is a `CodingFault`, never a crash.
package struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    package var isAtEnd: Bool { place == bytes.count }

    package mutating func byte() throws(CodingFault) -> UInt8 {
        guard place < bytes.count else { throw .truncated }
        defer { place += 1 }
        return bytes[place]
    }

    package mutating func int() throws(CodingFault) -> Int {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw .malformed("a number is too long") }
            result |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(Int64(bitPattern: result >> 1) ^ -Int64(bitPattern: result & 1))
    }

    package mutating func text() throws(CodingFault) -> String {
        let count = try int()
        guard count >= 0, count <= bytes.count - place else { throw .truncated }
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    package mutating func flag() throws(CodingFault) -> Bool {
        try byte() != 0
    }

    package mutating func list<Element>(
        _ body: (inout ByteReader) throws(CodingFault) -> Element
    ) throws(CodingFault) -> [Element] {
        let count = try int()
        guard count >= 0, count <= bytes.count - place else { throw .truncated }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try body(&self)) }
        return elements
    }
}

/// Why stored bytes could not be read back.
package enum CodingFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes end too early.
    case truncated
    /// Written by a newer version of the program.
    case version(UInt8)
    case malformed(String)

    /// What is wrong with the bytes, for the log.
    package var description: String {
        switch self {
        case .truncated: "the stored value ends too early"
        case .version(let version): "the stored value has format \(version), which this version cannot read"
        case .malformed(let what): "the stored value is damaged: \(what)"
        }
    }
}
