/// A request that a provider made to one of our routes, as it came over the wire.
package struct HTTPRequest: Hashable, Sendable {
    /// The method in capitals.
    package let method: String
    /// The path and, after `?`, the query: raw, still percent-encoded, because signatures cover it as sent.
    package let target: String
    package let headers: [HeaderField]
    package let body: [UInt8]
    /// The caller's address, for adapters that list the addresses they accept.
    package let remoteAddress: String?

    package init(
        method: String, target: String, headers: [HeaderField] = [], body: [UInt8] = [], remoteAddress: String? = nil
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.remoteAddress = remoteAddress
    }

    /// The raw query, without `?`.
    var query: Substring {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return "" }
        return target[target.utf8.index(after: mark)...]
    }

    /// The raw path.
    var path: Substring {
        target[..<(target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex)]
    }

    /// The media type of the body in small letters, without parameters.
    var mediaType: String {
        let value = headers.value(of: "Content-Type") ?? ""
        let type = value.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        return String(decoding: type.map(\.lowercasedASCII), as: UTF8.self)
    }
}
