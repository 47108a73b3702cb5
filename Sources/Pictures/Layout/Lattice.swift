/// Boxes and the lanes between them, in layers: an arrow that passes a layer has a lane there, and arrows that lead to
/// the same box in the same direction share it, and so do arrows that leave a box together.
struct Lattice {
    /// What takes a place in a layer.
    enum Vertex: Hashable {
        case box(Int)
        /// Leads to a box, by its place.
        case lane(to: Int, layer: Int, up: Bool)
        /// Leads from a box, by its place, to several below.
        case trunk(from: Int, layer: Int)
    }

    private(set) var vertices: [Vertex] = []
    /// By vertex.
    private(set) var layerOf: [Int] = []
    /// By arrow: its vertices from box to box.
    private(set) var hops: [[Int]] = []
    /// Pairs of vertices in neighbouring layers, the upper one first, each once; how many arrows each carries.
    private(set) var links: [(upper: Int, lower: Int, arrows: Int)] = []
    /// The vertices of each layer from left to right.
    var layers: [[Int]]

    private var places: [Vertex: Int] = [:]

    /// The first order within layers is the reading order: a box, then what its arrows pass and lead to, row by row.
    init(_ ranking: Ranking, _ arrows: [Layout.Arrow]) {
        layers = Array(repeating: [], count: (ranking.layers.max() ?? 0) + 1)
        hops = Array(repeating: [], count: arrows.count)
        var arrowsFrom = [[Int]](repeating: [], count: ranking.layers.count)
        for (place, arrow) in arrows.enumerated() { arrowsFrom[arrow.from].append(place) }
        for box in ranking.order {
            _ = place(.box(box), ranking.layers[box])
            let together = Set(arrowsFrom[box].filter { arrows[$0].row == nil && !ranking.leadsUp[$0] })
            for arrow in arrowsFrom[box] {
                let (to, up) = (arrows[arrow].to, ranking.leadsUp[arrow])
                let isShared = together.count > 1 && together.contains(arrow)
                hops[arrow] = path(from: box, to: to, up: up, ranking.layers) { layer in
                    isShared ? .trunk(from: box, layer: layer) : .lane(to: to, layer: layer, up: up)
                }
            }
        }
        link()
        centreTrunks()
    }

    /// The vertex of a box.
    func vertex(of box: Int) -> Int { places[.box(box)] ?? 0 }

    /// Whether the vertex is a lane that arrows take upwards.
    func leadsUp(_ vertex: Int) -> Bool {
        if case .lane(_, _, let up) = vertices[vertex] { up } else { false }
    }

    /// The box at a vertex, when it is no lane.
    func box(at vertex: Int) -> Int? {
        if case .box(let box) = vertices[vertex] { box } else { nil }
    }

    private mutating func place(_ vertex: Vertex, _ layer: Int) -> Int {
        if let known = places[vertex] { return known }
        places[vertex] = vertices.count
        vertices.append(vertex)
        layerOf.append(layer)
        layers[layer].append(vertices.count - 1)
        return vertices.count - 1
    }

    /// An arrow that leads down passes the layers between; one that leads up also passes the layer of its box, beside it.
    private mutating func path(
        from: Int, to: Int, up: Bool, _ layers: [Int], lane: (_ layer: Int) -> Vertex
    ) -> [Int] {
        let (start, end) = (layers[from], layers[to])
        let passed = up ? Array((end..<max(start, end)).reversed()) : Array(min(start + 1, end)..<end)
        let lanes = passed.map { place(lane($0), $0) }
        return [place(.box(from), start)] + lanes + [place(.box(to), end)]
    }

    private mutating func link() {
        var known: [[Int]: Int] = [:]
        for path in hops {
            for (first, second) in zip(path, path.dropFirst()) where layerOf[first] != layerOf[second] {
                let pair = layerOf[first] < layerOf[second] ? [first, second] : [second, first]
                if let place = known[pair] {
                    links[place].arrows += 1
                } else {
                    known[pair] = links.count
                    links.append((pair[0], pair[1], 1))
                }
            }
        }
    }

    /// A trunk passes between what hangs beside it, so that the rows below stand under the rows above.
    private mutating func centreTrunks() {
        for (vertex, kind) in vertices.enumerated() {
            guard case .trunk(_, let layer) = kind, let upper = links.first(where: { $0.lower == vertex })?.upper
            else { continue }
            let beside = Set(links.filter { $0.upper == upper && $0.lower != vertex }.map(\.lower))
            layers[layer].removeAll { $0 == vertex }
            let places = layers[layer].indices.filter { beside.contains(layers[layer][$0]) }
            layers[layer].insert(vertex, at: places.isEmpty ? layers[layer].count : places[places.count / 2])
        }
    }
}
