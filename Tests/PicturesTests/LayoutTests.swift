import Pictures
import TestSupport
import Testing

/// Pictures of graphs made up by chance: readable, whatever leads where.
struct LayoutTests {
    /// A graph of so many steps with ways at random, back ways and loops among them.
    private func graph(_ count: Int, _ random: inout SplitMix64) -> Graph {
        let tags: [Node.Tag] = [.menu, .ask, .say, .branch, .end]
        let nodes = (0..<count).map { number in
            Node(
                id: "f#s\(number)", flow: "f", name: "s\(number)", tag: tags[number % tags.count],
                text: String(
                    repeating: number % 3 == 0 ? "工资 " : "word ", count: Int.random(in: 0...14, using: &random)))
        }
        let ways = nodes.flatMap { node in
            (1...Int.random(in: 1...4, using: &random)).map { option in
                let target = nodes[Int.random(in: 0..<count, using: &random)].id
                let to: Way.Destination = option == 4 ? .end : .node(target)
                return Way(id: "\(node.id):\(option)", from: node.id, to: to, kind: .option(option), label: "Option")
            }
        }
        return Graph(title: "Random", nodes: nodes, ways: ways)
    }

    @Test(arguments: 0..<60) func `no card lies on another, no arrow runs through one`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let graph = graph(Int.random(in: 1...24, using: &random), &random)
        let drawing = Drawing(graph)
        #expect(drawing.faults == [])
        #expect(drawing.cards.map(\.id) == graph.nodes.map(\.id))
        #expect(Drawing(graph).svg() == drawing.svg())
    }

    @Test func `where a reader begins stands on top`() {
        var random = SplitMix64(seed: 3)
        for count in 2...12 {
            let drawing = Drawing(graph(count, &random))
            #expect(drawing.cards.allSatisfy { $0.frame.y >= drawing.cards[0].frame.y })
        }
    }
}
