extension GSM7 {
    /// Septets packed eight to seven octets, low bits first, spare bits zero (3GPP TS 23.038, section 6.1.2.1).
    package static func packed(_ septets: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity((septets.count * 7 + 7) / 8)
        var bits: UInt16 = 0
        var held: UInt16 = 0
        for septet in septets {
            bits |= UInt16(septet & 0x7F) << held
            held += 7
            if held >= 8 {
                octets.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                held -= 8
            }
        }
        if held > 0 { octets.append(UInt8(truncatingIfNeeded: bits)) }
        return octets
    }

    /// The first `count` septets of packed octets, or as many as the octets hold.
    ///
    /// An SMS states its count, so that seven spare bits are not read as a final `@`.
    package static func unpacked(_ octets: [UInt8], count: Int) -> [UInt8] {
        var septets: [UInt8] = []
        septets.reserveCapacity(max(0, min(count, octets.count * 8 / 7)))
        var bits: UInt16 = 0
        var held: UInt16 = 0
        for octet in octets {
            bits |= UInt16(octet) << held
            held += 8
            while held >= 7, septets.count < count {
                septets.append(UInt8(bits & 0x7F))
                bits >>= 7
                held -= 7
            }
            if septets.count >= count { break }
        }
        return septets
    }

    /// Septets packed for a USSD string, which states no count: seven spare bits hold a carriage return, and a text
    /// that ends with one on an octet boundary gets a second (3GPP TS 23.038, section 6.1.2.3.1).
    package static func packedForUSSD(_ septets: [UInt8]) -> [UInt8] {
        let hasSevenSpareBits = septets.count % 8 == 7
        let endsOnBoundary = septets.count % 8 == 0 && septets.last == carriageReturn
        return packed(hasSevenSpareBits || endsOnBoundary ? septets + [carriageReturn] : septets)
    }

    /// The septets of a USSD string, without a carriage return that fills the last octet.
    ///
    /// A text that ended with a carriage return on an octet boundary comes back with two, which the alphabet defines
    /// to mean the same as one.
    package static func unpackedFromUSSD(_ octets: [UInt8]) -> [UInt8] {
        var septets = unpacked(octets, count: octets.count * 8 / 7)
        if septets.count % 8 == 0, septets.last == carriageReturn { septets.removeLast() }
        return septets
    }
}
