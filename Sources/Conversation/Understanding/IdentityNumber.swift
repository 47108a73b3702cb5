import Expressions

/// Resident identity numbers of China: 17 digits and a check character (GB 11643-1999, ISO 7064 MOD 11-2).
enum IdentityNumber {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432")

    /// The number in upper case when its length, its day of birth and its check character are right.
    static func normalised(_ folded: String) -> String? {
        let characters = Array(folded.uppercased().filter { !" -.".contains($0) })
        guard characters.count == 18 else { return nil }
        var sum = 0
        for (weight, character) in zip(weights, characters) {
            guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
            sum += weight * digit
        }
        let birth = characters[6..<14].compactMap(\.wholeNumberValue).reduce(0) { $0 * 10 + $1 }
        guard CalendarDate(year: birth / 10_000, month: birth / 100 % 100, day: birth % 100) != nil else { return nil }
        let last = characters[17] == "Х" ? "X" : characters[17]  // the Cyrillic letter looks like the Latin one
        return checks[sum % 11] == last ? String(characters.dropLast()) + String(last) : nil
    }
}
