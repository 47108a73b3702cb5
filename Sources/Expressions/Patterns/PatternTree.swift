/// A regular expression's tree.
indirect enum PatternTree {
    case one(ScalarSet)
    case place(Pattern.Assertion)
    case sequence([PatternTree])
    case choice(PatternTree, PatternTree)
    case group(PatternTree, Int)
    case repeated(PatternTree, low: Int, high: Int?, isLazy: Bool)
}

/// The scalars one place of a pattern takes.
struct ScalarSet: Sendable {
    enum Item: Sendable {
        case range(ClosedRange<UInt32>)
        /// A general category by its letters, `L` or `Lu`.
        case category(String)
        indirect case not([Item])
    }

    var items: [Item]
    var isNegated = false
    var ignoresCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var isInside = ScalarSet.have(items, scalar)
        if !isInside, ignoresCase {
            let properties = scalar.properties
            let (lower, upper) = (
                properties.lowercaseMapping.unicodeScalars, properties.uppercaseMapping.unicodeScalars
            )
            isInside =
                lower.count == 1 && lower.first.map { ScalarSet.have(items, $0) } == true
                || upper.count == 1 && upper.first.map { ScalarSet.have(items, $0) } == true
        }
        return isInside != isNegated
    }

    private static func have(_ items: [Item], _ scalar: Unicode.Scalar) -> Bool {
        items.contains { item in
            switch item {
            case .range(let range): range.contains(scalar.value)
            case .category(let name): scalar.properties.generalCategory.isNamed(name)
            case .not(let items): !have(items, scalar)
            }
        }
    }

    /// Perl's classes are of ASCII, as in RE2.
    static let digits: [Item] = [.range(0x30...0x39)]
    static let spaces: [Item] = [.range(0x09...0x0A), .range(0x0C...0x0D), .range(0x20...0x20)]
    static let wordParts: [Item] = digits + [.range(0x41...0x5A), .range(0x5F...0x5F), .range(0x61...0x7A)]
    static let anyButLineEnd = ScalarSet(items: [.range(0x0A...0x0A)], isNegated: true)
}

extension Unicode.GeneralCategory {
    static let names: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "S", "Z",
    ]

    fileprivate func isNamed(_ name: String) -> Bool {
        let own = shortName
        return own == name || name.utf8.count == 1 && own.first == name.first
    }

    private var shortName: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            "P"
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: "S"
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: "Z"
        default: "C"
        }
    }
}
