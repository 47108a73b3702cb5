import Conversation

extension StaffRecord {
    private static let format: UInt8 = 1

    /// The record as bytes, to be sealed.
    func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 128)
        writer.write(byte: Self.format)
        writer.write(name)
        for part in [salt, password, secret] {
            writer.write(byte: UInt8(clamping: part.count))
            for byte in part.prefix(Int(UInt8.max)) { writer.write(byte: byte) }
        }
        return writer.bytes
    }

    /// Reads what `encoded` wrote.
    init(_ bytes: [UInt8]) throws(StoreFault) {
        do throws(CodingFault) {
            var reader = ByteReader(bytes)
            let format = try reader.byte()
            guard format == Self.format else { throw CodingFault.version(format) }
            self.init(
                name: try reader.text(), salt: try reader.shortBytes(), password: try reader.shortBytes(),
                secret: try reader.shortBytes())
        } catch {
            throw StoreFault(.damaged, "the record of a member of staff cannot be read: \(error)")
        }
    }
}

extension ByteReader {
    /// Bytes behind their number.
    fileprivate mutating func shortBytes() throws(CodingFault) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<(try byte()) { bytes.append(try byte()) }
        return bytes
    }
}
