/// Writes XML, one element a line.
struct Markup {
    private(set) var text = ""
    private var depth = 0

    /// An attribute; nil leaves it out.
    typealias Attributes = KeyValuePairs<String, String?>

    /// An element with nothing in it.
    mutating func empty(_ name: String, _ attributes: Attributes) {
        line("<\(name)\(Self.written(attributes))/>")
    }

    /// An element with a text in it.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        line("<\(name)\(Self.written(attributes))>\(Self.escaped(text))</\(name)>")
    }

    /// An element with others in it.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void) {
        line("<\(name)\(Self.written(attributes))>")
        depth += 1
        content(&self)
        depth -= 1
        line("</\(name)>")
    }

    /// Markup as it is.
    mutating func raw(_ markup: String) {
        text += markup + "\n"
    }

    private mutating func line(_ line: String) {
        text += String(repeating: " ", count: depth) + line + "\n"
    }

    private static func written(_ attributes: Attributes) -> String {
        attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
    }

    /// Safe as text and as an attribute's value; characters that XML 1.0 does not allow (section 2.2) are left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
