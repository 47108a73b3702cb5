/// A character that makes a text dearer than one septet a character.
package struct CostlyCharacter: Hashable, Sendable {
    /// Why the character is dear.
    package enum Cost: Hashable, Sendable {
        /// It is not in GSM-7, so the whole text goes as UCS-2 and a segment holds 70 units in place of 160.
        case forcesUCS2
        /// It is in the extension table, which takes an escape and a septet.
        case twoSeptets
    }

    /// The character as it stands in the text.
    package let character: Character
    /// Why it is dear.
    package let cost: Cost
    /// How often the text has it.
    package let count: Int
    /// What could stand in its place in GSM-7: nil when nothing can, empty when it may simply go.
    package let replacement: String?

    /// The costly characters of a text: those that force UCS-2 first, then in the order they first appear.
    package static func all(in text: String) -> [CostlyCharacter] {
        var counts: [Character: Int] = [:]
        var seen: [Character] = []
        for character in text where cost(of: character) != nil {
            if counts[character] == nil { seen.append(character) }
            counts[character, default: 0] += 1
        }
        let found = seen.compactMap { character in
            cost(of: character).map { cost in
                CostlyCharacter(
                    character: character,
                    cost: cost,
                    count: counts[character] ?? 0,
                    replacement: cost == .forcesUCS2 ? GSM7.replacement(for: character) : nil
                )
            }
        }
        return found.filter { $0.cost == .forcesUCS2 } + found.filter { $0.cost == .twoSeptets }
    }

    private static func cost(of character: Character) -> Cost? {
        var cost: Cost?
        for scalar in character.unicodeScalars {
            switch GSM7.septets(scalar) {
            case 0: return .forcesUCS2
            case 2: cost = .twoSeptets
            default: break
            }
        }
        return cost
    }
}
