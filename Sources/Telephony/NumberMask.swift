/// Hides the phone numbers and identity numbers in a text from whoever may not see them.
package enum NumberMask {
    /// What stands for a digit.
    package static let sign: Character = "•"
    /// The digits of a number that still show.
    package static let shown = 2
    /// Fewer digits than these are an amount, a year or a short code that anybody may call.
    package static let shortest = 7

    /// The text with every digit of a longer number hidden but its last two. A number may be written with spaces,
    /// dashes, dots, slashes and brackets; a day such as 2026-03-15 is none.
    package static func masked(_ text: String) -> String {
        guard mayHold(text) else { return text }
        var masked = ""
        var rest = text[...]
        while let character = rest.first {
            guard Digits.value(character) != nil else {
                masked.append(character)
                rest.removeFirst()
                continue
            }
            let run = run(at: rest)
            let day = day(at: run)
            let piece = day.isEmpty ? run : day
            masked += day.isEmpty ? hidden(run) : String(day)
            rest = rest[piece.endIndex...]
        }
        return masked
    }

    /// Whether it has as many digits as a longer number: few texts have, and every one that is searched or shown is asked.
    private static func mayHold(_ text: String) -> Bool {
        var count = 0
        for scalar in text.unicodeScalars where Digits.value(scalar) != nil {
            count += 1
            if count == shortest { return true }
        }
        return false
    }

    /// The digits at the start of a text, with what separates them; it ends with a digit.
    private static func run(at text: Substring) -> Substring {
        var end = text.startIndex
        var gap = 0
        for index in text.indices {
            if Digits.value(text[index]) != nil {
                end = text.index(after: index)
                gap = 0
            } else {
                gap += 1
                guard gap <= mostBetween, separators.contains(text[index]) else { break }
            }
        }
        return text[..<end]
    }

    private static let separators: Set<Character> = [" ", "-", ".", "/", "(", ")", "（", "）", "\u{2010}", "\u{2011}"]

    /// Between two digits of one number stand at most a bracket and a space.
    private static let mostBetween = 2

    /// The day at the start of a run: a year of these centuries, and twice one or two digits, with the same sign between.
    private static func day(at run: Substring) -> Substring {
        let parts = run.split(maxSplits: 3, omittingEmptySubsequences: false) { Digits.value($0) == nil }
        guard parts.count >= 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count)
        else { return run.prefix(0) }
        let century = String(parts[0].prefix(2).compactMap(Digits.ascii))
        let signs = [run[parts[0].endIndex], run[parts[1].endIndex]]
        let isDay = ["19", "20"].contains(century) && signs[0] == signs[1] && "-/.".contains(signs[0])
        return isDay ? run[..<parts[2].endIndex] : run.prefix(0)
    }

    private static func hidden(_ run: Substring) -> String {
        let count = run.count { Digits.value($0) != nil }
        guard count >= shortest else { return String(run) }
        var seen = 0
        return String(
            run.map { character in
                guard Digits.value(character) != nil else { return character }
                seen += 1
                return seen > count - shown ? character : sign
            })
    }
}
