import Pictures
import Testing

/// What of a text a card shows.
struct LabelTests {
    /// The lines of the words in the card of a step that says this.
    private func lines(_ text: String) throws -> [String] {
        let node = Node(id: "f#s", flow: "f", name: "s", tag: .say, text: text)
        let root = try #require(SVGElement(Drawing(Graph(title: "f", nodes: [node], ways: [])).svg()))
        let card = try #require(root.all.first { $0.attributes["id"] == "f#s" })
        return card.children.filter { $0.name == "text" && $0.attributes["class"] == nil }.map(\.text)
    }

    @Test(arguments: [
        ("Call 12348.", ["Call 12348."]),
        ("<b> & \"you\"", ["<b> & \"you\""]),
        ("One\ntwo  three", ["One two three"]),
        ("您的工资没有发？请打 12333。", ["您的工资没有发？请打 12333。"]),
        ("", []),
    ])
    func `a short text stands as it is`(text: String, expected: [String]) throws {
        #expect(try lines(text) == expected)
    }

    @Test func `a long text ends with an ellipsis after three lines`() throws {
        let words = "You can complain and claim at once. Both are free, and nobody may dismiss you for it. Bring proof."
        let lines = try lines(words)
        #expect(lines.count == 3)
        #expect(lines.prefix(2).allSatisfy { !$0.hasSuffix("…") })
        #expect(lines[2].hasSuffix("…") && words.hasPrefix(lines.joined(separator: " ").dropLast()))
    }

    @Test func `Chinese is divided between characters, and no line begins with a closing mark`() throws {
        let text = "工地的工资由总承包单位先付，分包单位欠薪也一样。请看工地门口的维权告示牌，上面有电话，拍一张照片。"
        let lines = try lines(text)
        #expect(lines.count == 3)
        #expect(lines[2].hasSuffix("…") && text.hasPrefix(lines.joined().dropLast()))
        #expect(lines.allSatisfy { !"，。！？".contains($0.prefix(1)) })
    }

    @Test func `a word that is wider than a card is cut with an ellipsis`() throws {
        let lines = try lines(String(repeating: "w", count: 90) + " end")
        #expect(lines.count == 2 && lines[1] == "end")
        #expect(lines[0].hasSuffix("…") && lines[0].dropLast().allSatisfy { $0 == "w" } && lines[0].count > 10)
    }

    /// Conditions and labels go on below: what tells two ways apart is often at their ends.
    @Test func `a long condition is told in full`() throws {
        let condition = "months_between(left_month, today) >= constants.inspection_months"
        let node = Node(id: "f#s", flow: "f", name: "s", tag: .branch)
        let way = Way(id: "f#s:when1", from: "f#s", to: .end, kind: .result, label: condition)
        let root = try #require(SVGElement(Drawing(Graph(title: "f", nodes: [node], ways: [way])).svg()))
        let options = root.all.filter { $0.attributes["class"] == "option" }.map(\.text)
        #expect(options.count > 1 && options.joined(separator: " ") == condition)
    }

    @Test(arguments: [
        ("say \"hi\"", "say #34;hi#34;"), ("[a] {b} (c)", "#91;a#93; #123;b#125; #40;c#41;"), ("a\r\nb", "a<br/>b"),
        ("<b>&|#", "#60;b#62;#38;#124;#35;"),
    ])
    func `Mermaid reads a label as it was written`(label: String, expected: String) {
        let node = Node(id: "f#s", flow: "f", name: "s", tag: .menu)
        let way = Way(id: "f#s:1", from: "f#s", to: .end, kind: .option(1), label: label)
        #expect(Graph(title: "f", nodes: [node], ways: [way]).mermaid.contains("n0 -->|\"1 \(expected)\"| toend\n"))
    }
}
