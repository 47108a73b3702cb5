import Conversation

extension TalkFile {
    /// A file with new texts in the lines `<` and `expect sms` that have those numbers; everything else stays as it is
    /// to the byte.
    ///
    /// - Parameter texts: The whole text for each line, by its number from 1.
    package static func updated(_ content: String, with texts: [Int: String]) -> String {
        var lines = lines(of: content).map(String.init)
        for (number, text) in texts where lines.indices.contains(number - 1) {
            let line = TalkLine(lines[number - 1][...])
            guard let head = head(of: line.text) else { continue }
            lines[number - 1] = line.indentation + head + "\(Talk.Screen(text))" + line.tail
        }
        return lines.joined(separator: "\n")
    }

    /// What stands in front of the text of a line that shows one, with the spaces behind it.
    private static func head(of line: String) -> String? {
        let marks = line.unicodeScalars.first == "<" ? ["<"] : ["expect", "sms"]
        var rest = line.unicodeScalars[...]
        for mark in marks {
            guard rest.starts(with: mark.unicodeScalars) else { return nil }
            rest = rest.dropFirst(mark.unicodeScalars.count).drop { $0.properties.isWhitespace }
        }
        let head = String(line.unicodeScalars.prefix(line.unicodeScalars.count - rest.count))
        return head.last?.isWhitespace == true ? head : head + " "
    }
}
