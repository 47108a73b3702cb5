/// Where arrows leave their boxes: in the middle of the lower edge, or beside a row, left or right, in a lane of their own.
struct Exits {
    /// From a box's edge to its first lane, without labels.
    static let reach = 14
    /// Between lanes.
    static let spacing = 10
    /// Boxes with more rows than this choose each row's side alone.
    private static let mostCompared = 8

    let boxes: [Layout.Box]
    let arrows: [Layout.Arrow]
    let leadsUp: [Bool]
    /// By arrow; nil for the lower edge.
    private(set) var sides: [Side?]
    /// By arrow: from the middle of its box to its lane; 0 for the lower edge.
    private(set) var offsets: [Int]
    private var rowsOf: [[Int]]

    /// Until sides are chosen, every arrow leaves in the middle.
    init(_ boxes: [Layout.Box], _ arrows: [Layout.Arrow], _ leadsUp: [Bool]) {
        (self.boxes, self.arrows, self.leadsUp) = (boxes, arrows, leadsUp)
        sides = Array(repeating: nil, count: arrows.count)
        offsets = Array(repeating: 0, count: arrows.count)
        rowsOf = Array(repeating: [], count: boxes.count)
        for (place, arrow) in arrows.enumerated() where arrow.row != nil || leadsUp[place] {
            rowsOf[arrow.from].append(place)
        }
    }

    /// How far a box and the lanes beside it reach from its middle.
    func extent(of box: Int, _ side: Side) -> Int {
        let lanes = rowsOf[box].filter { sides[$0] == side }.map { abs(offsets[$0]) }
        return max(lanes.max() ?? 0, boxes[box].width - boxes[box].width / 2)
    }

    /// Where an arrow leaves its box's side, from the box's top.
    func height(of arrow: Int) -> Int { arrows[arrow].row ?? arrows[arrow].sideDoor }

    /// Gives every row a side so that its arrow goes where it leads, and crosses few others of its box.
    ///
    /// - Parameter distance: By arrow: how far right of its box's middle the next hop is.
    mutating func chooseSides(_ distance: (Int) -> Int) {
        for rows in rowsOf where !rows.isEmpty {
            let aims = rows.map(distance)
            let choices = rows.count <= Self.mostCompared ? Self.allChoices(of: rows.count) : [aims.map(Self.side)]
            let costs = choices.map { cost(of: rows, $0, aims) }
            let best = choices.indices.min { costs[$0] < costs[$1] } ?? 0
            take(rows, choices[best])
        }
    }

    private static func side(towards aim: Int) -> Side { aim < 0 ? .left : .right }

    private static func allChoices(of count: Int) -> [[Side]] {
        (0..<(1 << count)).map { bits in (0..<count).map { bits >> $0 & 1 == 0 ? .right : .left } }
    }

    private mutating func take(_ rows: [Int], _ choice: [Side]) {
        let lanes = lanes(of: rows, choice)
        for (index, row) in rows.enumerated() { (sides[row], offsets[row]) = (choice[index], lanes[index]) }
    }

    /// The lanes of rows, from the middle of their box: the lowest row has the nearest, so that none crosses another.
    private func lanes(of rows: [Int], _ choice: [Side]) -> [Int] {
        var lanes = Array(repeating: 0, count: rows.count)
        for side in [Side.left, .right] {
            let chosen = rows.indices.filter { choice[$0] == side }
            let label = chosen.map { arrows[rows[$0]].label }.max() ?? 0
            let nearest = boxes[arrows[rows[0]].from].width / 2 + Self.reach + (label > 0 ? label + 6 : 0)
            let outward = chosen.sorted { (height(of: rows[$0]), $0) > (height(of: rows[$1]), $1) }
            for (lane, index) in outward.enumerated() {
                lanes[index] = (nearest + lane * Self.spacing) * (side == .left ? -1 : 1)
            }
        }
        return lanes
    }

    /// What a choice of sides costs: the way to go, and much more for each crossing.
    private func cost(of rows: [Int], _ choice: [Side], _ aims: [Int]) -> Int {
        let lanes = lanes(of: rows, choice)
        var cost = 0
        for (index, row) in rows.enumerated() {
            cost += abs(aims[index] - lanes[index])
            for other in rows.indices.dropFirst(index + 1) {
                let crosses =
                    leadsUp[row] == leadsUp[rows[other]]
                    ? (lanes[index] - lanes[other]) * (aims[index] - aims[other]) < 0
                    : choice[index] == choice[other]
                cost += crosses ? 400 : 0
            }
        }
        return cost
    }
}
