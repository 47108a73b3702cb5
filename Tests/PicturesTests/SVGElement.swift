/// A small walk through XML: enough to say whether a text is well-formed, and to find what stands in it.
struct SVGElement {
    let name: String
    private(set) var attributes: [String: String] = [:]
    /// Its own text, references resolved.
    private(set) var text = ""
    private(set) var children: [SVGElement] = []

    /// The root; nil when the text is not one well-formed element.
    init?(_ text: String) {
        var walk = Walk(rest: text.unicodeScalars[...])
        guard let root = walk.element(), walk.isAtEnd else { return nil }
        self = root
    }

    private init(name: String) { self.name = name }

    /// It and all elements in it, in the order of the text.
    var all: [SVGElement] { [self] + children.flatMap(\.all) }

    private struct Walk {
        private static let references: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
        ]

        var rest: Substring.UnicodeScalarView

        var isAtEnd: Bool { rest.allSatisfy(\.properties.isWhitespace) }

        mutating func element() -> SVGElement? {
            guard take("<"), let name = name() else { return nil }
            var element = SVGElement(name: name)
            while skipSpace(), let key = self.name() {
                guard take("="), take("\""), let value = content(until: "\""), take("\""),
                    element.attributes.updateValue(value, forKey: key) == nil
                else { return nil }
            }
            if take("/>") { return element }
            guard take(">") else { return nil }
            while true {
                guard let text = content(until: "<") else { return nil }
                element.text += text
                if take("</") { return self.name() == name && take(">") ? element : nil }
                guard let child = self.element() else { return nil }
                element.children.append(child)
            }
        }

        /// Text up to a mark, without what XML 1.0 forbids there.
        private mutating func content(until end: Unicode.Scalar) -> String? {
            var content = String.UnicodeScalarView()
            while let scalar = rest.first, scalar != end {
                rest.removeFirst()
                switch scalar {
                case "<", "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": return nil
                case "&":
                    let name = String(String.UnicodeScalarView(rest.prefix { $0 != ";" }))
                    guard let meant = Self.references[name] else { return nil }
                    rest = rest.dropFirst(name.unicodeScalars.count + 1)
                    content.append(meant)
                default: content.append(scalar)
                }
            }
            return rest.isEmpty ? nil : String(content)
        }

        private mutating func name() -> String? {
            let name = rest.prefix { $0.properties.isAlphabetic || $0 == "-" }
            rest = rest.dropFirst(name.count)
            return name.isEmpty ? nil : String(String.UnicodeScalarView(name))
        }

        private mutating func take(_ mark: String) -> Bool {
            guard rest.starts(with: mark.unicodeScalars) else { return false }
            rest = rest.dropFirst(mark.unicodeScalars.count)
            return true
        }

        private mutating func skipSpace() -> Bool {
            rest = rest.drop(while: \.properties.isWhitespace)
            return true
        }
    }
}
