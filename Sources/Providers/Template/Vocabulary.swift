/// What the templates of one part of an adapter file may name.
package struct Vocabulary: Sendable {
    /// The first words of paths.
    package enum Root: String, Hashable, Sendable, CaseIterable {
        case payload = "."
        case whole = "^."
        case header, query, path, req, cfg, chan, msg, reply, resp, http, url, session, now, token, claim
        case variable = "var"
    }

    package let roots: Set<Root>
    /// The names of the adapter's settings, in their order.
    package let settings: [String]
    /// The names of the adapter's routes.
    package let routes: [String]
    /// The named values so far, in their order.
    package var variables: [String]
    /// The names of the variable parts of the route's path.
    package var pathParts: [String] = []
    /// Whether values are repeated by number, which names then may end in.
    package var isCounting = false

    package init(roots: Set<Root>, settings: [String], routes: [String], variables: [String] = []) {
        self.roots = roots
        self.settings = settings
        self.routes = routes
        self.variables = variables
    }

    /// The same for another part of the file.
    package func with(_ roots: Set<Root>, variables: [String] = []) -> Vocabulary {
        var other = Vocabulary(roots: roots, settings: settings, routes: routes, variables: variables)
        other.pathParts = pathParts
        other.isCounting = isCounting
        return other
    }

    /// The same with more first words.
    package func adding(_ more: Set<Root>) -> Vocabulary { with(roots.union(more), variables: variables) }

    /// What a request tells, which routes read.
    package static let reading: Set<Root> = [
        .payload, .whole, .header, .query, .path, .req, .cfg, .chan, .url, .now, .variable,
    ]
    /// What is known of a request before its payload is read.
    package static let calling: Set<Root> = [.header, .query, .path, .req, .cfg, .chan]
    /// What an answer may say.
    package static let answering: Set<Root> = reading.subtracting([.variable]).union([.reply, .session])
    /// What a request of ours is made of; the payload is the element within `each`.
    package static let sending: Set<Root> = [.payload, .cfg, .chan, .msg, .url, .now, .session, .variable]
    /// What a provider's answer tells.
    package static let responding: Set<Root> = [.cfg, .chan, .resp, .http]
}

/// Why a text is no template.
package struct TemplateFault: Error, Hashable {
    /// Where in the text, in characters from 0.
    package let offset: Int
    /// The name of the rule, for example `unknown-filter`.
    package let id: String
    package let message: String
    /// The name that is not known, and those that are.
    package let name: String?
    package let known: [String]

    init(_ id: String, _ message: String, at offset: Int, name: String? = nil, known: [String] = []) {
        self.offset = offset
        self.id = id
        self.message = message
        self.name = name
        self.known = known
    }
}

extension Vocabulary {
    /// The root and the rest of a path's words.
    func resolve(_ words: [String], at offset: Int) throws(TemplateFault) -> (root: Path.Root, used: Int) {
        let names = roots.map(\.rawValue).filter { !$0.hasSuffix(".") }.sorted()
        guard let first = words.first, let root = Root(rawValue: first), roots.contains(root) else {
            let name = words.first ?? ""
            throw TemplateFault(
                "unknown-root", "'\(name)' is nothing that can be read here", at: offset, name: name, known: names)
        }
        switch root {
        case .payload: return (.payload, 1)
        case .whole: return (.whole, 1)
        case .resp: return (.response, 1)
        case .header: return (.header(try word(words, "header", at: offset)), 2)
        case .query: return words.count > 1 ? (.query(words[1]), 2) : (.queryFields, 1)
        case .path: return (.pathPart(try place(words, in: pathParts, "part of the path", at: offset)), 2)
        case .claim: return (.claims, 1)
        case .now: return (.now(try member(words, of: root, at: offset)), 2)
        case .token: return (.token, 1)
        case .cfg: return (.setting(try place(words, in: settings, "setting", at: offset)), 2)
        case .variable: return (.variable(try place(words, in: variables, "named value", at: offset)), 2)
        case .url: return (.route(routes[try place(words, in: routes, "route", at: offset)]), 2)
        case .req: return (.request(try member(words, of: root, at: offset)), 2)
        case .chan: return (.channel(try member(words, of: root, at: offset)), 2)
        case .msg: return (.message(try member(words, of: root, at: offset)), 2)
        case .reply: return (.reply(try member(words, of: root, at: offset)), 2)
        case .http: return (.http(try member(words, of: root, at: offset)), 2)
        case .session: return (.session(try member(words, of: root, at: offset)), 2)
        }
    }

    private func word(_ words: [String], _ root: String, at offset: Int) throws(TemplateFault) -> String {
        guard words.count > 1 else { throw TemplateFault("path", "'\(root)' needs a name after a point", at: offset) }
        return words[1]
    }

    private func place(
        _ words: [String], in names: [String], _ what: String, at offset: Int
    ) throws(TemplateFault) -> Int {
        let name = try word(words, words[0], at: offset)
        if let index = names.firstIndex(of: name) { return index }
        let id = "unknown-\(what.split(separator: " ").joined(separator: "-"))"
        let owner = what.hasPrefix("part") ? "route" : "adapter"
        throw TemplateFault(id, "the \(owner) has no \(what) '\(name)'", at: offset, name: name, known: names)
    }

    private func member<Field: RawRepresentable<String> & CaseIterable>(
        _ words: [String], of root: Root, at offset: Int
    ) throws(TemplateFault) -> Field {
        let name = try word(words, root.rawValue, at: offset)
        if let field = Field(rawValue: name) { return field }
        let known = Field.allCases.map(\.rawValue)
        throw TemplateFault(
            "unknown-field", "'\(root.rawValue)' has no '\(name)'", at: offset, name: name, known: known)
    }
}
