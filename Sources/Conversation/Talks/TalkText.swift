/// How texts are written on one line of a talk, so that every text can be written and none is read as another.
///
/// A backslash stands before what would be read otherwise: `\/` a slash between spaces that is no new line, `\n` a new
/// line, `\s` a space at either end, `\.` a dot, `\\` a backslash, `\{A0}` the character with that hexadecimal number.
/// Before anything else a backslash is only itself.
///
/// It goes by Unicode scalars: an accent behind a mark of the notation must not change what the mark is.
package enum TalkText {
    private static let newLine = " / "
    private static let rest = "..."

    /// The text of a screen, in which ` / ` is a new line.
    package static func screen(_ notation: String) -> String {
        read(notation, newLine: Array(newLine.unicodeScalars))
    }

    /// The text that someone types, in which a slash is a slash.
    package static func typed(_ notation: String) -> String {
        read(notation, newLine: nil)
    }

    /// The notation of a screen without its final ` ...`; nil when it does not end so.
    package static func beginning(_ notation: String) -> String? {
        if notation == rest { return "" }
        let end = Array((" " + rest).unicodeScalars)
        let scalars = notation.unicodeScalars
        return scalars.suffix(end.count).elementsEqual(end) ? String(scalars.dropLast(end.count)) : nil
    }

    /// Writes the text of a screen, so that ``screen(_:)`` reads it again.
    package static func notation(ofScreen text: String) -> String {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(line)
        // A new line at either end would lose its spaces when the line is read.
        let first = lines.count > 1 && lines[0].isEmpty ? "\\n" : ""
        if !first.isEmpty { lines.removeFirst() }
        let last = lines.count > 1 && lines[lines.count - 1].isEmpty ? "\\n" : ""
        if !last.isEmpty { lines.removeLast() }
        let notation = withSafeEnds(first + lines.joined(separator: newLine) + last)
        return beginning(notation) == nil ? notation : notation.dropLast() + "\\."
    }

    /// Writes what someone types, so that ``typed(_:)`` reads it again.
    package static func notation(ofTyped text: String) -> String {
        withSafeEnds(written(text[...].unicodeScalars))
    }

    private static func read(_ notation: String, newLine: [Unicode.Scalar]?) -> String {
        var rest = Array(notation.unicodeScalars)[...]
        var text = String.UnicodeScalarView()
        while let next = rest.first {
            if let newLine, rest.starts(with: newLine) {
                text.append("\n")
                rest = rest.dropFirst(newLine.count)
            } else {
                rest = rest.dropFirst()
                text.append(next == "\\" ? escaped(&rest) : next)
            }
        }
        return String(text)
    }

    /// Takes what stands behind a backslash.
    private static func escaped(_ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
        guard let mark = rest.first else { return "\\" }
        if let plain = plain[mark] {
            rest = rest.dropFirst()
            return plain
        }
        guard mark == "{", let end = rest.firstIndex(of: "}"),
            let number = UInt32(String(String.UnicodeScalarView(rest[..<end].dropFirst())), radix: 16),
            let scalar = Unicode.Scalar(number)
        else { return "\\" }
        rest = rest[rest.index(after: end)...]
        return scalar
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "/": "/", "n": "\n", "s": " ", ".": ".", "\\": "\\",
    ]

    private static func line(_ scalars: Substring.UnicodeScalarView) -> String {
        scalars.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.elementsEqual("/".unicodeScalars) ? "\\/" : written($0) }
            .joined(separator: " ")
    }

    private static func written(_ scalars: Substring.UnicodeScalarView) -> String {
        scalars.reduce(into: "") { notation, scalar in
            switch scalar {
            case "\\": notation += "\\\\"
            case "\n": notation += "\\n"
            default: notation += scalar.properties.generalCategory == .control ? numbered(scalar) : String(scalar)
            }
        }
    }

    /// Spaces at the ends would be lost when the line is read.
    private static func withSafeEnds(_ notation: String) -> String {
        var pieces = notation.unicodeScalars.map(String.init)
        for place in Set([0, pieces.count - 1]) where pieces.indices.contains(place) {
            guard let scalar = pieces[place].unicodeScalars.first, scalar.properties.isWhitespace else { continue }
            pieces[place] = scalar == " " ? "\\s" : numbered(scalar)
        }
        return pieces.joined()
    }

    private static func numbered(_ scalar: Unicode.Scalar) -> String {
        "\\{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
}
