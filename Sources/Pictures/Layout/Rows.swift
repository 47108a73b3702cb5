/// The heights of layers and of the tracks between them.
struct Rows {
    /// Above the first track of a channel, below its last one, and between tracks.
    private static let above = 16
    private static let below = 20
    private static let spacing = 10
    /// More room under boxes whose arrow has a label there.
    private static let labels = 22

    /// The top of each layer.
    let tops: [Int]
    /// The height of the track that leads to a vertex, for those that have one.
    let tracks: [Int: Int]
    /// Down to the lower edge of the last box.
    let height: Int

    init(_ lattice: Lattice, _ exits: Exits, _ columns: [Int]) {
        let nets = Self.nets(lattice, exits, columns)
        var tops: [Int] = []
        var tracks: [Int: Int] = [:]
        var y = 0
        for layer in lattice.layers.indices {
            let channel = Channel(nets[layer])
            if layer > 0 || channel.depth > 0 {
                let room = layer > 0 && Self.hasLabels(under: layer - 1, lattice, exits) ? Self.labels : 0
                for (vertex, track) in channel.tracks { tracks[vertex] = y + room + Self.above + track * Self.spacing }
                y += room + Self.above + max(channel.depth - 1, 0) * Self.spacing + Self.below
            }
            tops.append(y)
            y += lattice.layers[layer].compactMap { lattice.box(at: $0) }.map { exits.boxes[$0].height }.max() ?? 0
        }
        self.tops = tops
        self.tracks = tracks
        height = y
    }

    private static func hasLabels(under layer: Int, _ lattice: Lattice, _ exits: Exits) -> Bool {
        exits.arrows.indices.contains { arrow in
            exits.arrows[arrow].label > 0 && exits.sides[arrow] == nil
                && lattice.layerOf[lattice.hops[arrow][0]] == layer
        }
    }

    /// By channel, which is the space above the layer of the same number.
    private static func nets(_ lattice: Lattice, _ exits: Exits, _ columns: [Int]) -> [[Channel.Net]] {
        var nets = [Int: Channel.Net]()
        for (arrow, path) in lattice.hops.enumerated() {
            var column = columns[path[0]] + exits.offsets[arrow]
            for to in path.dropFirst() {
                var net = nets[to] ?? Channel.Net(vertex: to, tops: [], bottoms: [])
                if exits.leadsUp[arrow] { net.bottoms.insert(column) } else { net.tops.insert(column) }
                if lattice.leadsUp(to) { net.tops.insert(columns[to]) } else { net.bottoms.insert(columns[to]) }
                nets[to] = net
                column = columns[to]
            }
        }
        var channels = [[Channel.Net]](repeating: [], count: lattice.layers.count)
        for vertex in nets.keys.sorted() {
            let channel = lattice.layerOf[vertex] + (lattice.leadsUp(vertex) ? 1 : 0)
            if let net = nets[vertex] { channels[channel].append(net) }
        }
        return channels
    }
}
