/// Reads `application/x-www-form-urlencoded` (WHATWG URL standard, section 5.1).
package enum Form {
    /// More fields than any provider sends; a request with more is refused.
    static let maximumFields = 256

    /// The fields in their order, decoded; nil when there are too many.
    ///
    /// A broken percent escape stands for itself, and bytes that are not UTF-8 become U+FFFD.
    package static func fields(_ bytes: some Collection<UInt8>) -> [Datum.Member]? {
        guard !bytes.isEmpty else { return [] }
        var fields: [Datum.Member] = []
        fields.reserveCapacity(16)
        var decoded: [UInt8] = []
        var name: String?
        var rest = bytes.makeIterator()
        func finish() {
            guard name != nil || !decoded.isEmpty else { return }
            let text = String(decoding: decoded, as: UTF8.self)
            fields.append(Datum.Member(name ?? text, .text(name == nil ? "" : text)))
            name = nil
            decoded.removeAll(keepingCapacity: true)
        }
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "&"):
                finish()
                guard fields.count <= maximumFields else { return nil }
            case UInt8(ascii: "=") where name == nil:
                name = String(decoding: decoded, as: UTF8.self)
                decoded.removeAll(keepingCapacity: true)
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"): Percent.decode(from: &rest, into: &decoded)
            default: decoded.append(byte)
            }
        }
        finish()
        return fields.count <= maximumFields ? fields : nil
    }

    /// The fields as a body or query; fields without a value are left out, a list repeats its name.
    static func encode(_ fields: [Datum.Member]) -> String {
        var encoded = ""
        for field in fields {
            for value in field.value.elements {
                guard let text = value.text else { continue }
                if !encoded.isEmpty { encoded += "&" }
                encoded += Percent.encode(field.key) + "=" + Percent.encode(text)
            }
        }
        return encoded
    }
}
