/// The cards of a graph and the arrows between them, laid out from the upper left corner.
struct Sheet {
    let cards: [Card]
    let layout: Layout
    private let starts: [ArrowStart]

    init(_ graph: Graph, _ signs: Signs, _ overlay: Overlay) {
        let waysFrom = Dictionary(grouping: graph.ways, by: \.from)
        let cards = graph.nodes.filter { !$0.isDoor }.map { node in
            Card(
                node, waysFrom[node.id] ?? [], signs: signs.byWay,
                title: node.tag == .flow ? graph.titles[node.flow] : nil, overlay)
        }
        let places = Dictionary(cards.enumerated().map { ($1.node.id, $0) }, uniquingKeysWith: { first, _ in first })
        let starts = graph.ways.compactMap { ArrowStart($0, cards, places, signs, overlay) }
        layout = Layout(cards.map { Layout.Box(width: $0.width, height: $0.height) }, starts.map(\.arrow))
        (self.cards, self.starts) = (cards, starts)
    }

    /// The arrows of a picture in which the sheet has this corner.
    func arrows(from corner: Point) -> [Drawing.Arrow] {
        starts.indices.map { place in
            let top = layout.frames[starts[place].arrow.from].y
            return Drawing.Arrow(
                way: starts[place].way, points: layout.lines[place].map { $0.moved(by: corner) },
                leadsUp: layout.leadsUp[place],
                row: layout.sides[place].flatMap { _ in layout.lines[place].first.map { $0.y - top } })
        }
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
