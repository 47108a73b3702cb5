extension Graph {
    /// The steps of one flow among those of several; what it leads to in the others are doors.
    func sheet(of flow: String) -> Graph {
        let own = nodes.filter { $0.flow == flow && !$0.isDoor }
        let ids = Set(own.map(\.id))
        let ways = ways.filter { ids.contains($0.from) }
        let targets = Set(ways.compactMap(\.target)).subtracting(ids)
        let doors = nodes.filter { targets.contains($0.id) }.map { door($0) }
        return Graph(title: titles[flow] ?? flow, nodes: own + doors, ways: ways, titles: titles)
    }

    /// A node of another sheet; a flow's first step has the flow's name.
    private func door(_ node: Node) -> Node {
        if node.isDoor { return node }
        let isFirst = nodes.first { $0.flow == node.flow }?.id == node.id
        return Node(id: node.id, flow: node.flow, name: isFirst ? node.flow : node.id, tag: .flow, isDoor: true)
    }
}
