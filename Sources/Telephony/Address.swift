/// Where a message comes from or goes to.
package enum Address: Hashable, Sendable {
    /// A subscriber.
    case number(PhoneNumber)
    /// A service's code, which only works inside a country: 3 to 8 digits, or an access number of China's service
    /// providers, 106 and up to 17 digits more (extensions included).
    case shortCode(String)
    /// An alphanumeric sender, which cannot be answered: at most 11 characters of GSM-7 (3GPP TS 23.040, 9.1.2.5).
    case sender(String)

    /// Reads an address as a provider states it.
    ///
    /// Six digits or fewer are a short code; seven or eight are one unless they are a number of the country.
    package static func parse(_ text: String, in country: Country?) throws(PhoneNumberFault) -> Address {
        let name = text.drop(while: \.isWhitespace)
        if !name.lowercased().hasPrefix("tel:"), name.contains(where: \.isLetter) { return try sender(name) }
        let written = try WrittenNumber(text)
        if !written.isInternational, isShort(written.digits, in: country) { return .shortCode(written.digits) }
        do {
            return .number(try PhoneNumber.parse(text, in: country))
        } catch {
            if !written.isInternational, (7...8).contains(written.digits.count) { return .shortCode(written.digits) }
            throw error
        }
    }

    private static func isShort(_ digits: String, in country: Country?) -> Bool {
        if country?.code == "CN", digits.hasPrefix("106") { return (8...20).contains(digits.count) }
        return (3...6).contains(digits.count) || (country == nil && (7...8).contains(digits.count))
    }

    private static func sender(_ text: Substring) throws(PhoneNumberFault) -> Address {
        var name = text
        while name.last?.isWhitespace == true { name.removeLast() }
        if let stranger = name.first(where: { GSM7.septets(String($0)) == nil }) { throw .character(stranger) }
        if name.count > 11 { throw .senderTooLong }
        return .sender(String(name))
    }
}

extension Address: CustomStringConvertible {
    /// The code or sender as it is; a number masked.
    package var description: String {
        switch self {
        case .number(let number): number.description
        case .shortCode(let code): code
        case .sender(let name): name
        }
    }
}
