package import Expressions

/// A provision that a rule stands on.
package struct Law: Hashable, Sendable {
    /// How sure those who checked it are.
    package enum Confidence: String, Hashable, Sendable, CaseIterable {
        case high, medium, low
    }

    /// The rule's short name for it: `LMA27`.
    package let id: String
    /// Law and article as people may look them up.
    package let cite: LocalizedText
    /// The article alone, where the provision has one.
    package let article: String?
    /// Where its text can be read.
    package let url: String?
    /// The words themselves.
    package let quote: String?
    /// When it was last compared with its source.
    package let checked: CalendarDate
    /// How sure those who checked it are.
    package let confidence: Confidence

    package init(
        id: String, cite: LocalizedText, article: String? = nil, url: String? = nil, quote: String? = nil,
        checked: CalendarDate, confidence: Confidence
    ) {
        self.id = id
        self.cite = cite
        self.article = article
        self.url = url
        self.quote = quote
        self.checked = checked
        self.confidence = confidence
    }
}
