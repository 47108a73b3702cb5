extension Drawing {
    /// The picture as an SVG document; it needs no script and no font of its own, and can stand inside an HTML page.
    ///
    /// A card is the group whose id is its node's id; an arrow is the group whose id is its way's id.
    package func svg(links: Links = .none) -> String {
        Self.document(title: graph.title, description: summary, width: width, height: height) { markup in
            draw(in: &markup, links)
        }
    }

    /// A document with a style, a background and some content.
    static func document(
        title: String, description: String, width: Int, height: Int, _ content: (inout Markup) -> Void
    ) -> String {
        var markup = Markup()
        let attributes: Markup.Attributes = [
            "xmlns": "http://www.w3.org/2000/svg", "class": "waymark", "role": "img", "width": "\(width)",
            "height": "\(height)", "viewBox": "0 0 \(width) \(height)",
        ]
        markup.element("svg", attributes) { markup in
            markup.element("title", text: title)
            markup.element("desc", text: description)
            markup.raw("<style>\n\(Style.sheet)\n</style>")
            markup.empty("rect", ["class": "page", "width": "100%", "height": "100%"])
            content(&markup)
        }
        return markup.text
    }

    /// Arrows that run together are drawn together over a halo, so that a crossing looks like a bridge; the
    /// path taken is drawn last, cards over everything.
    func draw(in markup: inout Markup, _ links: Links) {
        for panel in panels {
            let box: Markup.Attributes = [
                "class": "panel", "x": "\(panel.x)", "y": "\(panel.y)", "width": "\(panel.width)",
                "height": "\(panel.height)", "rx": "12",
            ]
            markup.empty("rect", box)
        }
        for heading in headings { heading.draw(in: &markup) }
        for group in bundles() {
            for arrow in group { markup.empty("path", ["class": "halo", "d": Stroke.curve(arrow.points)]) }
            for arrow in group { draw(arrow, in: &markup) }
        }
        for placed in cards {
            placed.card.draw(at: placed.frame, isTaken: overlay.path.contains(placed.id), links, in: &markup)
        }
        for arrow in arrows where arrow.row != nil { drawStart(of: arrow, in: &markup) }
        for label in labels { label.draw(in: &markup) }
    }

    /// What a listener hears after the title.
    var summary: String {
        let names = cards.map { $0.card.node.name }
        return
            "\(names.count) \(graph.isMap ? "flows" : "steps") and \(graph.ways.count) ways: \(names.joined(separator: ", "))"
    }

    /// Arrows that run together at one of their ends.
    private func bundles() -> [[Arrow]] {
        let shared = { (way: Way) in if case .merged = way.kind { way.from } else { way.target ?? "" } }
        var ends: [String] = []
        for arrow in arrows where !ends.contains(shared(arrow.way)) { ends.append(shared(arrow.way)) }
        let plain = ends.map { end in arrows.filter { shared($0.way) == end && !overlay.isOnPath($0.way) } }
        return (plain + [arrows.filter { overlay.isOnPath($0.way) }]).filter { !$0.isEmpty }
    }

    private func draw(_ arrow: Arrow, in markup: inout Markup) {
        let kind = arrow.way.kind == .call ? "way call" : "way"
        let attributes: Markup.Attributes = [
            "class": overlay.isOnPath(arrow.way) ? kind + " taken" : kind, "id": arrow.way.id,
            "data-from": arrow.way.from, "data-to": arrow.way.target,
        ]
        markup.element("g", attributes) { markup in
            let words = arrow.way.caption.isEmpty ? "" : arrow.way.caption + ": "
            markup.element("title", text: "\(words)\(arrow.way.from) → \(arrow.way.target ?? "")")
            markup.empty("path", ["class": "line", "d": Stroke.curve(Stroke.withoutTip(arrow.points))])
            if let tip = arrow.points.last { markup.empty("path", ["class": "tip", "d": Stroke.tip(at: tip)]) }
        }
    }

    /// A dot on the card's edge where an arrow begins at a row.
    private func drawStart(of arrow: Arrow, in markup: inout Markup) {
        guard let start = arrow.points.first else { return }
        markup.element("g", ["class": overlay.isOnPath(arrow.way) ? "taken" : nil]) { markup in
            markup.empty("circle", ["class": "start", "cx": "\(start.x)", "cy": "\(start.y)", "r": "3"])
        }
    }
}

extension Drawing.Heading {
    fileprivate func draw(in markup: inout Markup) {
        let y = "\(frame.y + 16)"
        markup.element("text", ["class": "heading", "x": "\(frame.x)", "y": y], text: title)
        markup.element("text", ["class": "headnote", "x": "\(noteLeft)", "y": y], text: note)
    }
}

extension Drawing.Label {
    fileprivate func draw(in markup: inout Markup) {
        markup.count(count, right: frame.right, top: frame.y)
    }
}
