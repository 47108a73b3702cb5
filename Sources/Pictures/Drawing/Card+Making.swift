extension Card {
    /// The entrances share lines of at least this width.
    private static let entriesWidth = 180

    /// Lays out a node's card.
    ///
    /// - Parameters:
    ///   - ways: The node's own, in order.
    ///   - signs: What stands in the card instead of an arrow, by the way's id.
    ///   - title: What staff call the flow that the node is.
    init(_ node: Node, _ ways: [Way], signs: [String: Node], title: String?, _ overlay: Overlay) {
        let parts = ways.compactMap { RowParts($0, sign: signs[$0.id], count: overlay.ways[$0.id]) }
        let width = Self.width(node, parts, title, overlay.nodes[node.id])
        let room = width - 2 * Self.padding
        let count = overlay.nodes[node.id]
        let besideName = Self.headWidth(node, count)
        let bare = Card(
            node: node, width: width, height: 0, strip: EntryStrip.lines(node.entries, width: room - 12),
            name: TextLines.shorten(node.name, width: room - besideName, size: Self.labelFont),
            title: title.map { TextLines.wrap($0, width: room, size: Self.font, most: 2) } ?? [],
            lines: TextLines.wrap(node.text, width: room, size: Self.font, most: title == nil ? 3 : 2),
            note: TextLines.shorten(node.notes, width: room, size: Self.smallFont), rows: [],
            count: count)
        let (rows, bottom) = node.tag == .flow ? bare.chips(parts) : bare.list(parts)
        let isBare = bottom == bare.titleTop
        self.init(
            node: node, width: width, height: bottom + (isBare ? 0 : 7), strip: bare.strip, name: bare.name,
            title: bare.title, lines: bare.lines, note: bare.note, rows: rows, count: count)
    }

    /// As wide as the parts need, within bounds.
    private static func width(_ node: Node, _ parts: [RowParts], _ title: String?, _ count: Int?) -> Int {
        let head = headWidth(node, count) + TextSize.width(of: node.name, size: labelFont) + 8
        let lines = TextLines.wrap(node.text, width: widestText, size: font, most: 3)
        let words = (lines + [title ?? ""]).map { TextSize.width(of: $0, size: font) }
        let note = TextSize.width(of: node.notes, size: smallFont)
        let entries = node.entries.isEmpty ? 0 : entriesWidth
        let texts = min(([head, entries, note] + words).max() ?? 0, widestText)
        let rows = parts.map(\.width).max() ?? 0
        let width = min(max(texts, rows) + 2 * padding, widest)
        return max(width + width % 2, narrowest)
    }

    /// What stands beside the name: the tag and a count.
    private static func headWidth(_ node: Node, _ count: Int?) -> Int {
        TextSize.width(of: node.tag.rawValue, size: smallFont) + 20 + (count.map { width(ofCount: $0) + 6 } ?? 0)
    }

    /// One way below the other.
    private func list(_ parts: [RowParts]) -> (rows: [Row], bottom: Int) {
        var y = rowsTop
        let rows = parts.map { part in
            let row = part.row(left: Self.padding, top: y, right: width - Self.padding)
            y += part.height(of: row)
            return row
        }
        return (rows, y)
    }

    /// Signs beside one another, as many in a line as fit.
    private func chips(_ parts: [RowParts]) -> (rows: [Row], bottom: Int) {
        var (x, y) = (Self.padding, rowsTop)
        let rows = parts.map { part in
            if x > Self.padding, x + part.width > width - Self.padding { (x, y) = (Self.padding, y + Self.rowHeight) }
            let row = part.row(left: x, top: y, right: min(x + part.width, width - Self.padding))
            x += part.width + 6
            return row
        }
        return (rows, rows.isEmpty ? y : y + Self.rowHeight)
    }
}

extension Node {
    /// How much there is, and what staff should notice.
    fileprivate var notes: String {
        ((steps.map { [Graph.count(ofSteps: $0)] } ?? []) + marks.map(\.rawValue)).joined(separator: " · ")
    }
}
