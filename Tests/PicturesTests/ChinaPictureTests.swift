import Conversation
import Pictures
import Testing

/// Every picture of the shipped pack can be read.
struct ChinaPictureTests {
    /// What a wide screen shows, made a little smaller.
    private static let widest = 2_800

    @Test func `the pack is there, with all its flows`() throws {
        let pack = try #require(ChinaPack.pack)
        #expect(ChinaPack.graphs.count == pack.languages.count * (pack.flowNames.count + 2))
    }

    @Test(arguments: ChinaPack.graphs)
    func `nothing covers or misses anything, and all fits a screen's width`(name: String, graph: Graph) {
        let drawing = Drawing(graph)
        #expect(drawing.faults == [])
        #expect(drawing.width <= Self.widest)
        #expect(Set(drawing.cards.map(\.id)) == Set(graph.nodes.filter { !$0.isDoor }.map(\.id)))
        #expect(drawing.panels.count == (graph.isAtlas ? graph.flows.count : 0))
    }

    @Test(arguments: ChinaPack.graphs)
    func `counts on every way and card are shown and cover nothing`(name: String, graph: Graph) throws {
        let ways = Dictionary(graph.ways.enumerated().map { ($1.id, 1_000 + $0) }) { first, _ in first }
        let nodes = Dictionary(graph.nodes.enumerated().map { ($1.id, 20_000 + $0) }) { first, _ in first }
        let drawing = Drawing(graph, overlay: Overlay(nodes: nodes, ways: ways))
        #expect(drawing.faults == [])
        let root = try #require(SVGElement(drawing.svg()))
        let shown = Set(root.all.filter { $0.attributes["class"] == "figure" }.map(\.text))
        let expected = Array(ways.values) + drawing.cards.compactMap { nodes[$0.id] }
        #expect(shown == Set(expected.map { "\($0)" }))
    }

    @Test(arguments: ChinaPack.graphs)
    func `the picture is well-formed and says every option in full`(name: String, graph: Graph) throws {
        let root = try #require(SVGElement(Drawing(graph).svg(links: .withinDocument)))
        let words = root.all.filter { $0.name == "text" }.map(\.text).joined().filter { !$0.isWhitespace }
        for way in graph.ways {
            guard case .option = way.kind else { continue }
            #expect(words.contains(way.label.filter { !$0.isWhitespace }), "\(way.id)")
        }
        let ids = root.all.compactMap { $0.attributes["id"] }
        #expect(Set(ids) == Set(graph.ways.map(\.id) + graph.nodes.filter { !$0.isDoor }.map(\.id)))
        #expect(Set(ids).count == ids.count)
    }

    /// Links lead to cards of the same picture, or to flows that another picture shows.
    @Test func `in the picture of every step, each link leads to a card`() throws {
        let graph = try #require(ChinaPack.graphs.last).graph
        let root = try #require(SVGElement(Drawing(graph).svg(links: .withinDocument)))
        let links = root.all.compactMap { $0.attributes["href"] }
        let targets = links.map { String($0.dropFirst()).replacing("%23", with: "#") }
        #expect(!targets.isEmpty)
        #expect(Set(targets).isSubset(of: graph.nodes.map(\.id)))
    }

    @Test(arguments: 0...1)
    func `the picture of the flows tells titles, sizes and the words that start them`(language: Int) throws {
        let pack = try #require(ChinaPack.pack)
        let root = try #require(SVGElement(Drawing(Graph(flowsOf: pack, language: language)).svg()))
        for flow in pack.flowNames {
            let card = try #require(root.all.first { $0.attributes["id"] == flow && $0.attributes["transform"] != nil })
            let words = card.all.map(\.text).joined(separator: " ")
            let count = pack.steps.count { $0.flow == flow }
            #expect(words.contains(count == 1 ? "1 step" : "\(count) steps"))
            if let title = pack.titles(in: language)[flow] { #expect(words.contains(title)) }
        }
        #expect(root.all.contains { $0.attributes["class"] == "entry" && $0.text.contains("WAGES") })
    }
}
