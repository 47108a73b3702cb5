/// A country or territory as a telephone numbering plan sees it.
package struct Country: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 code, such as "CN"; Kosovo has the user-assigned "XK".
    package let code: String
    /// Country code of ITU-T E.164 without the plus, such as "86".
    package let callingCode: String
    /// What is dialled before the significant number inside the country, such as "0"; empty when nothing is.
    package let trunkPrefix: String
    /// What is dialled there before a foreign calling code, such as "00"; the longest first.
    package let internationalPrefixes: [String]
    /// The digits of a subscriber's significant number, after calling code and trunk prefix.
    package let nationalLengths: ClosedRange<Int>

    private let bareBeginnings: [String]

    /// The country with this ISO 3166-1 alpha-2 code, in either case; nil when no calling code is known for it.
    package init?(_ code: String) {
        guard let country = Self.byCode[code.uppercased()] else { return nil }
        self = country
    }

    /// The main country of the calling code that these international digits begin with; nil when it is no country's.
    ///
    /// A code that several share gives the first: +1 the United States, +7 Russia, +44 the United Kingdom.
    init?(callingCodeOf digits: some StringProtocol) {
        // E.164 codes have one to three digits, and none is the beginning of another.
        for length in 1...3 {
            if let country = Self.byCallingCode[String(digits.prefix(length))] {
                self = country
                return
            }
        }
        return nil
    }

    /// Every country of the table, by calling code.
    package static let all: [Country] = table.split(separator: "\n").compactMap { Country(row: $0) }

    /// The significant number as it is dialled at home: with the trunk prefix where subscribers dial it.
    func dialledAtHome(_ significant: Substring) -> String {
        let isBare = bareBeginnings.contains { $0 == "*" || significant.hasPrefix($0) }
        return isBare ? String(significant) : trunkPrefix + significant
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byCallingCode = Dictionary(
        all.map { ($0.callingCode, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    private init?(row: Substring) {
        let fields = row.split(separator: " ")
        guard fields.count >= 5 else { return nil }
        let lengths = fields[4].split(separator: "-").compactMap { Int($0) }
        guard let shortest = lengths.first, let longest = lengths.last, shortest <= longest else { return nil }
        code = String(fields[0])
        callingCode = String(fields[1])
        trunkPrefix = fields[2] == "-" ? "" : String(fields[2])
        internationalPrefixes = fields[3].split(separator: ",").map(String.init).sorted { $0.count > $1.count }
        nationalLengths = shortest...longest
        bareBeginnings = fields.count > 5 ? fields[5].split(separator: ",").map(String.init) : []
    }
}
