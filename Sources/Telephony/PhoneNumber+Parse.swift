extension PhoneNumber {
    /// Reads a number in any form people and providers write it: with a plus, with the international prefix, with or
    /// without the trunk prefix, or with a calling code and nothing before it.
    ///
    /// - Parameter country: Whose prefixes apply where the text names no calling code; nil takes the digits for
    ///   international ones.
    package static func parse(_ text: String, in country: Country?) throws(PhoneNumberFault) -> PhoneNumber {
        let written = try WrittenNumber(text)
        let digits = written.digits[...]
        if written.isInternational { return try international(digits) }
        guard let country else { return try withoutCountry(digits) }
        for prefix in country.internationalPrefixes where digits.hasPrefix(prefix) {
            if let number = try? international(digits.dropFirst(prefix.count)) { return number }
        }
        return digits.hasPrefix("00")
            ? try international(digits.dropFirst(2))
            : try domestic(digits, in: country)
    }

    private static func withoutCountry(_ digits: Substring) throws(PhoneNumberFault) -> PhoneNumber {
        if digits.hasPrefix("00") { return try international(digits.dropFirst(2)) }
        if digits.hasPrefix("0") { throw .needsCountry }
        return try international(digits)
    }

    /// Digits that begin with a calling code. A trunk prefix after it, as in "+44 (0)20", is left out.
    private static func international(_ digits: Substring) throws(PhoneNumberFault) -> PhoneNumber {
        guard let country = Country(callingCodeOf: digits) else { return try countryless(digits) }
        let rest = digits.dropFirst(country.callingCode.count)
        let trunk = country.trunkPrefix
        let isTrunk = trunk.hasPrefix("0") || rest.count > country.nationalLengths.upperBound
        let hasTrunk = !trunk.isEmpty && rest.hasPrefix(trunk) && isTrunk
        return try significant(hasTrunk ? rest.dropFirst(trunk.count) : rest, in: country)
    }

    /// Digits dialled inside a country: after the trunk prefix, after the country's own calling code, or bare. Where
    /// there is no trunk prefix, bare numbers are the rule, and win. Longer ones may name another country.
    private static func domestic(_ digits: Substring, in country: Country) throws(PhoneNumberFault) -> PhoneNumber {
        let trunk = country.trunkPrefix
        if !trunk.isEmpty, digits.hasPrefix(trunk) {
            let rest = digits.dropFirst(trunk.count)
            if trunk.hasPrefix("0") { return try significant(rest, in: country) }
            if let number = try? significant(rest, in: country) { return number }
        }
        let bare = Result { () throws(PhoneNumberFault) in try significant(digits, in: country) }
        let own = digits.hasPrefix(country.callingCode) ? try? international(digits) : nil
        if let own, !trunk.isEmpty { return own }
        if case .success(let number) = bare { return number }
        if let own { return own }
        let isLong = digits.count > country.nationalLengths.upperBound
        if isLong, let foreign = try? international(digits) { return foreign }
        return try bare.get()
    }

    private static func significant(
        _ digits: Substring,
        in country: Country
    ) throws(PhoneNumberFault) -> PhoneNumber {
        let current = country.renumbered(digits)
        let code = country.callingCode
        if current.count < country.nationalLengths.lowerBound { throw .tooShort(callingCode: code) }
        if current.count > country.nationalLengths.upperBound { throw .tooLong(callingCode: code) }
        if current.hasPrefix("0"), !country.trunkPrefix.isEmpty { throw .leadingZero(callingCode: code) }
        return PhoneNumber(digits: code + current)
    }

    /// Numbers of codes that belong to no country: freephone, satellite and other networks (ITU-T E.164 list).
    private static func countryless(_ digits: Substring) throws(PhoneNumberFault) -> PhoneNumber {
        let code = String(digits.prefix(3))
        guard let lengths = countrylessLengths[code] else { throw .unknownCallingCode }
        if digits.count - 3 < lengths.lowerBound { throw .tooShort(callingCode: code) }
        if digits.count - 3 > lengths.upperBound { throw .tooLong(callingCode: code) }
        return PhoneNumber(digits: String(digits))
    }

    private static let countrylessLengths: [String: ClosedRange<Int>] = [
        "800": 8...8, "808": 8...8, "870": 9...12, "878": 10...12, "881": 8...10, "882": 7...12, "883": 7...12,
        "888": 7...12, "979": 9...9,
    ]
}

extension Country {
    /// The significant number of today for one of a plan that was replaced, so that a subscriber stays one.
    ///
    /// Mexico dropped 1, 01, 044 and 045 before ten digits (2020); Benin put 01 before eight (30 November 2024).
    func renumbered(_ significant: Substring) -> Substring {
        switch code {
        case "MX":
            let old = ["1", "01", "044", "045"].first {
                significant.hasPrefix($0) && significant.count == 10 + $0.count
            }
            return significant.dropFirst(old?.count ?? 0)
        case "BJ" where significant.count == 8:
            return "01" + significant
        default:
            return significant
        }
    }
}
