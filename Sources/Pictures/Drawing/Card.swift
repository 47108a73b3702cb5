/// A node as a card: its parts with their places in it, before it is known where it stands.
struct Card: Hashable {
    /// One line with a way, and where it leads when that is outside of the picture.
    struct Row: Hashable {
        let way: Way
        /// The middle of the row's first line, from the card's top.
        let middle: Int
        let label: String
        let condition: String
        /// What stands at the row's end instead of an arrow's beginning.
        let exit: Exit?
    }

    /// Where a way leads outside of the picture.
    enum Exit: Hashable {
        case back, home, end
        /// Another flow, or a step in it.
        case door(Node, name: String)

        /// The width of its sign.
        var width: Int {
            switch self {
            case .back, .home, .end: 20
            case .door(_, let name): TextSize.width(of: name, size: Card.smallFont) + 16
            }
        }
    }

    let node: Node
    let width: Int
    let height: Int
    /// How people come here; empty when nobody does.
    let strip: String
    let name: String
    let lines: [String]
    /// What staff should notice; empty for nothing.
    let note: String
    let rows: [Row]
    /// How many are here, in the corner.
    let count: Int?
}

extension Card {
    // In pixels.
    static let padding = 12
    static let widest = 236
    static let narrowest = 132
    static let font = 13
    static let smallFont = 11
    static let stripHeight = 20
    static let headHeight = 30
    static let lineHeight = 17
    static let noteHeight = 16
    static let rowHeight = 24
    static let conditionHeight = 14
    /// The space an option's number takes.
    static let badgeWidth = 24

    /// Where each part begins, from the card's top.
    var headTop: Int { strip.isEmpty ? 0 : Self.stripHeight }
    var linesTop: Int { headTop + Self.headHeight }
    var noteTop: Int { linesTop + lines.count * Self.lineHeight }
    /// The width of the tag in the head.
    var tagWidth: Int { TextSize.width(of: node.tag.rawValue, size: Self.smallFont) + 12 }
}
