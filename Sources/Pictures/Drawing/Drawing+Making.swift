extension Drawing {
    /// Around everything, in pixels.
    private static let margin = 24

    /// So many flows must lead to one for it to be drawn without arrows.
    private static let crowd = 5

    /// Lays out a graph. Doors become signs in the cards that lead to them, and so do flows that many others lead to:
    /// where everyone goes now and then, arrows would tell nothing and hide the others.
    package init(_ graph: Graph, overlay: Overlay = .none) {
        let signs = graph.nodes.filter { $0.isDoor || Self.isCrowded($0, in: graph) }
        let doors = Dictionary(signs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let waysFrom = Dictionary(grouping: graph.ways, by: \.from)
        let cards = graph.nodes.filter { !$0.isDoor }.map { Card($0, waysFrom[$0.id] ?? [], doors: doors, overlay) }
        let places = Dictionary(cards.enumerated().map { ($1.node.id, $0) }, uniquingKeysWith: { first, _ in first })
        let starts = graph.ways.compactMap { ArrowStart($0, cards, places, overlay) }
        let layout = Layout(cards.map { Layout.Box(width: $0.width, height: $0.height) }, starts.map(\.arrow))
        let frames = layout.frames.map { $0.moved(by: Self.margin) }
        self.graph = graph
        self.overlay = overlay
        self.cards = zip(cards, frames).map { PlacedCard(id: $0.node.id, frame: $1, card: $0) }
        arrows = starts.indices.map { place in
            let points = layout.lines[place].map { Point($0.x + Self.margin, $0.y + Self.margin) }
            let top = frames[starts[place].arrow.from].y
            return Arrow(
                way: starts[place].way, points: points, leadsUp: layout.leadsUp[place],
                row: layout.sides[place].map { _ in points[0].y - top })
        }
        labels = zip(arrows, starts).compactMap { Label($0, width: $1.arrow.label, overlay) }
        width = layout.width + 2 * Self.margin
        height = layout.height + 2 * Self.margin
    }
}

extension Drawing {
    private static func isCrowded(_ node: Node, in graph: Graph) -> Bool {
        node.tag == .flow && graph.ways.count { $0.target == node.id } >= crowd
    }
}

/// Where a way's arrow begins at its card.
private struct ArrowStart {
    let way: Way
    let arrow: Layout.Arrow

    /// nil when the way has no arrow.
    init?(_ way: Way, _ cards: [Card], _ places: [String: Int], _ overlay: Overlay) {
        guard let from = places[way.from], let to = way.target.flatMap({ places[$0] }) else { return nil }
        let row = cards[from].rows.first { $0.way.id == way.id }
        if row?.exit != nil { return nil }
        self.way = way
        let label = overlay.ways[way.id].map { TextSize.width(of: "\($0)", size: Card.smallFont) + 12 } ?? 0
        arrow = Layout.Arrow(
            from: from, to: to, row: row?.middle,
            sideDoor: cards[from].headTop + Card.headHeight / 2, label: label)
    }
}

extension Drawing.Label {
    private static let height = 16

    /// The count on an arrow's first piece, just outside of its card; nil when there is none.
    fileprivate init?(_ arrow: Drawing.Arrow, width: Int, _ overlay: Overlay) {
        guard let count = overlay.ways[arrow.way.id], arrow.points.count > 1 else { return nil }
        let (start, next) = (arrow.points[0], arrow.points[1])
        let x = start.x == next.x ? start.x - width / 2 : start.x < next.x ? start.x + 5 : start.x - 5 - width
        let y = start.x == next.x ? start.y + 5 : start.y - Self.height / 2
        self.init(
            way: arrow.way.id, text: "\(count)", frame: Frame(x: x, y: y, width: width, height: Self.height))
    }
}

extension Frame {
    fileprivate func moved(by distance: Int) -> Frame {
        Frame(x: x + distance, y: y + distance, width: width, height: height)
    }
}
