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
            draw(title, "called", top: titleTop, in: &markup)
            draw(lines, title.isEmpty ? nil : "quiet", top: linesTop, in: &markup)
            if !note.isEmpty {
                markup.element(
                    "text", ["class": "note", "x": "\(Self.padding)", "y": "\(noteTop + 11)"], text: note)
            }
            for row in rows { row.draw(links, in: &markup) }
        }
    }

    private func draw(_ lines: [String], _ kind: String?, top: Int, in markup: inout Markup) {
        for (place, line) in lines.enumerated() {
            markup.element(
                "text", ["class": kind, "x": "\(Self.padding)", "y": "\(top + place * Self.lineHeight + 12)"],
                text: line)
        }
    }

    /// How people come here: a band in the upper part of the card.
    private func drawStrip(in markup: inout Markup) {
        let right = width - 1
        let band = "M1 \(headTop)V8Q1 1 8 1H\(right - 7)Q\(right) 1 \(right) 8V\(headTop)z"
        markup.empty("path", ["class": "strip", "d": band])
        markup.empty("path", ["class": "mark", "d": "M\(Self.padding) 7v8l7 -4z"])
        for (place, line) in strip.enumerated() {
            markup.element(
                "text", ["class": "entry", "x": "\(Self.padding + 12)", "y": "\(15 + place * Self.entryHeight)"],
                text: line)
        }
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
        let isElsewhere = node.tag == .flow && links != .withinDocument
        markup.link(isElsewhere ? links.address(of: node) : nil) { markup in
            markup.element("text", ["class": "name", "x": "\(left + tagWidth + 8)", "y": "\(top + 13)"], text: name)
        }
        if let count { markup.count(count, right: width - Self.padding, top: top) }
    }
}

extension Card.Row {
    fileprivate func draw(_ links: Links, in markup: inout Markup) {
        var left = left
        if case .option(let number) = way.kind {
            let badge: Markup.Attributes = [
                "class": "badge", "x": "\(left)", "y": "\(middle - 8)", "width": "18", "height": "16", "rx": "5",
            ]
            markup.empty("rect", badge)
            markup.element("text", ["class": "number", "x": "\(left + 9)", "y": "\(middle + 4)"], text: "\(number)")
            left += Card.badgeWidth
        }
        let kind = way.kind == .only || way.kind == .call ? "then" : "option"
        var y = middle + 4
        for line in label {
            markup.element("text", ["class": kind, "x": "\(left)", "y": "\(y)"], text: line)
            y += Card.labelHeight
        }
        y -= label.isEmpty ? 0 : 1
        for line in condition {
            markup.element("text", ["class": "condition", "x": "\(left)", "y": "\(y)"], text: line)
            y += Card.conditionHeight
        }
        guard let exit else { return }
        exit.draw(right: right, middle: middle, way, links, in: &markup)
        if let count { markup.count(count, right: right - exit.width - 4, top: middle - 8) }
    }
}
