/// Whole numbers for the nodes of a graph so that every edge is at least as long as it must be and the weighted sum of
/// all lengths is least, after Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (1993),
/// sections 2 and 4. It gives boxes their layers, and columns that make arrows straight.
struct NetworkSimplex {
    /// `rank[head] - rank[tail]` is at least `length`; what it is more costs `weight` for each unit.
    struct Edge {
        let tail: Int
        let head: Int
        let length: Int
        let weight: Int
    }

    private let count: Int
    private let edges: [Edge]
    private var rank: [Int]
    private var inTree: [Bool]
    /// The tree's nodes from its root to its leaves; each with the edge to its parent, -1 at the root.
    private var order: [Int] = []
    private var parentEdge: [Int] = []
    /// Sums of weights out of less weights into each node: what moving it would cost, but for the tree.
    private let pull: [Int]
    private var next = 0

    /// - Parameters:
    ///   - count: Nodes are numbered from 0.
    ///   - edges: Without cycles, and in one piece.
    init(count: Int, edges: [Edge]) {
        (self.count, self.edges) = (count, edges)
        inTree = Array(repeating: false, count: edges.count)
        var pull = Array(repeating: 0, count: count)
        for edge in edges {
            pull[edge.tail] += edge.weight
            pull[edge.head] -= edge.weight
        }
        self.pull = pull
        rank = Self.longestPaths(count, edges)
    }

    /// The ranks; the least is 0. More exchanges than this bound would be a cycle of equals; the ranks are valid then, too.
    func ranks() -> [Int] {
        guard count > 0 else { return [] }
        var search = self
        search.growTree()
        var exchanges = 0
        while exchanges < 8 * (count + edges.count), search.improve() { exchanges += 1 }
        let least = search.rank.min() ?? 0
        return search.rank.map { $0 - least }
    }

    private static func longestPaths(_ count: Int, _ edges: [Edge]) -> [Int] {
        var rank = Array(repeating: 0, count: count)
        var open = Array(repeating: 0, count: count)
        var outgoing = [[Int]](repeating: [], count: count)
        for (place, edge) in edges.enumerated() {
            open[edge.head] += 1
            outgoing[edge.tail].append(place)
        }
        var ready = (0..<count).filter { open[$0] == 0 }
        while let node = ready.popLast() {
            for edge in outgoing[node].map({ edges[$0] }) {
                rank[edge.head] = max(rank[edge.head], rank[node] + edge.length)
                open[edge.head] -= 1
                if open[edge.head] == 0 { ready.append(edge.head) }
            }
        }
        return rank
    }

    private func slack(_ edge: Edge) -> Int { rank[edge.head] - rank[edge.tail] - edge.length }

    /// A tree of edges that are as short as they may be: grown from node 0, which takes the rest along by the least slack.
    private mutating func growTree() {
        var reached = Array(repeating: false, count: count)
        reached[0] = true
        var size = 1
        while size < count {
            let border = edges.indices.filter { reached[edges[$0].tail] != reached[edges[$0].head] }
            guard let nearest = border.min(by: { slack(edges[$0]) < slack(edges[$1]) }) else { return }
            let step = reached[edges[nearest].tail] ? slack(edges[nearest]) : -slack(edges[nearest])
            for node in 0..<count where reached[node] { rank[node] += step }
            for place in border where reached[edges[place].tail] != reached[edges[place].head] {
                guard slack(edges[place]) == 0 else { continue }
                inTree[place] = true
                reached[edges[place].tail] = true
                reached[edges[place].head] = true
                size += 1
            }
        }
        hangTree()
    }

    /// Orders the tree from its root, with each node's edge to its parent.
    private mutating func hangTree() {
        var neighbours = [[Int]](repeating: [], count: count)
        for place in edges.indices where inTree[place] {
            neighbours[edges[place].tail].append(place)
            neighbours[edges[place].head].append(place)
        }
        order = [0]
        parentEdge = Array(repeating: -1, count: count)
        var visited = 0
        while visited < order.count {
            let node = order[visited]
            visited += 1
            for place in neighbours[node] where place != parentEdge[node] {
                let child = edges[place].tail == node ? edges[place].head : edges[place].tail
                parentEdge[child] = place
                order.append(child)
            }
        }
    }

    /// Takes one edge out of the tree whose two sides would rather be further apart, and puts in the tightest that then
    /// holds them; false when there is none.
    private mutating func improve() -> Bool {
        guard let child = loosest() else { return false }
        let leaving = parentEdge[child]
        let below = subtree(of: child)
        let childIsTail = edges[leaving].tail == child
        let entering = edges.indices.filter { place in
            let edge = edges[place]
            return childIsTail ? below[edge.head] && !below[edge.tail] : below[edge.tail] && !below[edge.head]
        }.min { slack(edges[$0]) < slack(edges[$1]) }
        guard let entering else { return false }
        let step = childIsTail ? -slack(edges[entering]) : slack(edges[entering])
        if step != 0 { for node in 0..<count where below[node] { rank[node] += step } }
        inTree[leaving] = false
        inTree[entering] = true
        hangTree()
        return true
    }

    /// The lower end of a tree edge with a negative cut value, looked for from where the last search ended.
    private mutating func loosest() -> Int? {
        var weight = pull
        for node in order.reversed() where parentEdge[node] >= 0 {
            let edge = edges[parentEdge[node]]
            weight[edge.tail == node ? edge.head : edge.tail] += weight[node]
        }
        for offset in 0..<count {
            let node = (next + offset) % count
            guard parentEdge[node] >= 0 else { continue }
            let isTail = edges[parentEdge[node]].tail == node
            if (isTail ? weight[node] : -weight[node]) < 0 {
                next = node + 1
                return node
            }
        }
        return nil
    }

    private func subtree(of root: Int) -> [Bool] {
        var isIn = Array(repeating: false, count: count)
        isIn[root] = true
        for node in order where parentEdge[node] >= 0 {
            let edge = edges[parentEdge[node]]
            if isIn[edge.tail == node ? edge.head : edge.tail] { isIn[node] = true }
        }
        return isIn
    }
}
