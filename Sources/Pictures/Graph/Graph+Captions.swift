extension Graph {
    /// What stands in a node's box where a box holds plain text: what it does and is called, its title, the first words
    /// of its text; for a flow, its steps and the words that start it.
    func caption(of node: Node) -> String {
        let title = node.tag == .flow ? shown(titles[node.flow] ?? "") : ""
        let facts = node.steps.map { [Self.count(ofSteps: $0)] + node.entries.map(\.words) } ?? []
        let lines = ["\(node.tag.rawValue) \(node.name)", title, shown(node.text), facts.joined(separator: " · ")]
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// A flow's name with its title.
    func caption(ofFlow flow: String) -> String {
        titles[flow].map { "\(flow): \(shown($0))" } ?? flow
    }

    /// A number of steps in words.
    static func count(ofSteps count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }

    private func shown(_ text: String) -> String {
        TextLines.shorten(text.split(whereSeparator: \.isNewline).joined(separator: " "), width: 240, size: 13)
    }
}
