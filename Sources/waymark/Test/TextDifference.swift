import Conversation

/// How a shown text differs from the expected one, line by line of the screen.
struct TextDifference {
    /// One row of the comparison.
    enum Row: Hashable {
        /// A line that is as expected.
        case same(String)
        case expected(String)
        case shown(String)
        /// Columns of text in front of the first difference.
        case mark(columns: Int)
    }

    let rows: [Row]

    init(_ difference: TalkReport.Difference) {
        let expected = difference.expected
        let wanted = Self.lines(of: expected.text, rest: expected.isBeginning ? " ..." : "")
        let got = Self.lines(of: difference.shown)
        let head = zip(wanted, got).prefix { $0 == $1 }.count
        let tail = zip(wanted.dropFirst(head).reversed(), got.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let missing = wanted.dropFirst(head).dropLast(tail)
        var new = got.dropFirst(head).dropLast(tail).map(Row.shown)
        if let old = missing.first, case .shown(let first)? = new.first {
            new.insert(.mark(columns: Self.columns(alikeIn: old, first)), at: 1)
        }
        rows = wanted.prefix(head).map(Row.same) + missing.map(Row.expected) + new + got.suffix(tail).map(Row.same)
    }

    private static func lines(of text: String, rest: String = "") -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { TalkText.notation(ofScreen: String($0)) }
        if let last = lines.popLast() { lines.append(last + rest) }
        return lines
    }

    private static func columns(alikeIn old: String, _ new: String) -> Int {
        TextWidth.columns(String(zip(old, new).prefix { $0 == $1 }.map(\.0)))
    }
}

extension TextDifference.Row {
    /// The row as it is printed.
    func text(for terminal: Terminal) -> String {
        switch self {
        case .same(let line): "  " + line
        case .expected(let line): terminal.painted("- " + line, .red)
        case .shown(let line): terminal.painted("+ " + line, .green)
        case .mark(let columns): String(repeating: " ", count: columns + 2) + terminal.painted("^", .bold)
        }
    }
}
