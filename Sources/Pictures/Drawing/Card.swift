/// A node as a card: its parts with their places in it, before it is known where it stands.
struct Card: Hashable {
    /// A way with its words, and where it leads when no arrow shows that.
    struct Row: Hashable {
        let way: Way
        /// Where it begins, from the card's left edge.
        let left: Int
        /// The middle of its first line, from the card's top.
        let middle: Int
        /// The words on the way, line by line.
        let label: [String]
        /// What must hold for an option to be shown, line by line.
        let condition: [String]
        /// What stands at the row's end instead of an arrow's beginning.
        let exit: Exit?
        /// Where the sign ends, from the card's left edge.
        let right: Int
        /// How many went the way, where a sign stands; an arrow shows its own count.
        let count: Int?
    }

    let node: Node
    let width: Int
    let height: Int
    /// How people come here, line by line; empty when nobody does.
    let strip: [String]
    let name: String
    /// What staff call a flow, line by line.
    let title: [String]
    /// Its first words.
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
    static let narrowest = 132
    /// The width of texts; rows may make a card wider than that, so that their words stand beside their signs.
    static let widestText = 212
    static let widest = 304
    static let font = 13
    static let smallFont = 11
    static let labelFont = 12
    static let headHeight = 30
    static let lineHeight = 17
    static let noteHeight = 16
    static let rowHeight = 24
    /// Of each line of a label after the first.
    static let labelHeight = 16
    static let conditionHeight = 14
    static let entryHeight = 14
    /// The space an option's number takes.
    static let badgeWidth = 24

    /// The width of a count with its box.
    static func width(ofCount count: Int) -> Int { TextSize.width(of: "\(count)", size: smallFont) + 12 }

    /// Where each part begins, from the card's top.
    var headTop: Int { strip.isEmpty ? 0 : strip.count * Self.entryHeight + 6 }
    var titleTop: Int { headTop + Self.headHeight }
    var linesTop: Int { titleTop + title.count * Self.lineHeight }
    var noteTop: Int { linesTop + lines.count * Self.lineHeight }
    var rowsTop: Int {
        let isBare = title.isEmpty && lines.isEmpty && note.isEmpty
        return noteTop + (note.isEmpty ? 0 : Self.noteHeight) + (isBare ? 0 : 4)
    }
    /// The width of the tag in the head.
    var tagWidth: Int { TextSize.width(of: node.tag.rawValue, size: Self.smallFont) + 12 }
}
