/// The corners of every arrow, once columns and heights are known.
struct Routes {
    let frames: [Frame]
    let lines: [[Point]]
    let width: Int

    init(lattice: Lattice, exits: Exits, columns: [Int], rows: Rows) {
        var left = Int.max
        var right = 0
        for (vertex, column) in columns.enumerated() {
            let box = lattice.box(at: vertex)
            left = min(left, column - (box.map { exits.extent(of: $0, .left) } ?? 0))
            right = max(right, column + (box.map { exits.extent(of: $0, .right) } ?? 0))
        }
        let shifted = columns.map { $0 - min(left, right) }
        let frames = exits.boxes.enumerated().map { place, box in
            let vertex = lattice.vertex(of: place)
            return Frame(
                x: shifted[vertex] - box.width / 2, y: rows.tops[lattice.layerOf[vertex]], width: box.width,
                height: box.height)
        }
        self.frames = frames
        width = max(right - left, 0)
        lines = lattice.hops.indices.map { Self.line($0, lattice, exits, shifted, rows, frames) }
    }

    private static func line(
        _ arrow: Int, _ lattice: Lattice, _ exits: Exits, _ columns: [Int], _ rows: Rows, _ frames: [Frame]
    ) -> [Point] {
        let box = frames[exits.arrows[arrow].from]
        let path = lattice.hops[arrow]
        var column = columns[path[0]] + exits.offsets[arrow]
        var points: [Point]
        switch exits.sides[arrow] {
        case nil: points = [Point(column, box.bottom)]
        case .left: points = [Point(box.x, box.y + exits.height(of: arrow))]
        case .right: points = [Point(box.right, box.y + exits.height(of: arrow))]
        }
        if exits.sides[arrow] != nil { points.append(Point(column, points[0].y)) }
        for vertex in path.dropFirst() {
            guard let track = rows.tracks[vertex] else { continue }
            points += [Point(column, track), Point(columns[vertex], track)]
            column = columns[vertex]
        }
        return corners(of: points + [Point(column, frames[exits.arrows[arrow].to].y)])
    }

    /// Only the points where a line turns.
    private static func corners(of points: [Point]) -> [Point] {
        var corners: [Point] = []
        for point in points where corners.last != point {
            if corners.count > 1 {
                let (before, last) = (corners[corners.count - 2], corners[corners.count - 1])
                let isStraight = before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y
                if isStraight { corners.removeLast() }
            }
            corners.append(point)
        }
        return corners
    }
}
