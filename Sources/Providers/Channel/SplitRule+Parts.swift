import Telephony

extension SplitRule {
    func parts(of text: String, in scope: Scope) -> [String] {
        guard let maximum = Int((try? maximum.text(in: scope)) ?? ""), maximum > 0 else { return [text] }
        switch unit {
        case .chars:
            guard text.count > maximum else { return [text] }
            return Self.pieces(of: text, maximum: maximum)
        case .segments:
            let segments = Segments.split(text).map(\.text)
            return stride(from: 0, to: segments.count, by: maximum).map { start in
                segments[start..<min(start + maximum, segments.count)].joined()
            }
        }
    }

    /// Pieces that end after a line break or space where there is one in their second half.
    private static func pieces(of text: String, maximum: Int) -> [String] {
        var pieces: [String] = []
        var rest = text[...]
        while let limit = rest.index(rest.startIndex, offsetBy: maximum, limitedBy: rest.endIndex),
            limit < rest.endIndex
        {
            let half = rest.index(rest.startIndex, offsetBy: maximum / 2)
            let space = rest[half..<limit].lastIndex { $0 == " " || $0.isNewline }
            let end = space.map { rest.index(after: $0) } ?? limit
            pieces.append(String(rest[..<end]))
            rest = rest[end...]
        }
        return rest.isEmpty ? pieces : pieces + [String(rest)]
    }
}
