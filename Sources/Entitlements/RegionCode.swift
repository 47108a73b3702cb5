/// A place in a country's tree of region codes: the code of a part begins with the code of the whole once the zeros that
/// fill it up are gone. 440305 is a district of 440300, which is a city of 440000; 000000 is the whole country.
package struct RegionCode: Hashable, Sendable, CustomStringConvertible {
    /// The code as written, with its leading zeros.
    package let description: String
    /// The code without the pairs of zeros at its end.
    private let significant: String

    package init(_ code: String) {
        description = code
        var digits = Substring(code)
        let isFilled = code.count.isMultiple(of: 2) && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        while isFilled, digits.hasSuffix("00") { digits = digits.dropLast(2) }
        significant = String(digits)
    }

    /// How much of the tree the code names: 0 for a whole country, more for smaller places.
    package var exactness: Int { significant.count }

    /// Whether the other place is this one or a part of it.
    package func contains(_ other: RegionCode) -> Bool { other.significant.hasPrefix(significant) }
}
