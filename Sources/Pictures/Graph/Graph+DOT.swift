extension Graph {
    /// The graph in Graphviz's language (graphviz.org/doc/info/lang.html).
    package var dot: String {
        let names = Dictionary(nodes.enumerated().map { ($1.id, "n\($0)") }, uniquingKeysWith: { first, _ in first })
        var lines = [
            "digraph waymark {", "  label=\(Self.quoted(title)); labelloc=t; rankdir=TB; newrank=true;",
            "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];",
            "  edge [fontname=\"sans-serif\", fontsize=10];",
        ]
        lines += boxes { node in
            let shape = node.isDoor ? ", shape=oval" : ""
            let caption = node.isDoor ? node.name : caption(of: node)
            return "\(names[node.id] ?? "") [label=\(Self.quoted(caption))\(shape)];"
        }
        let ports = Set(ways.compactMap(\.to.port)).sorted()
        lines += ports.map { "  \($0) [label=\(Self.quoted($0.dropFirst(2))), shape=circle];" }
        for way in ways {
            guard let from = names[way.from], let to = way.target.map({ names[$0] }) ?? way.to.port else { continue }
            let style = way.kind == .call ? ", style=dashed" : ""
            lines.append("  \(from) -> \(to) [label=\(Self.quoted(way.caption))\(style)];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The nodes' lines; those of one flow in a box of their own where there are several.
    private func boxes(_ line: (Node) -> String) -> [String] {
        guard isAtlas else { return nodes.map { "  " + line($0) } }
        let boxes = flows.enumerated().flatMap { index, flow in
            ["  subgraph cluster_\(index) {", "    label=\(Self.quoted(caption(ofFlow: flow)));"]
                + nodes.filter { $0.flow == flow && !$0.isDoor }.map { "    " + line($0) } + ["  }"]
        }
        return boxes + nodes.filter(\.isDoor).map { "  " + line($0) }
    }

    /// A text in quotes; line ends become centred lines.
    private static func quoted(_ text: some StringProtocol) -> String {
        var quoted = ""
        for character in text {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where character.isNewline: quoted += "\\n"
            default: quoted.append(character)
            }
        }
        return "\"\(quoted)\""
    }
}
