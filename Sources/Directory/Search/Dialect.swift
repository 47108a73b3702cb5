/// Sounds that many people do not tell apart, and so write one for the other: zh and z, ch and c, sh and s, n and l,
/// f and h, an and ang.
enum Dialect {
    /// The word with each of these sounds brought to one form.
    static func folded(_ letters: some Sequence<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        for letter in letters {
            switch letter {
            case UInt8(ascii: "h") where folded.last.map(hushed.contains) ?? false: continue
            case UInt8(ascii: "g") where folded.last == UInt8(ascii: "n"): continue
            case UInt8(ascii: "l"): folded.append(UInt8(ascii: "n"))
            case UInt8(ascii: "f"): folded.append(UInt8(ascii: "h"))
            default: folded.append(letter)
            }
        }
        return folded
    }

    private static let hushed: Set<UInt8> = [UInt8(ascii: "z"), UInt8(ascii: "c"), UInt8(ascii: "s")]
}
