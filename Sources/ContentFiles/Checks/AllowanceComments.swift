extension Allowance {
    /// What every allowance in a comment begins with, behind the sign `#`.
    private static let mark = "lint:"

    /// The allowances in the comments of a pack's flows and translations.
    ///
    /// In a flow one covers its own line, or the line below when it has a line to itself. In a PO file one covers the
    /// entry that it stands in or above.
    static func all(in source: PackSource, log: DiagnosticLog) -> [Allowance] {
        source.files.flatMap { file -> [Allowance] in
            let isTranslation = file.path.hasSuffix(".po")
            guard isTranslation || file.path.hasSuffix(".yaml"), file.content.mentions(mark) else {
                return []
            }
            let lines = file.content.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.indices.compactMap { index in
                guard let comment = comment(in: lines[index], isTranslation: isTranslation) else { return nil }
                let position = Position(file: source.shown(file.path), line: index + 1, column: comment.column)
                let covered = isTranslation ? entry(around: index, in: lines) : below(index, in: lines)
                return Allowance(comment: comment.text, at: position, covers: covered, log: log)
            }
        }
    }

    /// `allow RULE reason`.
    private init?(comment: Substring, at position: Position, covers lines: ClosedRange<Int>, log: DiagnosticLog) {
        let words = comment.split(separator: " ", maxSplits: 2)
        guard words.first == "allow", words.count >= 2 else {
            log.error(
                "allowance", "a comment for the checks must say what it allows", at: position,
                suggestion: "# lint: allow RULE reason")
            return nil
        }
        self.init(
            String(words[1]), reason: words.count > 2 ? String(words[2]) : "", at: position, covers: .lines(lines),
            log: log)
    }

    /// What stands behind the mark in a line's comment. A `#` begins a comment at the start of a line or behind a space.
    private static func comment(in line: Substring, isTranslation: Bool) -> (text: Substring, column: Int)? {
        guard let mark = line.firstRange(of: Self.mark) else { return nil }
        let before = line[..<mark.lowerBound]
        let lead = before.reversed().drop { $0 == " " || (isTranslation && $0 == ".") }
        guard lead.first == "#" else { return nil }
        let rest = lead.dropFirst()
        let isAlone = rest.allSatisfy { $0 == " " }
        guard isAlone || (!isTranslation && rest.first == " " && !isQuoted(before)) else { return nil }
        return (line[mark.upperBound...], rest.count + 1)
    }

    /// Whether the end of a line's beginning is inside a quoted text.
    private static func isQuoted(_ before: Substring) -> Bool {
        before.count { $0 == "\"" } % 2 == 1
    }

    /// The line itself and, when it is only a comment, all lines to the next that is none.
    private static func below(_ index: Int, in lines: [Substring]) -> ClosedRange<Int> {
        guard lines[index].drop(while: { $0 == " " }).first == "#" else { return index + 1...index + 1 }
        let next = lines[(index + 1)...].firstIndex { line in
            let text = line.drop { $0 == " " }
            return !text.isEmpty && text.first != "#"
        }
        return index + 1...(next ?? index) + 1
    }

    /// The lines of the PO entry that a comment stands in or above: entries end at empty lines.
    private static func entry(around index: Int, in lines: [Substring]) -> ClosedRange<Int> {
        let end = lines[index...].firstIndex { $0.allSatisfy(\.isWhitespace) } ?? lines.endIndex
        let before = lines[..<index].lastIndex { $0.allSatisfy(\.isWhitespace) }
        return (before ?? -1) + 2...max(end, index + 1)
    }
}

extension String {
    /// Whether it holds a text of ASCII letters: a search of many megabytes, which is why it goes by bytes.
    fileprivate func mentions(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        var copy = self
        return copy.withUTF8 { bytes in
            var place = 0
            while place + wanted.count <= bytes.count {
                if bytes[place] == wanted[0], wanted.indices.allSatisfy({ bytes[place + $0] == wanted[$0] }) {
                    return true
                }
                place += 1
            }
            return false
        }
    }
}
