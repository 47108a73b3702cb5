/// Cuts a long text into several messages, each with its number and how many there are: `(2/3)`.
package enum Series {
    /// The messages of one series: their numbers have one digit.
    package static let lengths = 2...9

    /// The messages in their order; one without a number, when everything fits.
    ///
    /// - Parameters:
    ///   - most: How many messages there may be.
    ///   - rest: What the last one says when there is more than that.
    package static func split(
        _ text: String, limit: ScreenLimit, most: Int, rest: String
    ) throws(PageFault) -> [String] {
        let whole = TextBreak.trimmed(text[...])
        if limit.fits(String(whole)) { return [String(whole)] }
        var pieces: [String] = []
        var open = whole
        while !open.isEmpty, pieces.count < most {
            let isLast = pieces.count == most - 1
            if limit.fits(open + Self.number(0, of: 0)) {
                pieces.append(String(open))
                open = ""
                continue
            }
            let footer = (isLast ? "\n" + rest : "") + Self.number(0, of: 0)
            guard let end = TextBreak.last(in: open, before: footer, within: limit) else { throw .text(limit: limit) }
            pieces.append(TextBreak.trimmed(open[..<end]) + (isLast ? "\n" + rest : ""))
            open = TextBreak.trimmed(open[end...])
        }
        return pieces.enumerated().map { $1 + Self.number($0 + 1, of: pieces.count) }
    }

    /// As long for every message of a series.
    private static func number(_ place: Int, of count: Int) -> String { "\n(\(place)/\(count))" }
}
