extension Drawing {
    /// The same further right and down.
    func moved(by distance: Point) -> Drawing {
        Drawing(
            graph: graph, overlay: overlay,
            cards: cards.map { PlacedCard(id: $0.id, frame: $0.frame.moved(by: distance), card: $0.card) },
            arrows: arrows.map { arrow in
                Arrow(
                    way: arrow.way, points: arrow.points.map { $0.moved(by: distance) }, leadsUp: arrow.leadsUp,
                    row: arrow.row)
            },
            labels: labels.map { Label(way: $0.way, count: $0.count, frame: $0.frame.moved(by: distance)) },
            headings: headings.map { Heading(title: $0.title, note: $0.note, frame: $0.frame.moved(by: distance)) },
            panels: panels.map { $0.moved(by: distance) }, width: width, height: height)
    }
}

extension Drawing.Heading {
    private static let size = 17
    private static let gap = 12
    private static let legend = "an arrow is the first way to a flow, a framed name another flow it leads to"

    /// The heading of a graph: its title, then the name of the flow and how much there is.
    init(of graph: Graph, at corner: Point) {
        let nodes = graph.nodes.count { !$0.isDoor }
        let count = graph.isMap ? "\(nodes) flows · \(Self.legend)" : Graph.count(ofSteps: nodes)
        let name = graph.isMap || graph.isAtlas ? [] : graph.flows.filter { $0 != graph.title }
        let title = TextLines.shorten(graph.title, width: 600, size: Self.size)
        let note = (name + [count]).joined(separator: " · ")
        let width =
            TextSize.width(of: title, size: Self.size) + Self.gap + TextSize.width(of: note, size: Card.labelFont)
        self.init(title: title, note: note, frame: Frame(x: corner.x, y: corner.y, width: width, height: 22))
    }

    /// Where the note begins.
    var noteLeft: Int { frame.x + TextSize.width(of: title, size: Self.size) + Self.gap }
}

extension Drawing.Label {
    private static let height = 16

    /// The count on an arrow, where nothing else is: on its first piece, just outside of its card, or, where several
    /// arrows begin together, beside its tip; nil when there is none.
    init?(_ arrow: Drawing.Arrow, _ overlay: Overlay) {
        guard let count = overlay.ways[arrow.way.id], let tip = arrow.points.last, arrow.points.count > 1 else {
            return nil
        }
        let width = Card.width(ofCount: count)
        let (start, next) = (arrow.points[0], arrow.points[1])
        let corner =
            if case .merged = arrow.way.kind { Point(tip.x + 7, tip.y - Self.height - 3) } else if start.x == next.x {
                Point(start.x - width / 2, start.y + 5)
            } else { Point(start.x < next.x ? start.x + 5 : start.x - 5 - width, start.y - Self.height / 2) }
        self.init(
            way: arrow.way.id, count: count,
            frame: Frame(x: corner.x, y: corner.y, width: width, height: Self.height))
    }
}
