extension String {
    /// The text of some scalars. Faster than by way of `UnicodeScalarView`, which takes them up one by one: the checks
    /// make a text of every word of a pack.
    init(scalars: some Collection<Unicode.Scalar>) {
        let size = scalars.reduce(0) { $0 + Unicode.UTF8.width($1) }
        self.init(unsafeUninitializedCapacity: size) { bytes in
            var count = 0
            for scalar in scalars {
                for byte in Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter {
                    bytes[count] = byte
                    count += 1
                }
            }
            return count
        }
    }
}
