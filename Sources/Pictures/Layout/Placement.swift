/// Columns of vertices that make arrows straight: the longer an arrow, the more it counts.
enum Placement {
    /// The column of each vertex's middle.
    static func columns(of lattice: Lattice, _ exits: Exits) -> [Int] {
        var edges = neighbours(lattice, exits)
        var count = lattice.vertices.count
        let root = count
        count += 1
        for layer in lattice.layers {
            guard let first = layer.first else { continue }
            edges.append(NetworkSimplex.Edge(tail: root, head: first, length: 0, weight: 0))
        }
        for pull in pulls(lattice, exits) {
            edges.append(NetworkSimplex.Edge(tail: count, head: pull.upper, length: -pull.offset, weight: pull.weight))
            edges.append(NetworkSimplex.Edge(tail: count, head: pull.lower, length: 0, weight: pull.weight))
            count += 1
        }
        let ranks = NetworkSimplex(count: count, edges: edges).ranks()
        return Array(ranks.prefix(lattice.vertices.count))
    }

    /// A link that wants its ends in one column; the upper end leaves its box `offset` right of the middle.
    private struct Pull {
        let upper: Int
        let lower: Int
        let offset: Int
        let weight: Int
    }

    /// Neighbours in a layer keep their distance.
    private static func neighbours(_ lattice: Lattice, _ exits: Exits) -> [NetworkSimplex.Edge] {
        lattice.layers.flatMap { layer in
            zip(layer, layer.dropFirst()).map { left, right in
                NetworkSimplex.Edge(
                    tail: left, head: right, length: distance(left, right, lattice, exits), weight: 0)
            }
        }
    }

    private static func distance(_ left: Int, _ right: Int, _ lattice: Lattice, _ exits: Exits) -> Int {
        let (first, second) = (lattice.box(at: left), lattice.box(at: right))
        let gap = first != nil && second != nil ? 28 : first == nil && second == nil ? 14 : 20
        return (first.map { exits.extent(of: $0, .right) } ?? 0) + gap
            + (second.map { exits.extent(of: $0, .left) } ?? 0)
    }

    private static func pulls(_ lattice: Lattice, _ exits: Exits) -> [Pull] {
        var pulls: [Pull] = []
        var known: Set<[Int]> = []
        for (arrow, path) in lattice.hops.enumerated() {
            for (hop, (from, to)) in zip(path, path.dropFirst()).enumerated() where from != to {
                let offset = hop == 0 ? exits.offsets[arrow] : 0
                guard known.insert([from, to, offset]).inserted else { continue }
                let lanes = [from, to].count { lattice.box(at: $0) == nil }
                pulls.append(Pull(upper: from, lower: to, offset: offset, weight: [1, 2, 8][lanes]))
            }
        }
        return pulls
    }
}
