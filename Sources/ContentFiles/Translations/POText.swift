/// Texts as they stand between quotes in a translation file.
enum POText {
    /// Why a piece cannot be read, and how many characters of the line stand before the fault.
    struct Fault: Error {
        let message: String
        let offset: Int
    }

    /// The characters that are written as a backslash and a letter.
    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "n": "\n", "t": "\t", "r": "\r", "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}", "\\": "\\", "\"": "\"",
    ]
    private static let letters = Dictionary(uniqueKeysWithValues: escapes.map { ($1, $0) })

    /// The text of one quoted piece.
    static func read(_ quoted: Substring.UnicodeScalarView) throws(Fault) -> String {
        if let plain = plain(quoted) { return plain }
        var text = String.UnicodeScalarView()
        var rest = quoted.enumerated().makeIterator()
        guard rest.next()?.element == "\"" else {
            throw Fault(message: "a text here must stand in double quotes", offset: 0)
        }
        while let (offset, scalar) = rest.next() {
            if scalar == "\"" {
                if let more = rest.first(where: { !$0.element.properties.isWhitespace }) {
                    throw Fault(message: "something stands behind the closing quote", offset: more.offset)
                }
                return String(text)
            }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let letter = rest.next()?.element, let meant = escapes[letter] else {
                throw Fault(message: "a backslash here must be followed by n, t, \" or \\", offset: offset)
            }
            text.append(meant)
        }
        throw Fault(message: "the text is not closed with a double quote on this line", offset: quoted.count)
    }

    /// What stands between two quotes that hold no backslash, which is most of a file.
    private static func plain(_ quoted: Substring.UnicodeScalarView) -> String? {
        guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(where: { $0 == "\"" || $0 == "\\" }),
            quoted[end] == "\"", quoted.index(after: end) == quoted.endIndex
        else { return nil }
        return String(quoted.dropFirst()[..<end])
    }

    /// The text in quotes, cut behind each line end as `msgcat --no-wrap` does.
    static func lines(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = "\""
        for scalar in text.unicodeScalars {
            if let letter = letters[scalar] {
                piece += "\\" + String(Character(letter))
            } else {
                piece.unicodeScalars.append(scalar)
            }
            guard scalar == "\n" else { continue }
            pieces.append(piece + "\"")
            piece = "\""
        }
        if piece != "\"" || pieces.isEmpty { pieces.append(piece + "\"") }
        return pieces.count == 1 ? pieces : ["\"\""] + pieces
    }
}
