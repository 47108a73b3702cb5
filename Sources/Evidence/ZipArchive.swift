/// An archive of files as it is written, piece by piece: nothing of a file is held back (PKWARE APPNOTE 6.3.10, files that
/// are stored, with their sizes behind them).
package struct ZipArchive: Sendable {
    /// Why an archive cannot go on.
    package enum Fault: Error, Hashable, Sendable {
        /// It is as large as the format's first version can say: 4 GiB.
        case tooLarge
    }

    private struct Entry {
        let name: [UInt8]
        let offset: UInt32
        var size: UInt32 = 0
        var checksum = CRC32()
    }

    /// A day and a time of it as MS-DOS writes them: the first moment that it can.
    private static let moment: [UInt8] = [0, 0, 0x21, 0]
    /// A descriptor follows the file, and names are UTF-8.
    private static let flags: [UInt8] = [0x08, 0x08]

    private var entries: [Entry] = []
    private var written: UInt32 = 0

    package init() {}

    /// Begins a file. What it returns is written before the file's own bytes.
    package mutating func begin(_ name: String) throws(Fault) -> [UInt8] {
        let entry = Entry(name: Array(name.utf8), offset: written)
        entries.append(entry)
        return try written(
            [0x50, 0x4B, 3, 4, 20, 0] + Self.flags + [0, 0] + Self.moment + Self.bytes(0) + Self.bytes(0)
                + Self.bytes(0) + Self.short(entry.name.count) + [0, 0] + entry.name)
    }

    /// Takes bytes of the file that was begun last; they are written as they are.
    package mutating func add(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
        guard let last = entries.indices.last else { return [] }
        entries[last].checksum.add(bytes)
        // No file is longer than the archive, which `written` bounds.
        let all = try written(bytes)
        entries[last].size += UInt32(truncatingIfNeeded: bytes.count)
        return all
    }

    /// Ends a file. What it returns is written behind its bytes.
    package mutating func end() throws(Fault) -> [UInt8] {
        guard let entry = entries.last else { return [] }
        return try written([0x50, 0x4B, 7, 8] + Self.measures(of: entry))
    }

    /// The end of the archive, with the list of its files.
    package mutating func close() throws(Fault) -> [UInt8] {
        let start = written
        var list: [UInt8] = []
        for entry in entries {
            list += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + Self.flags + [0, 0] + Self.moment + Self.measures(of: entry)
            list += Self.short(entry.name.count) + Array(repeating: 0, count: 12) + Self.bytes(entry.offset)
            list += entry.name
        }
        let size = UInt32(truncatingIfNeeded: list.count)
        let count = Self.short(entries.count)
        return try written(
            list + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.bytes(size) + Self.bytes(start) + [0, 0])
    }

    private mutating func written(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
        let (sum, isOver) = written.addingReportingOverflow(UInt32(truncatingIfNeeded: bytes.count))
        guard !isOver else { throw .tooLarge }
        written = sum
        return bytes
    }

    private static func measures(of entry: Entry) -> [UInt8] {
        bytes(entry.checksum.value) + bytes(entry.size) + bytes(entry.size)
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func short(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }
}

/// The checksum of a file in an archive: CRC-32 (ISO 3309).
package struct CRC32: Sendable {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }

    private var sum: UInt32 = 0xFFFF_FFFF

    package init() {}

    /// The checksum of everything that was added.
    package var value: UInt32 { sum ^ 0xFFFF_FFFF }

    package mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { sum = Self.table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }
}
