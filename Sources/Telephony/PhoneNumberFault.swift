/// Why a text is not a telephone number. Its sentence never holds the number.
package enum PhoneNumberFault: Error, Hashable, CustomStringConvertible {
    /// There is no digit in the text.
    case empty
    /// The text has a character that no written number has.
    case character(Character)
    /// A plus stands after a digit.
    case misplacedPlus
    /// The number begins with a national prefix, but no country says which nation's.
    case needsCountry
    /// The digits begin with no calling code of E.164.
    case unknownCallingCode
    /// Too few digits for the calling code.
    case tooShort(callingCode: String)
    /// Too many digits for the calling code.
    case tooLong(callingCode: String)
    /// A zero follows the calling code, where no number of the country has one.
    case leadingZero(callingCode: String)
    /// More digits than any number has.
    case endless
    /// An alphanumeric sender has more than 11 characters.
    case senderTooLong

    /// What is wrong with the number and how to write it; of what was typed it shows one character at most.
    package var description: String {
        switch self {
        case .empty:
            "a phone number needs digits"
        case .character(let character):
            "a phone number cannot have \(character.debugDescription): "
                + "write digits, with a plus and the calling code in front"
        case .misplacedPlus:
            "a plus belongs in front of a phone number: write one number at a time"
        case .needsCountry:
            "a national phone number needs a country: write it with a plus and its calling code"
        case .unknownCallingCode:
            "the phone number begins with no known calling code: write a plus and the country's calling code in front"
        case .tooShort(let code):
            "the phone number is too short for +\(code): write all its digits, with the area code"
        case .tooLong(let code):
            "the phone number is too long for +\(code): check its digits and leave out extensions"
        case .leadingZero(let code):
            "a phone number of +\(code) does not begin with 0 after the calling code: leave the 0 out"
        case .endless:
            "the phone number has far too many digits: write one number at a time"
        case .senderTooLong:
            "an alphanumeric sender has at most 11 characters: shorten it"
        }
    }
}
