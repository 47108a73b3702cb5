/// A phone's screen as a box of characters: the text inside, a title above and what it costs below.
struct ScreenFrame {
    /// Columns of text inside the box, about what a small phone shows.
    static let width = 38

    let title: String
    let text: String
    let footer: String

    /// The box, line by line.
    var lines: [String] {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(Self.wrapped)
        return [border("╭", title, "╮")] + rows.map { "│ \(Self.padded($0)) │" } + [border("╰", footer, "╯")]
    }

    private func border(_ left: String, _ label: String, _ right: String) -> String {
        let dashes = max(1, Self.width - TextWidth.columns(label) - 1)
        return "\(left)─ \(label) " + String(repeating: "─", count: dashes) + right
    }

    private static func padded(_ row: Substring) -> String {
        row + String(repeating: " ", count: max(0, width - TextWidth.columns(row)))
    }

    /// A line as rows that fit, broken behind a space where there is one.
    static func wrapped(_ line: Substring) -> [Substring] {
        var rows: [Substring] = []
        var rest = line
        while let end = overflow(of: rest) {
            let space = rest[..<end].lastIndex(of: " ").map(rest.index(after:))
            let cut = rest[end] == " " ? end : space ?? end
            rows.append(rest[..<cut])
            rest = rest[cut...].drop { $0 == " " }
        }
        return rows + [rest]
    }

    /// Where a row gets too wide; nil when it fits.
    private static func overflow(of row: Substring) -> Substring.Index? {
        var columns = 0
        for index in row.indices {
            columns += TextWidth.columns(row[index])
            if columns > width { return index }
        }
        return nil
    }
}
