/// Characters that are a whole number: in a circle, in brackets, with a full stop, raised or lowered.
enum NumberSign {
    /// Blocks of such characters that count up one by one, with the number of the first (Unicode: Enclosed
    /// Alphanumerics, Dingbats, Enclosed CJK Letters and Months, Enclosed Alphanumeric Supplement).
    private static let enclosed: [(signs: ClosedRange<UInt32>, first: Int)] = [
        (0x2460...0x2473, 1), (0x2474...0x2487, 1), (0x2488...0x249B, 1), (0x24EA...0x24EA, 0), (0x24EB...0x24F4, 11),
        (0x24F5...0x24FE, 1), (0x24FF...0x24FF, 0), (0x2776...0x277F, 1), (0x2780...0x2789, 1), (0x278A...0x2793, 1),
        (0x3220...0x3229, 1), (0x3251...0x325F, 21), (0x3280...0x3289, 1), (0x32B1...0x32BF, 36),
        (0x1F100...0x1F100, 0), (0x1F101...0x1F10A, 0), (0x1F10B...0x1F10B, 0), (0x1F10C...0x1F10C, 0),
    ]

    /// The number of a sign, or nil when it is none, or a raised digit that belongs to what stands before it.
    ///
    /// - Parameters:
    ///   - before: The character written before it.
    ///   - isOwn: Whether that was a sign of its own.
    static func value(_ character: Character, after before: Character?, isOwn: Bool) -> Int? {
        let scalars = character.unicodeScalars
        guard let scalar = scalars.first, scalars.dropFirst().allSatisfy({ $0.value == 0xFE0F }) else { return nil }
        if isRaised(character) {
            let stands = before.map { !$0.isLetter && !$0.isNumber } ?? true
            return stands && !isOwn ? scalar.properties.numericValue.map { Int($0) } : nil
        }
        guard let block = enclosed.first(where: { $0.signs.contains(scalar.value) }) else { return nil }
        return block.first + Int(scalar.value - block.signs.lowerBound)
    }

    /// Whether it is a superscript or subscript digit.
    static func isRaised(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return switch scalar {
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x2080...0x2089: true
        default: false
        }
    }
}

/// A run of Ethiopic numerals, which add up: `፲፪` is 12. A run without tens is read digit by digit.
struct EthiopicNumber {
    /// How many characters the run has.
    let length: Int
    /// The ASCII digits of the number; the run itself when it adds up to none.
    let digits: String

    /// The run a text begins with, nil when it begins with none.
    init?(at text: Substring) {
        let run = text.prefix { Self.value($0) != nil }
        let values = run.compactMap(Self.value)
        guard !values.isEmpty else { return nil }
        length = run.count
        if values.allSatisfy({ $0 < 10 }) {
            digits = values.map(String.init).joined()
        } else {
            digits = Self.sum(values).map(String.init) ?? String(run)
        }
    }

    /// Tens and units, once or with `፻` for the hundreds before them.
    private static func sum(_ values: [Int]) -> Int? {
        var (hundreds, rest, room) = (0, 0, 100)
        for value in values {
            if value == 100 {
                guard hundreds == 0 else { return nil }
                (hundreds, rest, room) = (max(rest, 1) * 100, 0, 100)
            } else {
                guard value < room else { return nil }
                rest += value
                room = value >= 10 ? 10 : 0
            }
        }
        return hundreds + rest
    }

    private static func value(_ character: Character) -> Int? {
        let scalars = character.unicodeScalars
        guard let scalar = scalars.first?.value, scalars.count == 1 else { return nil }
        return switch scalar {
        case 0x1369...0x1371: Int(scalar - 0x1368)
        case 0x1372...0x137B: Int(scalar - 0x1371) * 10
        default: nil
        }
    }
}
