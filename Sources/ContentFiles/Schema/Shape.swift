/// What a value of a content file may be: what an editor can tell its author before any file is read.
///
/// Readers take a single value as the text that was written, so a number or `true` is a text too.
indirect enum Shape: Sendable {
    /// A single value, which is read as a text.
    case text
    /// A text of a certain form.
    case form(TextForm)
    /// One of some words.
    case words([String])
    /// A whole number within bounds.
    case whole(ClosedRange<Int>)
    /// `true` or `false`.
    case flag
    /// A single value that keeps its kind: a text, a number, `true`, `false` or `null`.
    case scalar
    /// Whatever YAML can say.
    case anything
    /// A list with at least one element.
    case list(Shape)
    /// A list, or one element alone.
    case listOrOne(Shape)
    /// Keys that are known.
    case group(KeyGroup)
    /// Keys that the author chooses, with values of one shape.
    case named(Shape, names: TextForm? = nil)
    /// A value of one of some shapes.
    case either([Shape])
}

/// How a text must be written, as a regular expression that all of it fits.
struct TextForm: Sendable {
    /// The expression without anchors, in what ECMAScript and ICU have in common.
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }
}

extension Shape {
    /// One of the words of an enumeration.
    static func word<Word: RawRepresentable & CaseIterable>(of type: Word.Type) -> Shape
    where Word.RawValue == String {
        .words(type.allCases.map(\.rawValue))
    }
}
