/// Letters that look like digits on a phone.
enum Lookalikes {
    /// The text with `o` as 0 and `l` as 1 wherever they stand beside digits alone: `2o26-03`, `l2/2025`.
    static func plain(_ folded: String) -> String {
        guard folded.contains("o") || folded.contains("l"), folded.contains(where: Words.isDigit) else { return folded }
        var plain = ""
        var run = ""
        for character in folded {
            if character.isLetter || character.isNumber {
                run.append(character)
            } else {
                plain += digits(run) ?? run
                plain.append(character)
                run = ""
            }
        }
        return plain + (digits(run) ?? run)
    }

    /// The ASCII digits of a text that has at least one, and otherwise nothing but such letters; nil for any other.
    static func digits(_ text: String) -> String? {
        guard text.contains(where: Words.isDigit) else { return nil }
        let digits = String(text.map { $0 == "o" ? "0" : $0 == "l" ? "1" : $0 })
        return digits.isDigits ? digits : nil
    }
}
