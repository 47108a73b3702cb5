/// Which ways are shown as signs in the cards they begin at, and not as arrows.
struct Signs {
    /// So many flows must lead to one for it to be drawn without arrows: where everyone goes now and then, arrows would
    /// tell nothing and hide the others.
    private static let crowd = 5

    /// The node that each sign stands for, by the way's id.
    private(set) var byWay: [String: Node]

    /// Doors are signs. Where flows are shown as a whole, they hang together in trees, and all other ways are signs.
    init(of graph: Graph) {
        let nodes = Dictionary(graph.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let branches = graph.isMap ? Self.branches(of: graph) : nil
        var byWay: [String: Node] = [:]
        for way in graph.ways {
            guard let node = way.target.flatMap({ nodes[$0] }) else { continue }
            if node.isDoor || branches?.contains(way.id) == false { byWay[way.id] = node }
        }
        self.byWay = byWay
    }

    /// Makes signs of all ways out of some nodes, so that what hung under them stands for itself.
    mutating func cut(below roots: Set<String>, in graph: Graph) {
        let nodes = Dictionary(graph.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for way in graph.ways where roots.contains(way.from) { byWay[way.id] = way.target.flatMap { nodes[$0] } }
    }

    /// The ways that make trees, each node under the one that first leads there: those close to the start come first.
    private static func branches(of graph: Graph) -> Set<String> {
        let waysTo = Dictionary(grouping: graph.ways.filter { $0.target != nil }) { $0.target ?? "" }
        let waysFrom = Dictionary(grouping: graph.ways, by: \.from)
        let isLeaf = { (id: String) in (waysTo[id] ?? []).count < crowd && id != graph.nodes.first?.id }
        let roots = graph.nodes.filter { waysTo[$0.id] == nil || !isLeaf($0.id) }
        var reached: Set<String> = []
        var branches: Set<String> = []
        for root in graph.nodes.prefix(1) + roots + graph.nodes where reached.insert(root.id).inserted {
            var open = [root.id][...]
            while let id = open.popFirst() {
                for way in waysFrom[id] ?? [] {
                    guard let next = way.target, isLeaf(next), reached.insert(next).inserted else { continue }
                    branches.insert(way.id)
                    open.append(next)
                }
            }
        }
        return branches
    }
}
