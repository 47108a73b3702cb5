/// Lengths of time as operators write them: `90s`, `10m`, `24h`, `7d`.
enum Duration {
    private static let factors: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]

    /// Seconds; nil for anything else, and for more than a hundred years.
    static func seconds(_ text: String) -> Int? {
        guard let unit = text.last, let factor = factors[unit], text.first?.isNumber == true,
            let number = Int(text.dropLast()), (1...36_500).contains(number)
        else { return nil }
        return number * factor
    }
}
