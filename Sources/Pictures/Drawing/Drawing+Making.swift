extension Drawing {
    /// Around everything, in pixels.
    static let margin = 24
    /// From the top of a heading to what is below it.
    private static let headingHeight = 40

    /// Lays out a graph; the steps of several flows in a panel for each flow.
    package init(_ graph: Graph, overlay: Overlay = .none) {
        if graph.isAtlas { self.init(atlas: graph, overlay) } else { self.init(sheet: graph, overlay) }
    }

    /// Lays out cards with arrows between them. Ways that `Signs` tells become signs in the cards they begin at.
    init(sheet graph: Graph, _ overlay: Overlay) {
        let signs = Signs(of: graph)
        let waysFrom = Dictionary(grouping: graph.ways, by: \.from)
        let cards = graph.nodes.filter { !$0.isDoor }.map { node in
            Card(
                node, waysFrom[node.id] ?? [], signs: signs.byWay,
                title: node.tag == .flow ? graph.titles[node.flow] : nil, overlay)
        }
        let places = Dictionary(cards.enumerated().map { ($1.node.id, $0) }, uniquingKeysWith: { first, _ in first })
        let starts = graph.ways.compactMap { ArrowStart($0, cards, places, signs, overlay) }
        let layout = Layout(cards.map { Layout.Box(width: $0.width, height: $0.height) }, starts.map(\.arrow))
        let heading = Heading(of: graph, at: Point(Self.margin, Self.margin))
        let corner = Point(Self.margin, Self.margin + Self.headingHeight)
        let frames = layout.frames.map { $0.moved(by: corner) }
        self.graph = graph
        self.overlay = overlay
        self.cards = zip(cards, frames).map { PlacedCard(id: $0.node.id, frame: $1, card: $0) }
        arrows = starts.indices.map { place in
            let points = layout.lines[place].map { $0.moved(by: corner) }
            let top = frames[starts[place].arrow.from].y
            return Arrow(
                way: starts[place].way, points: points, leadsUp: layout.leadsUp[place],
                row: layout.sides[place].map { _ in points[0].y - top })
        }
        labels = arrows.compactMap { Label($0, overlay) }
        headings = [heading]
        panels = []
        width = max(layout.width, heading.frame.width) + 2 * Self.margin
        height = corner.y + layout.height + Self.margin
    }

    /// Lays out each flow as a sheet of its own; ways from one to another are signs.
    private init(atlas graph: Graph, _ overlay: Overlay) {
        let sheets = graph.flows.map { Drawing(sheet: graph.sheet(of: $0), overlay) }
        let order = sheets.indices.sorted { one, other in
            // The flow that people start with, then the tallest: they leave the least room unused.
            (one > 0 ? 1 : 0, -sheets[one].height, one) < (other > 0 ? 1 : 0, -sheets[other].height, other)
        }
        let boxes = order.map { Layout.Box(width: sheets[$0].width, height: sheets[$0].height) }
        let shelves = Shelves(boxes, widest: Layout.widest, gap: Self.margin)
        let heading = Heading(of: graph, at: Point(Self.margin, Self.margin))
        let top = Point(Self.margin, Self.margin + Self.headingHeight)
        let corners = zip(order, shelves.corners).sorted { $0.0 < $1.0 }.map { $0.1.moved(by: top) }
        let placed = zip(sheets, corners).map { $0.moved(by: $1) }
        self.graph = graph
        self.overlay = overlay
        cards = placed.flatMap(\.cards)
        arrows = placed.flatMap(\.arrows)
        labels = placed.flatMap(\.labels)
        headings = [heading] + placed.flatMap(\.headings)
        panels = zip(sheets, corners).map { Frame(x: $1.x, y: $1.y, width: $0.width, height: $0.height) }
        width = max(shelves.width, heading.frame.width) + 2 * Self.margin
        height = top.y + shelves.height + Self.margin
    }
}

/// Where a way's arrow begins at its card.
private struct ArrowStart {
    let way: Way
    let arrow: Layout.Arrow

    /// nil when the way has no arrow.
    init?(_ way: Way, _ cards: [Card], _ places: [String: Int], _ signs: Signs, _ overlay: Overlay) {
        guard signs.byWay[way.id] == nil, let from = places[way.from], let to = way.target.flatMap({ places[$0] })
        else { return nil }
        let row = cards[from].rows.first { $0.way.id == way.id }
        self.way = way
        let label = overlay.ways[way.id].map { Card.width(ofCount: $0) } ?? 0
        arrow = Layout.Arrow(
            from: from, to: to, row: row?.middle,
            sideDoor: cards[from].headTop + Card.headHeight / 2, label: label)
    }
}
