extension Graph {
    /// The graph in Mermaid's language for flowcharts (mermaid.js.org/syntax/flowchart.html): pages and editors that
    /// know it draw it.
    package var mermaid: String {
        let names = Dictionary(nodes.enumerated().map { ($1.id, "n\($0)") }, uniquingKeysWith: { first, _ in first })
        var lines = ["---", "title: \(Self.plain(title))", "---", "flowchart TD"]
        lines += grouped { node in
            let name = names[node.id] ?? ""
            return node.isDoor
                ? "\(name)([\(Self.quoted(node.name))])" : "\(name)[\(Self.quoted(caption(of: node)))]"
        }
        var doors: [Way.Destination] = []
        for way in ways {
            if way.target == nil, !doors.contains(way.to) { doors.append(way.to) }
            guard let from = names[way.from], let to = way.target.map({ names[$0] }) ?? way.to.port else { continue }
            let arrow = way.kind == .call ? "-.->" : "-->"
            lines.append("    \(from) \(arrow)\(way.caption.isEmpty ? "" : "|\(Self.quoted(way.caption))|") \(to)")
        }
        lines += doors.compactMap { door in door.port.map { "    \($0)((\(Self.quoted($0.dropFirst(2))))" + ")" } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The nodes' lines; those of one flow together where there are several.
    private func grouped(_ line: (Node) -> String) -> [String] {
        guard isAtlas else { return nodes.map { "    " + line($0) } }
        let boxes = flows.enumerated().flatMap { index, flow in
            ["    subgraph f\(index) [\(Self.quoted(caption(ofFlow: flow)))]"]
                + nodes.filter { $0.flow == flow && !$0.isDoor }.map { "        " + line($0) } + ["    end"]
        }
        return boxes + nodes.filter(\.isDoor).map { "    " + line($0) }
    }

    /// A text in quotes. Mermaid reads character references as in HTML, with `#` for `&`.
    private static func quoted(_ text: some StringProtocol) -> String {
        var quoted = ""
        for character in text {
            switch character {
            case _ where character.isNewline: quoted += "<br/>"
            case "\"", "#", "&", "<", ">", "`", "|", "\\", "[", "]", "{", "}", "(", ")":
                for scalar in character.unicodeScalars { quoted += "#\(scalar.value);" }
            default: quoted.append(character)
            }
        }
        return "\"\(quoted)\""
    }

    /// A title on one line, which YAML must not take for anything else.
    private static func plain(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isPlain = !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
            return isPlain && scalar != "\"" && scalar != "\\" ? scalar : " "
        }
        return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }
}

extension Way.Destination {
    /// The name of a place outside of every flow; nil for a node.
    var port: String? {
        switch self {
        case .node: nil
        case .back: "toback"
        case .home: "tohome"
        case .end: "toend"
        }
    }
}
