import TestSupport

extension SplitMix64 {
    /// Chance that belongs to one thing: the same for the same seed and words, whatever else happened before, so that a
    /// message meets its fate in whichever order messages come (FNV-1a over the words).
    init(seed: UInt64, _ words: String...) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in words.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        self.init(seed: hash)
    }

    /// Whether something happens that happens so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }
}
