/// A place by its code, for choosing the figures and exceptions that hold there.
///
/// Where a table of places tells what lies in what, that counts. Without one the codes themselves have to: the code of a
/// part begins with the code of the whole once the zeros that fill it up are gone. 440305 is a district of 440300, which
/// is a city of 440000; 000000 is the whole country.
package struct RegionCode: Hashable, Sendable, CustomStringConvertible {
    /// The code as written, with its leading zeros.
    package let description: String
    /// The code without the pairs of zeros at its end.
    private let significant: String
    /// The same of the place as it is today, then of those around it, the nearest first; nil where no table knows it.
    private let chain: [String]?

    /// - Parameter chain: The codes of the place and of those around it, the nearest first, from a table of places.
    package init(_ code: String, chain: [String]? = nil) {
        description = code
        significant = Self.significant(code)
        self.chain = chain?.map(Self.significant)
    }

    private static func significant(_ code: String) -> String {
        var digits = Substring(code)
        let isFilled = code.count.isMultiple(of: 2) && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        while isFilled, digits.hasSuffix("00") { digits = digits.dropLast(2) }
        return String(digits)
    }

    /// How closely this place surrounds another one: nil where it does not, 0 for a whole country whose code is zeros,
    /// more for smaller places.
    package func closeness(to place: RegionCode) -> Int? {
        guard let chain = place.chain else {
            return place.significant.hasPrefix(significant) ? significant.count : nil
        }
        guard let steps = chain.firstIndex(of: significant) else { return significant.isEmpty ? 0 : nil }
        return chain.count - steps
    }
}
