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

    /// Nodes without texts of a pack's picture, `flow0` being the start.
    private func flows(_ count: Int) -> [Node] {
        (0..<count).map { Node(id: "flow\($0)", flow: "flow\($0)", name: "flow\($0)", tag: .flow, steps: 1) }
    }

    @Test(arguments: [1, 2, 30, 200]) func `cards that nothing leads to stand in rows`(count: Int) {
        let drawing = Drawing(Graph(title: "Lone", nodes: flows(count), ways: []))
        #expect(drawing.faults == [])
        #expect(drawing.width <= 2_400)
        let inRow = Dictionary(grouping: drawing.cards, by: \.frame.y).values.map(\.count)
        #expect(inRow.max() == min(count, 13))
        #expect(inRow.count == (count + 12) / 13)
    }

    @Test(arguments: [3, 20, 60]) func `a start that leads to many has them below, in several rows if need be`(
        count: Int
    ) {
        let nodes = flows(count + 1)
        let ways = nodes.dropFirst().map {
            Way(id: "flow0:\($0.id)", from: "flow0", to: .node($0.id), kind: .merged(1))
        }
        let drawing = Drawing(Graph(title: "Wide", nodes: nodes, ways: ways))
        #expect(drawing.faults == [])
        #expect(drawing.arrows.count == count)
        #expect(drawing.width <= 2_400)
    }

    /// Where flows lead to one another in any way, each that can be reached hangs under one that leads to it; every other
    /// way is a sign.
    @Test(arguments: 0..<30) func `a pack's flows hang together in trees`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let nodes = flows(Int.random(in: 2...30, using: &random))
        var ways: [String: Way] = [:]
        for _ in 0..<nodes.count * 2 {
            let (from, to) = (nodes.randomElement(using: &random), nodes.randomElement(using: &random))
            guard let from, let to, from != to else { continue }
            let id = from.id + ":" + to.id
            ways[id] = Way(id: id, from: from.id, to: .node(to.id), kind: .merged(2))
        }
        let sorted = ways.values.sorted { $0.id < $1.id }
        let counts = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
        let drawing = Drawing(Graph(title: "Trees", nodes: nodes, ways: sorted), overlay: Overlay(ways: counts))
        #expect(drawing.faults == [])
        let targets = drawing.arrows.map { $0.way.target ?? "" }
        #expect(Set(targets).count == targets.count)
        #expect(!targets.contains("flow0"))
        #expect(drawing.labels.count == drawing.arrows.count)
    }

    /// Upper flows whose trees get too wide tell what is below them by signs.
    @Test func `a large pack keeps to the width of a screen`() {
        let nodes = flows(150)
        let ways = nodes.indices.dropFirst().map { place in
            let parent = "flow\((place - 1) / 5)"
            return Way(id: "\(parent):flow\(place)", from: parent, to: .node("flow\(place)"), kind: .merged(1))
        }
        let drawing = Drawing(Graph(title: "Large", nodes: nodes, ways: ways))
        #expect(drawing.faults == [])
        #expect(drawing.width <= 2_400)
        #expect(drawing.arrows.count > 100)
    }

    @Test func `in each tree, what nothing leads to stands on top`() {
        let nodes = flows(4)
        let ways = [Way(id: "flow3:flow1", from: "flow3", to: .node("flow1"), kind: .merged(1))]
        let drawing = Drawing(Graph(title: "Two", nodes: nodes, ways: ways))
        #expect(drawing.faults == [])
        #expect(drawing.arrows.map(\.leadsUp) == [false])
    }
}
