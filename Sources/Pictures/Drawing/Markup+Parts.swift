extension Markup {
    /// Content that leads somewhere, when there is an address.
    mutating func link(_ address: String?, _ content: (inout Markup) -> Void) {
        guard let address else { return content(&self) }
        element("a", ["href": address], content)
    }

    /// A count in a box that ends at the right edge.
    mutating func count(_ count: Int, right: Int, top: Int) {
        let width = Card.width(ofCount: count)
        let box: Attributes = [
            "class": "count", "x": "\(right - width)", "y": "\(top)", "width": "\(width)", "height": "16", "rx": "8",
        ]
        empty("rect", box)
        element("text", ["class": "figure", "x": "\(right - width / 2)", "y": "\(top + 12)"], text: "\(count)")
    }
}
