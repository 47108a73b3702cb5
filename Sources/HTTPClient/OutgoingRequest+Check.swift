extension OutgoingRequest {
    /// Refuses what must not reach the wire: another scheme, and bytes that would end the URL or a header early and
    /// so smuggle in headers of somebody else's choice (RFC 9110, section 5.5; RFC 9112, section 11.2).
    func check() throws(HTTPFault) {
        guard isWebURL else { throw .badURL }
        guard method.isToken else { throw .badMethod }
        for header in headers where !header.isSendable {
            throw .badHeader(name: header.name)
        }
    }

    private var isWebURL: Bool {
        let scheme = String(decoding: url.utf8.prefix { $0 != UInt8(ascii: ":") }.map(\.loweredASCII), as: UTF8.self)
        guard scheme == "http" || scheme == "https" else { return false }
        return url.utf8.dropFirst(scheme.utf8.count).starts(with: "://".utf8)
            && url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}

extension HeaderField {
    /// The body's framing belongs to the client, so a caller can't contradict it.
    fileprivate var isSendable: Bool {
        name.isToken && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            && !isNamed("Content-Length") && !isNamed("Transfer-Encoding")
    }
}

extension String {
    /// A token of RFC 9110, section 5.6.2: the shape of methods and header names.
    fileprivate var isToken: Bool {
        !isEmpty && utf8.allSatisfy(\.isTokenByte)
    }
}

extension UInt8 {
    fileprivate var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default:
            "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}
