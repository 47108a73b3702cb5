import Foundation
import Pictures
import TestSupport
import Testing

/// The forms a picture is written in. `UPDATE_GOLDEN=1` writes the expected files anew.
struct FormTests {
    private static let graph = Graph(
        title: "A \"small\" flow",
        nodes: [
            Node(
                id: "a#start", flow: "a", name: "start", tag: .menu, text: "What & where?\n<1> [2] {3} |4| `5`",
                entries: [.start, .word("HI")]),
            Node(id: "a#pin", flow: "a", name: "pin", tag: .ask, text: "您的密码？", marks: [.isPrivate, .stopsShortcut]),
            Node(id: "a#done", flow: "a", name: "done", tag: .end, text: "Bye \\ \"you\"."),
            Node(id: "b#start", flow: "b", name: "b", tag: .flow, isDoor: true),
        ],
        ways: [
            Way(
                id: "a#start:1", from: "a#start", to: .node("a#pin"), kind: .option(1), label: "Say #1", condition: "x"),
            Way(id: "a#start:2", from: "a#start", to: .back, kind: .option(2), label: "Back"),
            Way(id: "a#start:3", from: "a#start", to: .node("b#start"), kind: .call, label: "runs"),
            Way(id: "a#pin:go", from: "a#pin", to: .node("a#done"), kind: .only),
            Way(id: "a#pin:otherwise", from: "a#pin", to: .node("a#start"), kind: .result, label: "after 3 tries"),
        ])

    @Test(arguments: ["mermaid", "dot", "svg"]) func `a flow is written as it was agreed`(form: String) throws {
        let text =
            switch form {
            case "mermaid": Self.graph.mermaid
            case "dot": Self.graph.dot
            default: Drawing(Self.graph).svg()
            }
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/small.\(form)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func `the picture is XML that says what it shows`() throws {
        let root = try #require(SVGElement(Drawing(Self.graph).svg()))
        #expect(root.attributes["role"] == "img" && root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
        #expect(root.children.prefix(2).map(\.name) == ["title", "desc"])
        let words = root.all.filter { $0.name == "text" }.map(\.text)
        let expected = ["What & where? <1> [2] {3} |4|", "您的密码？", "private · no shortcut"]
        #expect(expected.filter { !words.contains($0) } == [])
    }

    /// A picture inside a page runs nothing, loads nothing and leaves the page as it is.
    @Test func `the picture keeps to itself`() throws {
        let root = try #require(SVGElement(Drawing(Self.graph).svg()))
        #expect(Set(root.all.map(\.name)).isDisjoint(with: ["script", "image", "use", "foreignObject", "link"]))
        #expect(root.all.flatMap(\.attributes.keys).allSatisfy { !$0.hasPrefix("on") && $0 != "href" })
        let sheet = try #require(root.all.first { $0.name == "style" }).text
        #expect(!sheet.contains("url(") && !sheet.contains("@import"))
        let rules = sheet.replacing("@media (prefers-color-scheme:dark){", with: "").split(separator: "}")
        let selectors = rules.flatMap { $0.split(separator: "{")[0].split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
        #expect(selectors.count > 40)
        #expect(selectors.filter { $0 != ".waymark" && !$0.hasPrefix(".waymark ") } == [])
    }

    @Test func `counts and a path stand on top`() {
        let overlay = Overlay(nodes: ["a#start": 12], ways: ["a#start:1": 7], path: ["a#start", "a#pin"])
        let svg = Drawing(Self.graph, overlay: overlay).svg()
        #expect(svg.contains(">12<") && svg.contains(">7<") && svg.contains("taken"))
        #expect(!Drawing(Self.graph).svg().contains(">12<"))
    }

    @Test func `a count stands beside the sign of what leads elsewhere`() throws {
        let overlay = Overlay(ways: ["a#start:2": 31, "a#start:3": 47])
        let root = try #require(SVGElement(Drawing(Self.graph, overlay: overlay).svg()))
        let card = try #require(root.all.first { $0.attributes["id"] == "a#start" })
        #expect(card.children.filter { $0.attributes["class"] == "figure" }.map(\.text) == ["31", "47"])
        #expect(Drawing(Self.graph, overlay: overlay).labels.isEmpty)
    }

    /// Texts of any kind go through every form without breaking it.
    @Test(arguments: 0..<40) func `no text breaks a form`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab \"'<>&[](){}|#;\\`\n\t%-–工🙂\u{200D}\u{7}\r") + ["\r\n"]
        let words = { (random: inout SplitMix64) in
            String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in
                    alphabet[Int.random(in: alphabet.indices, using: &random)]
                })
        }
        let node = Node(id: "a#b", flow: "a", name: words(&random), tag: .say, text: words(&random))
        let way = Way(id: "a#b:go", from: "a#b", to: .node("a#b"), kind: .result, label: words(&random))
        let graph = Graph(title: words(&random), nodes: [node], ways: [way])
        #expect(SVGElement(Drawing(graph).svg()) != nil)
        let mermaid = graph.mermaid.split(whereSeparator: \.isNewline)
        #expect(mermaid.allSatisfy { $0.count { $0 == "\"" } % 2 == 0 })
        #expect(mermaid.count == 6)
        #expect(graph.dot.split(whereSeparator: \.isNewline).count == 7)
    }
}
