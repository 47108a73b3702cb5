extension Card {
    /// Lays out a node's card.
    ///
    /// - Parameters:
    ///   - ways: The node's own, in order.
    ///   - doors: Nodes outside of the picture, by id.
    init(_ node: Node, _ ways: [Way], doors: [String: Node], _ overlay: Overlay) {
        let parts = ways.compactMap { RowParts($0, doors) }
        let width = Self.width(node, parts)
        let room = width - 2 * Self.padding
        let count = overlay.nodes[node.id]
        let corner = count.map { TextSize.width(of: "\($0)", size: Self.smallFont) + 14 } ?? 0
        let strip = Self.strip(node.entries, room: room - 12)
        let tag = TextSize.width(of: node.tag.rawValue, size: Self.smallFont) + 12
        let lines = TextLines.wrap(node.text, width: room, size: Self.font, most: 3)
        let note = TextLines.shorten(
            node.marks.map(\.rawValue).joined(separator: " · "), width: room, size: Self.smallFont)
        var y = (strip.isEmpty ? 0 : Self.stripHeight) + Self.headHeight + lines.count * Self.lineHeight
        y += (note.isEmpty ? 0 : Self.noteHeight) + (lines.isEmpty && note.isEmpty || parts.isEmpty ? 0 : 4)
        var rows: [Row] = []
        for part in parts {
            rows.append(part.row(top: y, room: room))
            y += part.height
        }
        let isBare = parts.isEmpty && lines.isEmpty && note.isEmpty
        self.init(
            node: node, width: width, height: y + (isBare ? 0 : 7), strip: strip,
            name: TextLines.shorten(node.name, width: room - tag - 8 - corner, size: 12), lines: lines, note: note,
            rows: rows, count: count)
    }

    /// As wide as the parts need, within bounds.
    private static func width(_ node: Node, _ parts: [RowParts]) -> Int {
        let head =
            TextSize.width(of: node.tag.rawValue, size: smallFont) + 20 + TextSize.width(of: node.name, size: 12) + 24
        let lines = TextLines.wrap(node.text, width: widest - 2 * padding, size: font, most: 3)
        let words = lines.map { TextSize.width(of: $0, size: font) }
        let entries = node.entries.isEmpty ? 0 : 180
        let needed = ([head, entries] + words + parts.map(\.width)).max() ?? 0
        return min(max(needed + 2 * padding, narrowest), widest) / 2 * 2
    }

    /// As many entrances as fit, and how many more there are.
    private static func strip(_ entries: [Node.Entry], room: Int) -> String {
        let words = entries.map(\.words)
        for shown in stride(from: words.count, to: 0, by: -1) {
            let rest = words.count - shown
            let text = words.prefix(shown).joined(separator: " · ") + (rest > 0 ? " +\(rest)" : "")
            if TextSize.width(of: text, size: smallFont) <= room { return text }
        }
        return words.first.map { TextLines.shorten($0, width: room, size: smallFont) } ?? ""
    }
}

extension Node.Entry {
    /// As it stands on a card.
    var words: String {
        switch self {
        case .start: "start"
        case .word(let word): word
        case .lost: "not understood"
        }
    }
}

/// What a row says, before its card's width is known.
private struct RowParts {
    let way: Way
    let label: String
    let exit: Card.Exit?

    /// nil when the way is an arrow under the card and no row.
    init?(_ way: Way, _ doors: [String: Node]) {
        self.way = way
        switch way.to {
        case .back: exit = .back
        case .home: exit = .home
        case .end: exit = .end
        case .node(let id):
            exit = doors[id].map { .door($0, name: TextLines.shorten($0.name, width: 120, size: Card.smallFont)) }
        }
        if way.kind == .only, exit == nil { return nil }
        label =
            switch way.kind {
            case .only: way.label.isEmpty ? "then" : way.label
            case .merged(let count): (exit == nil ? way.label : "") + (count > 1 ? " ×\(count)" : "")
            case .option, .result, .call: way.label
            }
    }

    var height: Int { Card.rowHeight + (way.condition == nil ? 0 : Card.conditionHeight) }

    /// What stands beside the label.
    private var fixedWidth: Int {
        let badge = if case .option = way.kind { Card.badgeWidth } else { 0 }
        return badge + (exit.map { $0.width + 8 } ?? 0)
    }

    var width: Int { fixedWidth + TextSize.width(of: label, size: 12) }

    func row(top: Int, room: Int) -> Card.Row {
        Card.Row(
            way: way, middle: top + Card.rowHeight / 2,
            label: TextLines.shorten(label, width: room - fixedWidth, size: 12),
            condition: way.condition.map {
                TextLines.shorten("if " + $0, width: room - Card.badgeWidth, size: Card.smallFont)
            } ?? "", exit: exit)
    }
}
