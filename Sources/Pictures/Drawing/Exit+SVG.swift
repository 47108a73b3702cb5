extension Card.Exit {
    private static let height = 18

    /// Draws the sign at a row's end; its id is its way's.
    func draw(right: Int, middle: Int, _ way: Way, _ links: Links, in markup: inout Markup) {
        let attributes: Markup.Attributes = [
            "class": "way", "id": way.id, "data-from": way.from, "data-to": target,
        ]
        markup.element("g", attributes) { markup in
            markup.element("title", text: way.caption.isEmpty ? target : "\(way.caption): \(target)")
            markup.link(address(in: links)) { markup in
                drawSign(left: right - width, top: middle - Self.height / 2, in: &markup)
            }
        }
    }

    private func drawSign(left: Int, top: Int, in markup: inout Markup) {
        let box: Markup.Attributes = [
            "class": picture == nil ? "door" : "port", "x": "\(left)", "y": "\(top)", "width": "\(width)",
            "height": "\(Self.height)", "rx": picture == nil ? "4" : "9",
        ]
        markup.empty("rect", box)
        var middle = left + width / 2
        if let picture {
            let place = "translate(\(left + 13) \(top + Self.height / 2))"
            markup.empty("path", ["class": "sign", "d": picture, "transform": place])
            middle += Self.pictureWidth / 2
        }
        markup.element("text", ["class": "doorname", "x": "\(middle)", "y": "\(top + 13)"], text: words)
    }

    /// The node's id, or the word for a place outside of every flow.
    private var target: String {
        switch self {
        case .back, .home, .end: words
        case .door(let node, _): node.id
        }
    }

    private func address(in links: Links) -> String? {
        switch self {
        case .back, .home, .end: nil
        case .door(let node, _): links.address(of: node)
        }
    }

    /// The path of the picture before the word, around its middle.
    private var picture: String? {
        switch self {
        case .back: "M-4 -2h5.5a2.5 2.5 0 0 1 0 5h-4M-2 -4.5l-2.5 2.5l2.5 2.5"
        case .home: "M-4.5 0L0 -4.5L4.5 0M-3 -1V4H3V-1"
        case .end: "M-2.5 -2.5h5v5h-5z"
        case .door: nil
        }
    }
}
