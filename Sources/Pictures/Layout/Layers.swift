/// Boxes in layers from top to bottom and arrows between them, after Sugiyama, Tagawa and Toda, "Methods for Visual
/// Understanding of Hierarchical System Structures" (1981): find the arrows that lead back, give every box a layer, order
/// the layers so that few arrows cross, place the boxes so that arrows are straight, and give every level piece of an
/// arrow a track of its own. Arrows to the same box join on their way.
struct Layers {
    /// Where each box is.
    let frames: [Frame]
    /// The corners of each arrow, from its box's edge to the upper edge of the box it leads to.
    let lines: [[Point]]
    /// The side each arrow begins at; nil for the lower edge.
    let sides: [Side?]
    /// Whether each arrow leads back up.
    let leadsUp: [Bool]
    /// The size of everything.
    let width: Int
    let height: Int

    /// The first box stands on top.
    init(_ boxes: [Layout.Box], _ arrows: [Layout.Arrow]) {
        let ranking = Ranking(widths: boxes.map(\.width), ways: arrows.map { ($0.from, $0.to) })
        var lattice = Lattice(ranking, arrows)
        Ordering.reduceCrossings(of: &lattice)
        var exits = Exits(boxes, arrows, ranking.leadsUp)
        let draft = Placement.columns(of: lattice, exits)
        exits.chooseSides { arrow in draft[lattice.hops[arrow][1]] - draft[lattice.hops[arrow][0]] }
        let columns = Placement.columns(of: lattice, exits)
        let rows = Rows(lattice, exits, columns)
        let routes = Routes(lattice: lattice, exits: exits, columns: columns, rows: rows)
        frames = routes.frames
        lines = routes.lines
        sides = exits.sides
        leadsUp = ranking.leadsUp
        width = routes.width
        height = rows.height
    }
}
