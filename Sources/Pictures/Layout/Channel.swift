/// The space above a layer, where arrows go sideways: each on a track of its own, ordered so that few cross.
struct Channel {
    /// What leads to one vertex through the channel.
    struct Net: Hashable {
        let vertex: Int
        /// The columns where it comes in or goes out, above and below.
        var tops: Set<Int>
        var bottoms: Set<Int>

        var columns: ClosedRange<Int> {
            let all = tops.union(bottoms)
            return (all.min() ?? 0)...(all.max() ?? 0)
        }
    }

    /// The track of each net that goes sideways, by its vertex; 0 is on top.
    let tracks: [Int: Int]
    /// How many tracks there are.
    let depth: Int

    init(_ nets: [Net]) {
        let buses = Self.buses(nets)
        var order = buses.map(\.net).filter { $0.columns.count > 1 }
        order.sort { ($0.columns.lowerBound, $0.vertex) < ($1.columns.lowerBound, $1.vertex) }
        Self.improve(&order)
        var tracks: [Int: Int] = [:]
        for (index, net) in order.enumerated() {
            let above = order[..<index].filter { Self.touch($0, net) }.compactMap { tracks[$0.vertex] }
            tracks[net.vertex] = (above.max() ?? -1) + 1
        }
        for bus in buses {
            for vertex in bus.vertices { tracks[vertex] = tracks[bus.net.vertex] }
        }
        self.tracks = tracks
        depth = (tracks.values.max() ?? -1) + 1
    }

    /// Arrows that leave a box together lie on one track, whatever they lead to.
    private static func buses(_ nets: [Net]) -> [(net: Net, vertices: [Int])] {
        var buses: [(net: Net, vertices: [Int])] = []
        for net in nets {
            if net.tops.count == 1, let place = buses.firstIndex(where: { $0.net.tops == net.tops }) {
                buses[place].net.bottoms.formUnion(net.bottoms)
                buses[place].vertices.append(net.vertex)
            } else {
                buses.append((net, [net.vertex]))
            }
        }
        return buses
    }

    /// Moves each net to where it costs least, until none wants to move; few rounds are enough.
    private static func improve(_ order: inout [Net]) {
        for _ in 0..<8 {
            let before = order
            for net in before {
                guard let place = order.firstIndex(of: net) else { continue }
                order.remove(at: place)
                order.insert(net, at: cheapestPlace(for: net, in: order))
            }
            if order == before { return }
        }
    }

    private static func cheapestPlace(for net: Net, in order: [Net]) -> Int {
        var cost = order.reduce(0) { $0 + price(net, above: $1) }
        var best = (place: 0, cost: cost)
        for (index, other) in order.enumerated() {
            cost += price(other, above: net) - price(net, above: other)
            if cost < best.cost { best = (index + 1, cost) }
        }
        return best.place
    }

    /// Crossings when one net's track is above the other's; where both would lie on each other, many.
    private static func price(_ upper: Net, above lower: Net) -> Int {
        let crossings =
            upper.bottoms.count { lower.columns.contains($0) } + lower.tops.count { upper.columns.contains($0) }
        let overlaps = upper.bottoms.count { bottom in lower.tops.contains { abs($0 - bottom) < 6 } }
        return crossings + overlaps * 100
    }

    /// Whether two nets need different tracks.
    private static func touch(_ one: Net, _ other: Net) -> Bool {
        one.columns.lowerBound - 8 <= other.columns.upperBound && other.columns.lowerBound - 8 <= one.columns.upperBound
    }
}
