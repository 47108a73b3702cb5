/// Resident identity numbers of China: 17 digits and a check character (GB 11643-1999, ISO 7064 MOD 11-2).
enum IdentityNumber {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432")

    /// The number in upper case when its length and check character are right.
    static func normalised(_ folded: String) -> String? {
        let characters = Array(folded.uppercased().filter { $0 != " " && $0 != "-" })
        guard characters.count == 18 else { return nil }
        var sum = 0
        for (weight, character) in zip(weights, characters) {
            guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
            sum += weight * digit
        }
        return checks[sum % 11] == characters[17] ? String(characters) : nil
    }
}
