/// A telephone number of ITU-T E.164, the identity of a subscriber.
///
/// It prints masked, so that neither a log nor a dump shows whose it is; the digits must be asked for.
package struct PhoneNumber: Hashable, Comparable, Sendable {
    /// Calling code and significant number, at most 15 digits, such as "8613800000001".
    package let digits: String

    init(digits: String) {
        self.digits = digits
    }

    /// The number as it is written internationally, such as "+8613800000001".
    package var e164: String { "+" + digits }

    /// The main country of the calling code; nil for a code of no country, such as a satellite network's.
    package var country: Country? { Country(callingCodeOf: digits) }

    /// The digits as they are dialled at home: without the calling code, and with the trunk prefix where subscribers
    /// dial it. A number of no country has only its international digits.
    package var national: String {
        guard let country else { return digits }
        return country.dialledAtHome(digits.dropFirst(country.callingCode.count))
    }

    /// By their digits as text, so that numbers of one calling code stand together.
    package static func < (one: PhoneNumber, other: PhoneNumber) -> Bool {
        one.digits < other.digits
    }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Calling code and last digits, such as "+86…0001".
    package var description: String {
        let code = country?.callingCode ?? String(digits.prefix(3))
        let shown = digits.count - code.count >= 8 ? 4 : 2
        return "+\(code)…\(digits.suffix(shown))"
    }

    /// The masked form, so that a debugger's output shows no more than a log.
    package var debugDescription: String { description }

    /// Shows no children, because a dump would print the digits.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
