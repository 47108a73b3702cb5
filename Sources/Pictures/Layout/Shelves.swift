/// Boxes side by side on shelves below one another. Each box goes where the first room for it is: under a lower box, at
/// the end of a shelf, or on a new one.
struct Shelves {
    /// The upper left corner of each box.
    let corners: [Point]
    /// The size of everything.
    let width: Int
    let height: Int

    /// - Parameters:
    ///   - boxes: In their order.
    ///   - widest: No shelf is wider, unless a box is.
    ///   - gap: Between boxes.
    init(_ boxes: [Layout.Box], widest: Int, gap: Int) {
        let widest = max(widest, boxes.map(\.width).max() ?? 0)
        var shelves: [Shelf] = []
        corners = boxes.map { box in
            for place in shelves.indices {
                let isLast = place == shelves.count - 1
                if let corner = shelves[place].take(box, widest: widest, gap: gap, mayGrow: isLast) { return corner }
            }
            let top = shelves.last.map { $0.bottom + gap } ?? 0
            shelves.append(Shelf(top: top, first: box))
            return Point(0, top)
        }
        width = zip(corners, boxes).map { $0.x + $1.width }.max() ?? 0
        height = shelves.last?.bottom ?? 0
    }
}

private struct Shelf {
    /// A box and what stands under it.
    private struct Column {
        let x: Int
        let width: Int
        var bottom: Int
    }

    private(set) var bottom: Int
    private let top: Int
    private var columns: [Column]

    init(top: Int, first box: Layout.Box) {
        self.top = top
        bottom = top + box.height
        columns = [Column(x: 0, width: box.width, bottom: bottom)]
    }

    /// The corner for a box; nil when there is no room.
    ///
    /// - Parameter mayGrow: Whether nothing is below yet.
    mutating func take(_ box: Layout.Box, widest: Int, gap: Int, mayGrow: Bool) -> Point? {
        let under = columns.firstIndex { $0.width >= box.width && $0.bottom + gap + box.height <= bottom }
        if let under {
            let corner = Point(columns[under].x, columns[under].bottom + gap)
            columns[under].bottom = corner.y + box.height
            return corner
        }
        let x = columns.last.map { $0.x + $0.width + gap } ?? 0
        guard x + box.width <= widest, mayGrow || top + box.height <= bottom else { return nil }
        bottom = max(bottom, top + box.height)
        columns.append(Column(x: x, width: box.width, bottom: top + box.height))
        return Point(x, top)
    }
}
