import Telephony
import TestSupport
import Testing

struct PackingTests {
    @Test func `septets pack low bits first`() throws {
        let septets = try #require(GSM7.encode("hellohello"))
        #expect(GSM7.packed(septets) == [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37])
        #expect(GSM7.packed([]) == [])
    }

    @Test(arguments: [(160, 140), (153, 134), (182, 160), (8, 7), (7, 7), (1, 1)])
    func `eight septets take seven octets`(septets: Int, octets: Int) {
        #expect(GSM7.packed([UInt8](repeating: 0x61, count: septets)).count == octets)
    }

    @Test func `packed septets come back when their count is known`() {
        var generator = SplitMix64(seed: 2)
        for count in 0...200 {
            let septets = (0..<count).map { _ in UInt8.random(in: 0...0x7F, using: &generator) }
            let octets = GSM7.packed(septets)
            #expect(GSM7.unpacked(octets, count: count) == septets)
            #expect(GSM7.unpacked(octets, count: .max).count == octets.count * 8 / 7)
        }
    }

    @Test func `seven spare bits of a USSD string are a carriage return and no at sign`() {
        let seven = [UInt8](repeating: 0x61, count: 7)
        let octets = GSM7.packedForUSSD(seven)
        #expect(octets.last.map { $0 >> 1 } == 0x0D)
        #expect(GSM7.unpackedFromUSSD(octets) == seven)
        #expect(GSM7.unpacked(GSM7.packed(seven), count: 8).last == 0)
    }

    @Test func `a carriage return on an octet boundary is sent twice`() {
        let eight = [UInt8](repeating: 0x61, count: 7) + [0x0D]
        let octets = GSM7.packedForUSSD(eight)
        #expect(octets.count == 8)
        #expect(GSM7.unpackedFromUSSD(octets) == eight + [0x0D])
    }

    @Test func `any USSD text comes back without a count`() {
        var generator = SplitMix64(seed: 3)
        for count in 0...182 {
            let septets = (0..<count).map { _ in UInt8.random(in: 0x20...0x7F, using: &generator) }
            #expect(GSM7.unpackedFromUSSD(GSM7.packedForUSSD(septets)) == septets)
        }
    }
}
