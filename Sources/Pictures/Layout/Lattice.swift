/// Boxes and the lanes between them, in layers: an arrow that passes a layer has a lane there, and arrows that lead to
/// the same box in the same direction share it.
struct Lattice {
    /// What takes a place in a layer.
    enum Vertex: Hashable {
        case box(Int)
        /// Leads to a box, by its place.
        case lane(to: Int, layer: Int, up: Bool)
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
            for arrow in arrowsFrom[box] {
                hops[arrow] = path(from: box, to: arrows[arrow].to, up: ranking.leadsUp[arrow], ranking.layers)
            }
        }
        link()
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
    private mutating func path(from: Int, to: Int, up: Bool, _ layers: [Int]) -> [Int] {
        let (start, end) = (layers[from], layers[to])
        let passed = up ? Array((end..<max(start, end)).reversed()) : Array(min(start + 1, end)..<end)
        let lanes = passed.map { place(.lane(to: to, layer: $0, up: up), $0) }
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
}
