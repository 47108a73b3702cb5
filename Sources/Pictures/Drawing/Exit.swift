extension Card {
    /// Where a way leads that has no arrow.
    enum Exit: Hashable {
        case back, home, end
        /// Another flow, or a step in it.
        case door(Node, name: String)

        /// nil for a way to a card that an arrow leads to.
        ///
        /// - Parameter sign: The node that a sign stands for instead of an arrow.
        init?(_ way: Way, sign: Node?) {
            switch way.to {
            case .back: self = .back
            case .home: self = .home
            case .end: self = .end
            case .node:
                guard let sign else { return nil }
                self = .door(sign, name: TextLines.shorten(sign.name, width: 150, size: Card.smallFont))
            }
        }

        /// What the sign says.
        var words: String {
            switch self {
            case .back: "back"
            case .home: "home"
            case .end: "end"
            case .door(_, let name): name
            }
        }

        /// The width of the sign; places outside of every flow have a picture before their word.
        var width: Int {
            let words = TextSize.width(of: words, size: Card.smallFont)
            return switch self {
            case .back, .home, .end: words + Self.pictureWidth + 14
            case .door: words + 16
            }
        }

        /// Of the picture in a sign.
        static let pictureWidth = 14
    }
}
