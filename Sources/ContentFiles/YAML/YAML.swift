/// A value of a YAML file with the place where it stands.
///
/// Scalars stay the text that was written: `yes`, `12:30`, `+254...` and `01` never turn into something else.
package struct YAML: Hashable, Sendable {
    /// What a value is made of.
    package indirect enum Content: Hashable, Sendable {
        /// A single value; `isPlain` when it was written without quotes.
        case scalar(String, isPlain: Bool)
        case mapping([Entry])
        case sequence([YAML])
    }

    /// One key of a mapping with its value.
    package struct Entry: Hashable, Sendable {
        /// The key as it was written, with its upper and lower case.
        package let key: String
        /// Where the key stands, for messages about a key that is unknown or used twice.
        package let keyPosition: Position
        /// What stands behind the colon; an empty plain scalar when nothing does.
        package let value: YAML
    }

    /// The scalar, the entries or the elements.
    package let content: Content
    /// Where the value begins, at the quote if there is one.
    package let position: Position

    /// The scalar's text, if this is a scalar.
    package var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Where the text itself begins: behind the quote, if there is one.
    package var textPosition: Position {
        if case .scalar(_, isPlain: false) = content { position.moved(by: 1) } else { position }
    }

    /// Whether this is an empty or `null` value written without quotes.
    package var isNull: Bool {
        if case .scalar(let text, let isPlain) = content {
            isPlain && (text.isEmpty || text == "~" || text == "null")
        } else {
            false
        }
    }

    /// The entries, if this is a mapping.
    package var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The elements, if this is a sequence.
    package var elements: [YAML]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// What this is, in an operator's words.
    package var kind: String {
        switch content {
        case .scalar: "a text"
        case .mapping: "a group of keys"
        case .sequence: "a list"
        }
    }
}
