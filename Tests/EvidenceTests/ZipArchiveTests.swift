import Evidence
import Testing

struct ZipArchiveTests {
    /// The check value of CRC-32: <https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-32-iso-hdlc>
    @Test func `a checksum is that of the bytes, however they come`() {
        var checksum = CRC32()
        checksum.add(Array("12345".utf8))
        checksum.add(Array("6789".utf8))
        #expect(checksum.value == 0xCBF4_3926)
        #expect(CRC32().value == 0)
    }

    @Test func `an archive lists its files where they are, with their sizes and checksums`() throws {
        var archive = ZipArchive()
        var bytes = try archive.begin("a.txt")
        bytes += try archive.add(Array("123456".utf8)) + archive.add(Array("789".utf8)) + archive.end()
        let second = bytes.count
        bytes += try archive.begin("data/空.json") + archive.end() + archive.close()
        let end = bytes.count - 22
        #expect(number(bytes, end) == 0x0605_4B50 && bytes[end + 8] == 2 && bytes[end + 10] == 2)
        var place = number(bytes, end + 16)
        #expect(place + number(bytes, end + 12) == end)
        var found: [String] = []
        for start in [0, second] {
            let length = Int(bytes[place + 28])
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
            #expect(number(bytes, place) == 0x0201_4B50 && number(bytes, place + 42) == start)
            #expect(number(bytes, start) == 0x0403_4B50 && Int(bytes[start + 26]) == length)
            found.append("\(name) \(number(bytes, place + 24)) \(number(bytes, place + 16))")
            place += 46 + length
        }
        #expect(found == ["a.txt 9 \(0xCBF4_3926)", "data/空.json 0 0"])
    }

    private func number(_ bytes: [UInt8], _ place: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    }
}
