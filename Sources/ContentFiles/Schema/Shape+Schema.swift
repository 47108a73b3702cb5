import Providers

extension Shape {
    /// The shape in the words of JSON Schema.
    var schema: Datum { .object(keywords) }

    /// The keywords of JSON Schema that say the shape.
    var keywords: [Datum.Member] {
        switch self {
        case .text: [.types("string", "number", "boolean")]
        case .form(let form): [.types("string"), .pattern(form)]
        case .words(let words): [.init("enum", .list(words.flatMap(Self.spellings)))]
        case .whole(let range): Self.number(in: range)
        case .flag: [.types("boolean", "string"), .pattern(TextForm("true|false|yes|no|on|off"))]
        case .scalar: [.types("string", "number", "boolean", "null")]
        case .anything: []
        case .list(let element):
            [.types("array"), .init("items", element.schema), .init("minItems", .number("1"))]
        case .listOrOne(let element):
            [.any([element.schema, .object([.types("array"), .init("items", element.schema)])])]
        case .group(let group): group.keywords
        case .named(let shape, let names):
            [.types("object")] + (names.map { [.init("propertyNames", .object([.pattern($0)]))] } ?? [])
                + [.init("additionalProperties", shape.schema)]
        case .either(let shapes): [.any(shapes.map { $0.schema })]
        }
    }

    /// A word as YAML may give it to an editor: `true` without quotes is no text there.
    private static func spellings(of word: String) -> [Datum] {
        word == "true" || word == "false" ? [.flag(word == "true"), .text(word)] : [.text(word)]
    }

    /// A number may stand in quotes: bounds speak of numbers only, and the pattern of texts only.
    private static func number(in range: ClosedRange<Int>) -> [Datum.Member] {
        [
            .types("integer", "string"), .init("minimum", .number(String(range.lowerBound))),
            .init("maximum", .number(String(range.upperBound))), .pattern(TextForm("[0-9]+")),
        ]
    }
}

extension KeyGroup {
    /// The keywords of JSON Schema that say which keys there are.
    fileprivate var keywords: [Datum.Member] {
        let properties = keys.map { Datum.Member($0.name, $0.schema) }
        let required = keys.filter(\.isRequired).map { Datum.text($0.name) }
        return [.types("object"), .init("properties", .object(properties))]
            + (required.isEmpty ? [] : [.init("required", .list(required))])
            + (isOpen ? [] : [.init("additionalProperties", .flag(false))])
    }
}

extension Key {
    /// The value with the help that an editor shows. A key without a value counts as one that is not there.
    fileprivate var schema: Datum {
        let keywords = isRequired ? shape.keywords : shape.keywords.map(\.orNull)
        return .object([.init("description", .text(help))] + keywords)
    }
}

extension Datum.Member {
    /// The keyword for a value that may be missing.
    fileprivate var orNull: Self {
        switch (key, value) {
        case ("type", .list(let names)) where names.contains(.text("null")): self
        case ("type", .list(let names)): Self(key, .list(names + [.text("null")]))
        case ("type", let name): Self(key, .list([name, .text("null")]))
        case ("enum", .list(let words)): Self(key, .list(words + [.null]))
        case ("anyOf", .list(let schemas)): Self(key, .list(schemas + [.object([.types("null")])]))
        default: self
        }
    }

    fileprivate static func types(_ names: String...) -> Self {
        Self("type", names.count == 1 ? .text(names[0]) : .list(names.map(Datum.text)))
    }

    fileprivate static func pattern(_ form: TextForm) -> Self {
        Self("pattern", .text("^(\(form.pattern))$"))
    }

    fileprivate static func any(_ schemas: [Datum]) -> Self {
        Self("anyOf", .list(schemas))
    }
}
