/// One header of a request or a response. Names compare without regard to case (RFC 9110, section 5.1).
package struct HeaderField: Sendable, Hashable {
    /// The name as written, such as `Content-Type`.
    package let name: String
    /// The value without the white space around it.
    package let value: String

    /// A header with this name and value; a request's headers are checked when it is sent.
    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this header has the given name, in any case.
    func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count
            && zip(name.utf8, other.utf8).allSatisfy { $0.loweredASCII == $1.loweredASCII }
    }
}

extension [HeaderField] {
    /// The value of the first header with this name, in any case; nil when there is none.
    package func value(of name: String) -> String? {
        first { $0.isNamed(name) }?.value
    }
}

extension UInt8 {
    /// The byte with A to Z made small.
    var loweredASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
