/// Divides texts into lines for cards.
enum TextLines {
    private static let closing: Set<Character> = [
        "，", "。", "、", "！", "？", "；", "：", "）", "」", "』", "】", "》", "”", "’",
    ]

    /// The lines of a text; a line end counts as a space. What does not fit ends with an ellipsis.
    ///
    /// - Parameters:
    ///   - width: Of the longest line, in pixels.
    ///   - size: Of the font, in pixels.
    ///   - most: The greatest number of lines, at least 1.
    static func wrap(_ text: String, width: Int, size: Int, most: Int) -> [String] {
        var rest = pieces(of: text)[...]
        var lines: [String] = []
        while !rest.isEmpty, lines.count < most {
            lines.append(line(from: &rest, width, size))
        }
        guard let next = rest.first, let last = lines.popLast() else { return lines }
        let longer = last + (next.afterSpace ? " " : "") + next.text
        return lines + [shorten(longer, width: width, size: size, always: true)]
    }

    /// A text on one line, its end replaced by an ellipsis where it does not fit.
    static func shorten(_ text: String, width: Int, size: Int, always: Bool = false) -> String {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !always, TextSize.width(of: plain, size: size) <= width { return plain }
        var kept = plain
        while !kept.isEmpty, TextSize.width(of: kept + "…", size: size) > width { kept.removeLast() }
        while let last = kept.last, last == " " || last == "," || last == "." { kept.removeLast() }
        return kept + "…"
    }

    /// A part that is not divided, and whether a space stands before it.
    private struct Piece {
        var text: String
        let afterSpace: Bool
    }

    /// The next line; a piece that is wider than a line is shortened.
    private static func line(from rest: inout ArraySlice<Piece>, _ width: Int, _ size: Int) -> String {
        var line = ""
        while let piece = rest.first {
            let longer = line.isEmpty ? piece.text : line + (piece.afterSpace ? " " : "") + piece.text
            if TextSize.width(of: longer, size: size) > width {
                guard line.isEmpty else { return line }
                rest.removeFirst()
                return shorten(piece.text, width: width, size: size)
            }
            line = longer
            rest.removeFirst()
        }
        return line
    }

    /// Words, and each character of a script that writes no spaces with the mark behind it.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var isSpace = false
        var mayJoin = false
        for character in text {
            if character.isWhitespace {
                (isSpace, mayJoin) = (true, false)
                continue
            }
            let isWide = character.unicodeScalars.first.map(TextSize.isFullWidth) ?? false
            if !pieces.isEmpty, !isSpace, closing.contains(character) || (mayJoin && !isWide) {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Piece(text: String(character), afterSpace: isSpace))
            }
            (isSpace, mayJoin) = (false, !isWide)
        }
        return pieces
    }
}
