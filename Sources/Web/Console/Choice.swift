/// A value to choose from a list.
struct Choice: Sendable {
    let value: String
    let label: String
    let isChosen: Bool

    /// - Parameter values: What is sent, and what is read.
    static func list(_ values: [(String, String)], chosen: String) -> [Choice] {
        values.map { Choice(value: $0, label: $1, isChosen: $0 == chosen) }
    }

    /// The part of a template with a list to choose from and its label.
    ///
    /// - Parameters:
    ///   - name: What the form sends it as.
    ///   - choices: Their name in the page.
    ///   - label: The key of the label's text; nil where it is the name.
    static func select(_ name: String, of choices: String, label: String? = nil) -> String {
        """
        <div><label for="\(name)">{{frame.t.\(label ?? name)}}</label><select id="\(name)" name="\(name)">
        \(options(choices))
        </select></div>
        """
    }

    /// The part of a template that lists the choices of a page.
    ///
    /// - Parameter name: Their name in the page.
    static func options(_ name: String) -> String {
        """
        {{#\(name)}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/\(name)}}
        """
    }
}

extension String {
    /// A value as it stands in an address (RFC 3986, section 2.1).
    var queryEscaped: String {
        utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }.joined()
    }
}
