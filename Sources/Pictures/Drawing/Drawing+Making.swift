extension Drawing {
    /// Around everything, in pixels.
    static let margin = 24
    /// From the top of a heading to what is below it.
    private static let headingHeight = 40

    /// Lays out a graph; the steps of several flows in a panel for each flow.
    package init(_ graph: Graph, overlay: Overlay = .none) {
        if graph.isAtlas { self.init(atlas: graph, overlay) } else { self.init(sheet: graph, overlay) }
    }

    /// Lays out cards with arrows between them. Ways that `Signs` tells become signs in the cards they begin at; a tree
    /// of flows that gets too wide loses its upper flow, until what is left fits.
    init(sheet graph: Graph, _ overlay: Overlay) {
        var signs = Signs(of: graph)
        var sheet = Sheet(graph, signs, overlay)
        while graph.isMap, !sheet.layout.wide.isEmpty {
            signs.cut(below: Set(sheet.layout.wide.map { sheet.cards[$0].node.id }), in: graph)
            sheet = Sheet(graph, signs, overlay)
        }
        let heading = Heading(of: graph, at: Point(Self.margin, Self.margin))
        let corner = Point(Self.margin, Self.margin + Self.headingHeight)
        self.graph = graph
        self.overlay = overlay
        cards = zip(sheet.cards, sheet.layout.frames).map { card, frame in
            PlacedCard(id: card.node.id, frame: frame.moved(by: corner), card: card)
        }
        arrows = sheet.arrows(from: corner)
        labels = arrows.compactMap { Label($0, overlay) }
        headings = [heading]
        panels = []
        width = max(sheet.layout.width, heading.frame.width) + 2 * Self.margin
        height = corner.y + sheet.layout.height + Self.margin
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
