/// How people come to a node, as lines for the band on top of its card.
enum EntryStrip {
    /// More lines would hide what the card is about.
    private static let most = 3
    private static let separator = " · "

    /// The entrances in lines; those that do not fit are counted at the end.
    ///
    /// - Parameter width: Of the longest line, in pixels.
    static func lines(_ entries: [Node.Entry], width: Int) -> [String] {
        let words = entries.map { TextLines.shorten($0.words, width: width, size: Card.smallFont) }
        for shown in stride(from: words.count, to: 0, by: -1) {
            let rest = words.count - shown
            let lines = wrap(words.prefix(shown) + (rest > 0 ? ["+\(rest)"] : []), width)
            if lines.count <= most { return lines }
        }
        return []
    }

    private static func wrap(_ words: [String], _ width: Int) -> [String] {
        var lines: [String] = []
        for word in words {
            let longer = (lines.last.map { $0 + separator } ?? "") + word
            if !lines.isEmpty, TextSize.width(of: longer, size: Card.smallFont) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(word)
            }
        }
        return lines
    }
}

extension Node.Entry {
    /// As it stands on a card.
    var words: String {
        switch self {
        case .start: "start"
        case .word(let word): word
        case .lost: "not understood"
        }
    }
}
