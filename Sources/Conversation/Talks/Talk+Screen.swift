extension Talk {
    /// A screen as it must be: exact, or exact up to a final ` ...`.
    package struct Screen: Hashable, Sendable, CustomStringConvertible {
        /// The text with real line ends, without the final ` ...`.
        package let text: String
        /// Whether any rest may follow, because the notation ended with ` ...`.
        package let isBeginning: Bool

        /// A screen that must be exactly this text.
        package init(_ text: String) {
            self.text = text
            isBeginning = false
        }

        /// Reads the notation: ` / ` is a new line, a final ` ...` any rest, a backslash as in ``TalkText``.
        package init(notation: String) {
            let beginning = TalkText.beginning(notation)
            isBeginning = beginning != nil
            text = beginning.map { TalkText.screen($0).trimmingTail } ?? TalkText.screen(notation)
        }

        /// Whether a shown text is this screen.
        package func matches(_ shown: String) -> Bool {
            isBeginning ? shown.hasPrefix(text) : shown == text
        }

        /// The screen in the notation of talks.
        package var description: String {
            let notation = TalkText.notation(ofScreen: text)
            return isBeginning ? notation + (notation.isEmpty ? "..." : " ...") : notation
        }
    }
}

extension String {
    /// The text without spaces and line ends behind it.
    fileprivate var trimmingTail: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last])
    }
}
