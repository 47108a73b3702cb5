/// Where a PostgreSQL database is, in libpq's words: `key=value` pairs or a URI.
/// <https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING>
struct PostgresAddress: Sendable {
    private let words: [Substring: Substring]
    private let authority: Substring?

    init(_ address: String) {
        guard let scheme = address.firstRange(of: "://") else {
            authority = nil
            words = Self.pairs(address.split(whereSeparator: \.isWhitespace))
            return
        }
        let rest = address[scheme.upperBound...]
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        authority = parts[0].prefix { $0 != "/" }
        words = Self.pairs(parts.count > 1 ? parts[1].split(separator: "&") : [])
    }

    private static func pairs(_ words: [Substring]) -> [Substring: Substring] {
        let pairs = words.map { word in
            let name = word.prefix { $0 != "=" }
            return (name, word.dropFirst(name.count + 1))
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// Whether a password stands in it.
    var hasPassword: Bool {
        if words["password"] != nil { return true }
        guard let authority, let end = authority.lastIndex(of: "@") else { return false }
        return authority[..<end].contains(":")
    }

    /// Whether nobody else is on the way: the server is this machine, or proves by TLS who it is.
    var isPrivate: Bool {
        if words["sslmode"] == "verify-full" { return true }
        return hosts.allSatisfy { host in
            host.isEmpty || host.hasPrefix("/") || host == "localhost" || host.hasPrefix("127.") || host == "::1"
        }
    }

    /// Every server it names, without ports.
    private var hosts: [Substring] {
        if let host = words["host"] ?? words["hostaddr"] {
            return host.split(separator: ",").map { $0.hasPrefix("%2F") ? "/" : $0 }
        }
        guard let authority else { return [] }
        let places = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        return places.split(separator: ",").map { place in
            if place.hasPrefix("%2F") { return "/" }
            if place.hasPrefix("[") { return place.dropFirst().prefix { $0 != "]" } }
            return place.prefix { $0 != ":" }
        }
    }
}
