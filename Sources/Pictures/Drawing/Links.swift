/// What the signs of other flows, and the boxes of flows, link to.
package enum Links: Hashable, Sendable {
    /// Nothing.
    case none
    /// The step's card in the same document.
    case withinDocument
    /// Pages, by what stands before the flow's name in their addresses: `/console/flows/`.
    case pages(String)

    /// Where a node links to.
    func address(of node: Node) -> String? {
        switch self {
        case .none: nil
        case .withinDocument: "#" + Self.escaped(node.id)
        case .pages(let prefix):
            prefix + Self.escaped(node.flow) + (node.id == node.flow ? "" : "#" + Self.escaped(node.id))
        }
    }

    /// Percent signs for all that may not stand in a fragment (RFC 3986, section 3.5).
    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
    }
}
