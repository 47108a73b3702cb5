import Expressions
import Telephony

/// A text whose typographic characters have plain equivalents that would make it GSM-7.
struct CostlyText {
    let version: TextVersion
    /// Where the first of the characters stands, in characters from the beginning of the text's source.
    let offset: Int
    /// The first few of them, each with its equivalent: `’ ' – -`.
    let replacements: [(character: Character, plain: String)]

    /// Nil for a text that is GSM-7 already, or cannot become so.
    init?(_ version: TextVersion) {
        guard !version.wording.hasSigns else { return nil }
        let masked = String(scalars: version.wording.scalars.map { $0 == Template.mask ? "x" : $0 })
        guard GSM7.septets(masked) == nil, GSM7.septets(GSM7.replacing(masked)) != nil else { return nil }
        var offset: Int?
        var replacements: [(character: Character, plain: String)] = []
        for (place, character) in masked.enumerated() where GSM7.septets(String(character)) == nil {
            // What cannot be seen, or is only not in normal form, has rules of its own.
            guard let plain = GSM7.replacement(for: character), !plain.isEmpty, plain != String(character) else {
                continue
            }
            offset = offset ?? place
            if !replacements.contains(where: { $0.character == character }) { replacements.append((character, plain)) }
        }
        guard let offset else { return nil }
        self.version = version
        self.offset = offset
        self.replacements = replacements
    }

    /// `’ as ', – as -`.
    var advice: String {
        let pairs = replacements.prefix(4).map { character, plain in
            let code = "U+\(String(character.code, radix: 16, uppercase: true))"
            return "\(character.isWhitespace ? code : "\(character)") as \(plain == " " ? "a space" : plain)"
        }
        return "write " + pairs.joined(separator: ", ")
    }
}

extension Character {
    fileprivate var code: UInt32 { unicodeScalars.first?.value ?? 0 }
}
