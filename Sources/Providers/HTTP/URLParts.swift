/// The parts of an absolute URL that matter here (RFC 3986, section 3).
struct URLParts {
    /// The scheme in small letters.
    let scheme: String
    /// Host and port as written.
    let authority: Substring
    /// Path, query and fragment.
    let rest: Substring

    /// The parts of a URL; what is no absolute URL has an empty scheme and authority.
    init(_ url: String) {
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
    var isWeb: Bool {
        (scheme == "http" || scheme == "https") && !host.isEmpty
            && !authority.utf8.contains { $0 <= 0x20 } && !rest.utf8.contains { $0 <= 0x20 }
    }

    /// The authority without its port.
    var host: Substring {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else { return authority }
        return authority[..<colon]
    }

    var origin: String { "\(scheme)://\(host)" }
}
