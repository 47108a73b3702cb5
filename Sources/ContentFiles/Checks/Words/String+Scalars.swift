extension String {
    /// The text of some scalars. Faster than by way of `UnicodeScalarView`, which takes them up one by one: the checks
    /// make a text of every word of a pack.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
