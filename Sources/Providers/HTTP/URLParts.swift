/// The parts of an absolute URL that matter here (RFC 3986, section 3).
package struct URLParts {
    /// The scheme in small letters.
    package let scheme: String
    /// Host and port as written.
    package let authority: Substring
    /// Path, query and fragment.
    package let rest: Substring

    /// The parts of a URL; what is no absolute URL has an empty scheme and authority.
    package init(_ url: String) {
        guard let colon = url.firstRange(of: "://") else {
            (scheme, authority, rest) = ("", "", Substring(url))
            return
        }
        let tail = url[colon.upperBound...]
        let end = tail.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? tail.endIndex
        scheme = url[..<colon.lowerBound].lowercased()
        authority = tail[..<end]
        rest = tail[end...]
    }

    /// Whether this is an absolute web URL with a host and without spaces or control characters.
    package var isWeb: Bool {
        (scheme == "http" || scheme == "https") && !host.isEmpty
            && !authority.utf8.contains { $0 <= 0x20 } && !rest.utf8.contains { $0 <= 0x20 }
    }

    /// Whether what is sent there stays on this machine.
    package var isLoopback: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }

    /// The authority without its port.
    package var host: Substring {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else { return authority }
        return authority[..<colon]
    }

    var origin: String { "\(scheme)://\(host)" }
}
