/// A value that templates read and make: what a form, JSON or a setting can hold.
package indirect enum Datum: Hashable, Sendable {
    /// One field of a group; a form may repeat a name, then the last one counts.
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: Datum

        package init(_ key: String, _ value: Datum) {
            self.key = key
            self.value = value
        }
    }

    case null
    case flag(Bool)
    /// A number as it was written, because ids of 19 digits do not fit a floating-point number.
    case number(String)
    case text(String)
    /// Bytes between two filters, for example a digest before it is written in hexadecimal.
    case bytes([UInt8])
    case list([Datum])
    case object([Member])

    /// The value as text; nil for nothing, lists and groups. Bytes are read as UTF-8. An element of XML that has
    /// attributes or children is a group whose own text stands under `#text`.
    package var text: String? {
        switch self {
        case .null, .list: nil
        case .object(let members): members.first { $0.key == XML.textKey }?.value.text
        case .flag(let flag): flag ? "true" : "false"
        case .number(let text), .text(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The value as bytes for digests; empty for nothing, lists and groups.
    var bytes: [UInt8] {
        if case .bytes(let bytes) = self { bytes } else { Array((text ?? "").utf8) }
    }

    /// The bytes of a text; 0 for anything else.
    var size: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        case .null, .flag, .number, .list, .object: 0
        }
    }

    /// Whether there is something: not nothing, not an empty text, list or group.
    var isPresent: Bool {
        switch self {
        case .null: false
        case .flag, .number: true
        case .text(let text): !text.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .list(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        }
    }

    /// The elements of a list; nothing is an empty list, any other value a list of one.
    var elements: [Datum] {
        switch self {
        case .null: []
        case .list(let elements): elements
        default: [self]
        }
    }

    /// A text, or nothing when there is none.
    init(_ text: String?) {
        self = text.map(Datum.text) ?? .null
    }

    /// The field of a name: exactly as written, else whatever its case; nothing when there is none.
    package subscript(key: String) -> Datum {
        guard case .object(let members) = self else { return .null }
        if let exact = members.last(where: { $0.key == key }) { return exact.value }
        return members.last { $0.key.equalsIgnoringCase(key) }?.value ?? .null
    }

    /// The element at a place, counted from 0; nothing when the list is shorter.
    package subscript(index: Int) -> Datum {
        guard case .list(let elements) = self, elements.indices.contains(index) else { return .null }
        return elements[index]
    }
}
