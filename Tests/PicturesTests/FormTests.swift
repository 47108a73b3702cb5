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
        let svg = Drawing(Self.graph).svg()
        let parser = XMLCheck(svg)
        #expect(parser.isWellFormed)
        #expect(svg.contains("role=\"img\"") && svg.contains("<title>") && svg.contains("<desc>"))
        #expect(!svg.contains("<script") && !svg.contains("http://") || svg.contains("http://www.w3.org/2000/svg"))
        for text in ["What &amp; where?", "您的密码？", "private"] { #expect(svg.contains(text)) }
    }

    @Test func `counts and a path stand on top`() {
        let overlay = Overlay(nodes: ["a#start": 12], ways: ["a#start:1": 7], path: ["a#start", "a#pin"])
        let svg = Drawing(Self.graph, overlay: overlay).svg()
        #expect(svg.contains(">12<") && svg.contains(">7<") && svg.contains("taken"))
        #expect(!Drawing(Self.graph).svg().contains(">12<"))
    }

    /// Texts of any kind go through every form without breaking it.
    @Test(arguments: 0..<40) func `no text breaks a form`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab \"'<>&[](){}|#;\\`\n\t%-–工🙂\u{200D}\u{7}")
        let words = { (random: inout SplitMix64) in
            String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in
                    alphabet[Int.random(in: alphabet.indices, using: &random)]
                })
        }
        let node = Node(id: "a#b", flow: "a", name: words(&random), tag: .say, text: words(&random))
        let way = Way(id: "a#b:go", from: "a#b", to: .node("a#b"), kind: .result, label: words(&random))
        let graph = Graph(title: words(&random), nodes: [node], ways: [way])
        #expect(XMLCheck(Drawing(graph).svg()).isWellFormed)
        let mermaid = graph.mermaid.split(separator: "\n")
        #expect(mermaid.allSatisfy { $0.count { $0 == "\"" } % 2 == 0 })
        #expect(mermaid.count == 6)
        #expect(graph.dot.split(separator: "\n").count == 7)
    }
}

/// Whether a text is well-formed XML, as far as tags and references go.
private struct XMLCheck {
    let isWellFormed: Bool

    init(_ text: String) {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            guard Self.isPlain(rest[..<start]), let end = rest[start...].firstIndex(of: ">") else {
                isWellFormed = false
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else {
                    isWellFormed = false
                    return
                }
            } else if !tag.hasSuffix("/"), !tag.hasPrefix("?") {
                open.append(tag.prefix { $0 != " " && $0 != "\n" })
            }
        }
        isWellFormed = open.isEmpty && Self.isPlain(rest)
    }

    /// Text without characters that XML 1.0 forbids, and with whole references only.
    private static func isPlain(_ text: Substring) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
            && text.matches(of: /&(?!(amp|lt|gt|quot|apos|#\d+);)/).isEmpty
    }
}
