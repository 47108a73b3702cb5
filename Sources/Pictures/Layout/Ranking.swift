/// Which layer each box is in, and which ways lead back up.
struct Ranking {
    /// By box; 0 is on top.
    let layers: [Int]
    /// By way: whether it leads to a box that comes before its own, or to its own.
    let leadsUp: [Bool]
    /// The boxes in reading order: each way is followed to its end before the next.
    let order: [Int]

    /// - Parameters:
    ///   - widths: Of the boxes.
    ///   - ways: Pairs of boxes; the first box stays on top.
    init(widths: [Int], ways: [(from: Int, to: Int)]) {
        let count = widths.count
        var search = BackwardSearch(count: count, ways: ways)
        for box in 0..<count { search.visit(box) }
        leadsUp = search.leadsUp
        order = search.order
        let downward = zip(ways, search.leadsUp).filter { $0.0.from != $0.0.to }.map { way, isUp in
            isUp ? (upper: way.to, lower: way.from) : (upper: way.from, lower: way.to)
        }
        let shortest = Self.layers(count, downward)
        layers = LayerWidth.narrowed(shortest, widths, downward, order: search.order)
    }

    /// The layers that make ways short, every way at least one layer long.
    private static func layers(_ count: Int, _ downward: [(upper: Int, lower: Int)]) -> [Int] {
        var edges = downward.map { NetworkSimplex.Edge(tail: $0.upper, head: $0.lower, length: 1, weight: 1) }
        for box in 0..<count where box > 0 {
            edges.append(NetworkSimplex.Edge(tail: 0, head: box, length: 1, weight: 0))
        }
        return NetworkSimplex(count: count, edges: edges).ranks()
    }
}

/// Follows ways in reading order; a way to the first box, or to one that is still being followed, leads back up.
private struct BackwardSearch {
    private let waysFrom: [[(way: Int, to: Int)]]
    private var state: [State]
    private(set) var leadsUp: [Bool]
    private(set) var order: [Int] = []

    private enum State {
        case new, open, done
    }

    init(count: Int, ways: [(from: Int, to: Int)]) {
        var waysFrom = [[(way: Int, to: Int)]](repeating: [], count: count)
        for (place, way) in ways.enumerated() { waysFrom[way.from].append((place, way.to)) }
        self.waysFrom = waysFrom
        state = Array(repeating: .new, count: count)
        leadsUp = Array(repeating: false, count: ways.count)
    }

    mutating func visit(_ box: Int) {
        guard state[box] == .new else { return }
        state[box] = .open
        order.append(box)
        for (way, next) in waysFrom[box] {
            if next == 0 || state[next] == .open { leadsUp[way] = true } else { visit(next) }
        }
        state[box] = .done
    }
}
