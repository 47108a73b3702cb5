package import Conversation

extension Graph {
    /// The flows of a pack, each as one node, the first one first; ways between two flows are one way with their count.
    ///
    /// - Parameter language: The texts' language, by its place in the pack's list.
    package init(flowsOf pack: Pack, language: Int) {
        let entrances = Entrances(of: pack)
        let nodes = pack.flowNames.map { flow in
            let places = pack.steps.indices.filter { pack.steps[$0].flow == flow }
            return Node(flow: flow, steps: places.map { pack.steps[$0] }, entrances.of(places), language)
        }
        let ways = nodes.flatMap { pack.waysOut(of: $0.flow, language) }
        self.init(title: pack.title, nodes: nodes, ways: ways, titles: pack.titles(in: language))
    }
}

extension Pack {
    /// One way for each other flow that a flow leads to, in the order it first does.
    fileprivate func waysOut(of flow: String, _ language: Int) -> [Way] {
        var counts: [(flow: String, ways: Int)] = []
        for step in steps where step.flow == flow {
            for lead in step.leads(in: language) {
                guard case .step(let place) = lead.go, steps[place].flow != flow else { continue }
                if let known = counts.firstIndex(where: { $0.flow == steps[place].flow }) {
                    counts[known].ways += 1
                } else {
                    counts.append((steps[place].flow, 1))
                }
            }
        }
        return counts.map {
            Way(id: flow + ":" + $0.flow, from: flow, to: .node($0.flow), kind: .merged($0.ways))
        }
    }
}

extension Node {
    /// A flow says what its first question says; one that asks nothing, its first text.
    fileprivate init(flow: String, steps: [Step], _ entries: [Entry], _ language: Int) {
        let spoken = steps.filter { [.say, .menu, .ask, .send, .refer, .end].contains($0.tag) }
        let first = spoken.first { $0.verb.asks } ?? spoken.first
        self.init(
            id: flow, flow: flow, name: flow, tag: .flow, text: first?.words(in: language) ?? "", entries: entries,
            steps: steps.count)
    }
}
