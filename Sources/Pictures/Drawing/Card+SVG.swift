extension Card {
    /// Draws the card; its id is its node's.
    func draw(at frame: Frame, isTaken: Bool, _ links: Links, in markup: inout Markup) {
        let classes = "card \(node.tag.rawValue)" + (isTaken ? " taken" : "")
        let attributes: Markup.Attributes = [
            "class": classes, "id": node.id, "transform": "translate(\(frame.x) \(frame.y))",
        ]
        markup.element("g", attributes) { markup in
            markup.element(
                "title", text: "\(node.tag.rawValue) \(node.name)\(node.text.isEmpty ? "" : ": ")\(node.text)")
            markup.empty("rect", ["class": "box", "width": "\(width)", "height": "\(height)", "rx": "8"])
            if !strip.isEmpty { drawStrip(in: &markup) }
            drawHead(links, in: &markup)
            for (place, line) in lines.enumerated() {
                markup.element(
                    "text", ["x": "\(Self.padding)", "y": "\(linesTop + place * Self.lineHeight + 12)"], text: line)
            }
            if !note.isEmpty {
                markup.element(
                    "text", ["class": "note", "x": "\(Self.padding)", "y": "\(noteTop + 11)"], text: note)
            }
            for row in rows { row.draw(width: width, links, in: &markup) }
        }
    }

    /// How people come here: a band in the upper part of the card.
    private func drawStrip(in markup: inout Markup) {
        let right = width - 1
        let band = "M1 \(Self.stripHeight)V8Q1 1 8 1H\(right - 7)Q\(right) 1 \(right) 8V\(Self.stripHeight)z"
        markup.empty("path", ["class": "strip", "d": band])
        markup.empty("path", ["class": "mark", "d": "M\(Self.padding) 7v8l7 -4z"])
        markup.element("text", ["class": "entry", "x": "\(Self.padding + 12)", "y": "15"], text: strip)
    }

    private func drawHead(_ links: Links, in markup: inout Markup) {
        let (left, top) = (Self.padding, headTop + 7)
        let tag: Markup.Attributes = [
            "class": "tag", "x": "\(left)", "y": "\(top)", "width": "\(tagWidth)", "height": "17", "rx": "8",
        ]
        markup.empty("rect", tag)
        markup.element(
            "text", ["class": "verb", "x": "\(left + tagWidth / 2)", "y": "\(top + 12)", "text-anchor": "middle"],
            text: node.tag.rawValue)
        let isFlow = node.tag == .flow
        markup.link(isFlow ? links.address(of: node) : nil) { markup in
            markup.element("text", ["class": "name", "x": "\(left + tagWidth + 8)", "y": "\(top + 13)"], text: name)
        }
        if let count { drawCount(count, top: top, in: &markup) }
    }

    private func drawCount(_ count: Int, top: Int, in markup: inout Markup) {
        let wide = TextSize.width(of: "\(count)", size: Self.smallFont) + 12
        let left = width - Self.padding - wide
        markup.empty(
            "rect",
            ["class": "count", "x": "\(left)", "y": "\(top)", "width": "\(wide)", "height": "16", "rx": "8"])
        markup.element("text", ["class": "figure", "x": "\(left + wide / 2)", "y": "\(top + 12)"], text: "\(count)")
    }
}

extension Card.Row {
    fileprivate func draw(width: Int, _ links: Links, in markup: inout Markup) {
        var left = Card.padding
        if case .option(let number) = way.kind {
            let badge: Markup.Attributes = [
                "class": "badge", "x": "\(left)", "y": "\(middle - 8)", "width": "18", "height": "16", "rx": "5",
            ]
            markup.empty("rect", badge)
            markup.element("text", ["class": "number", "x": "\(left + 9)", "y": "\(middle + 4)"], text: "\(number)")
            left += Card.badgeWidth
        }
        let kind = way.kind == .only || way.kind == .call ? "then" : "option"
        markup.element("text", ["class": kind, "x": "\(left)", "y": "\(middle + 4)"], text: label)
        if !condition.isEmpty {
            markup.element("text", ["class": "condition", "x": "\(left)", "y": "\(middle + 19)"], text: condition)
        }
        exit?.draw(right: width - Card.padding, middle: middle, way, links, in: &markup)
    }
}

extension Card.Exit {
    /// The sign at a row's end.
    fileprivate func draw(right: Int, middle: Int, _ way: Way, _ links: Links, in markup: inout Markup) {
        switch self {
        case .back: port(right, middle, "back", "m3 3h-4a2.5 2.5 0 0 1 0 -5h4m-2 -2l2 2l-2 2", way, in: &markup)
        case .home: port(right, middle, "home", "M-4.5 0L0 -4.5L4.5 0M-3 -1V4H3V-1", way, in: &markup)
        case .end: port(right, middle, "end", "M-2.5 -2.5h5v5h-5z", way, in: &markup)
        case .door(let node, let name):
            markup.element("g", ["class": "way", "id": way.id, "data-from": way.from, "data-to": node.id]) { markup in
                markup.element("title", text: "\(way.caption): \(node.name)")
                markup.link(links.address(of: node)) { markup in
                    let box: Markup.Attributes = [
                        "class": "door", "x": "\(right - width)", "y": "\(middle - 9)", "width": "\(width)",
                        "height": "18", "rx": "4",
                    ]
                    markup.empty("rect", box)
                    markup.element(
                        "text", ["class": "doorname", "x": "\(right - width / 2)", "y": "\(middle + 4)"], text: name)
                }
            }
        }
    }

    private func port(
        _ right: Int, _ middle: Int, _ name: String, _ sign: String, _ way: Way, in markup: inout Markup
    ) {
        let attributes: Markup.Attributes = [
            "class": "way", "id": way.id, "data-from": way.from, "data-to": name,
            "transform": "translate(\(right - 9) \(middle))",
        ]
        markup.element("g", attributes) { markup in
            markup.element("title", text: way.caption.isEmpty ? name : "\(way.caption): \(name)")
            markup.empty("circle", ["class": "port", "r": "9"])
            markup.empty("path", ["class": "sign", "d": sign])
        }
    }
}

extension Markup {
    /// Content that leads somewhere, when there is an address.
    fileprivate mutating func link(_ address: String?, _ content: (inout Markup) -> Void) {
        guard let address else { return content(&self) }
        element("a", ["href": address], content)
    }
}
