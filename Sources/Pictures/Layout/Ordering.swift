/// Orders each layer so that few links cross: layers are sorted by the middle of their neighbours, down and up in turn,
/// and neighbours change places where that helps (Gansner and others, section 3). Equals keep the reading order.
enum Ordering {
    /// Sweeps over all layers; after that many there is hardly anything to win.
    private static let sweeps = 24

    static func reduceCrossings(of lattice: inout Lattice) {
        let crossings = Crossings(of: lattice)
        var layers = lattice.layers
        crossings.exchangeNeighbours(in: &layers)
        var best = layers
        var fewest = crossings.count(in: layers)
        for sweep in 0..<sweeps where fewest > 0 {
            crossings.sort(&layers, down: sweep.isMultiple(of: 2))
            crossings.exchangeNeighbours(in: &layers)
            let count = crossings.count(in: layers)
            if count < fewest { (best, fewest) = (layers, count) }
        }
        lattice.layers = best
    }
}

/// How often the links of a lattice cross.
struct Crossings {
    /// By vertex.
    private let above: [[Int]]
    private let below: [[Int]]

    init(of lattice: Lattice) {
        var above = [[Int]](repeating: [], count: lattice.vertices.count)
        var below = above
        for link in lattice.links {
            above[link.lower].append(link.upper)
            below[link.upper].append(link.lower)
        }
        (self.above, self.below) = (above, below)
    }

    /// The crossings between all layers.
    func count(in layers: [[Int]]) -> Int {
        let place = places(in: layers)
        return layers.reduce(0) { total, layer in
            var sum = total
            for (index, left) in layer.enumerated() {
                for right in layer[(index + 1)...] { sum += crossings(below[left], below[right], place) }
            }
            return sum
        }
    }

    /// Sorts each layer by the middle of its neighbours in the layer that is done already.
    func sort(_ layers: inout [[Int]], down: Bool) {
        let order = down ? Array(layers.indices.dropFirst()) : Array(layers.indices.dropLast().reversed())
        for layer in order {
            let place = places(in: layers)
            let keys = layers[layer].enumerated().map { index, vertex in
                (middle(of: (down ? above : below)[vertex], place) ?? index * 2, index, vertex)
            }
            layers[layer] = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
    }

    /// Exchanges neighbours as long as that takes crossings away.
    func exchangeNeighbours(in layers: inout [[Int]]) {
        var place = places(in: layers)
        var isBetter = true
        while isBetter {
            isBetter = false
            for layer in layers.indices {
                for index in layers[layer].indices.dropLast() {
                    let (left, right) = (layers[layer][index], layers[layer][index + 1])
                    guard gain(left, right, place) > 0 else { continue }
                    layers[layer].swapAt(index, index + 1)
                    (place[left], place[right]) = (index + 1, index)
                    isBetter = true
                }
            }
        }
    }

    private func gain(_ left: Int, _ right: Int, _ place: [Int]) -> Int {
        crossings(above[left], above[right], place) - crossings(above[right], above[left], place)
            + crossings(below[left], below[right], place) - crossings(below[right], below[left], place)
    }

    /// The crossings of the links of two vertices, the first of which is left.
    private func crossings(_ left: [Int], _ right: [Int], _ place: [Int]) -> Int {
        left.reduce(0) { sum, one in sum + right.count { place[$0] < place[one] } }
    }

    /// Twice the median, so that halves stay whole numbers.
    private func middle(of neighbours: [Int], _ place: [Int]) -> Int? {
        guard !neighbours.isEmpty else { return nil }
        let sorted = neighbours.map { place[$0] }.sorted()
        return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    }

    private func places(in layers: [[Int]]) -> [Int] {
        var place = Array(repeating: 0, count: above.count)
        for layer in layers { for (index, vertex) in layer.enumerated() { place[vertex] = index } }
        return place
    }
}
