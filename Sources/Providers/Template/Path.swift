/// A way to a value: a root and the steps from it. Names are resolved when the file is loaded.
package struct Path: Hashable, Sendable {
    /// Where a path begins.
    package enum Root: Hashable, Sendable {
        /// `.`: the payload, or within `each` the element.
        case payload
        /// `^.`: the whole payload, also within `each`.
        case whole
        case header(String)
        case query(String)
        /// `query`: all fields of the query.
        case queryFields
        /// `path.`: a variable part of the route's path, by its place.
        case pathPart(Int)
        /// `claim.`: the claims of the token that proved the request.
        case claims
        /// `now.`: the moment, and a text that is new each time.
        case now(NowField)
        /// `token.`: what the provider gave us to show with our requests.
        case token
        /// `cfg.`: a setting of the channel, by its place among the adapter's declarations.
        case setting(Int)
        case channel(ChannelField)
        case request(RequestField)
        case message(MessageField)
        case reply(ReplyField)
        /// `resp.`: the provider's answer to our request.
        case response
        /// `http.`: its status and its body as it came.
        case http(HTTPField)
        /// `url.`: the public URL of a route.
        case route(String)
        /// `var.`: a named value, by its place.
        case variable(Int)
        /// `session.`: for a reply, whether the conversation goes on.
        case session(SessionField)
    }

    /// What `chan.` knows.
    package enum ChannelField: String, Hashable, Sendable, CaseIterable {
        case id, address, country
    }

    /// What `req.` knows.
    package enum RequestField: String, Hashable, Sendable, CaseIterable {
        case method, url, body, action, form
        case urlWithoutQuery = "url_no_query"
        case urlAndSortedForm = "url_and_sorted_form"
    }

    /// What `msg.` knows.
    package enum MessageField: String, Hashable, Sendable, CaseIterable {
        case id, to, from, text, part, first, last
        /// Our id of the part: that of the message, with `.2` and so on behind it from the second part on.
        case partID = "part_id"
        /// For USSD screens that go by a request of their own.
        case session, ends
    }

    /// What `now.` knows.
    package enum NowField: String, Hashable, Sendable, CaseIterable {
        case unix, rfc3339, nonce
        case unixMilliseconds = "unix_ms"
    }

    /// What `http.` knows.
    package enum HTTPField: String, Hashable, Sendable, CaseIterable {
        case status, body
    }

    /// What `session.` knows.
    package enum SessionField: String, Hashable, Sendable, CaseIterable {
        /// `continue` or `end`.
        case state
    }

    /// What `reply.` knows.
    package enum ReplyField: String, Hashable, Sendable, CaseIterable {
        case text, ends
    }

    /// One step into a value.
    package enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
        /// `.*`: every element.
        case every
        /// `[]`: always a list, also when there is only one value.
        case wrap
        /// `.[path]`: the field that another value names: its name, names joined by points, or `//name`.
        case named(Template)
        /// `//name`: the first field of that name at any depth.
        case descend(String)
        /// `name#`: the field of that name followed by the number of the repetition.
        case numbered(String)
    }

    package let root: Root
    package let steps: [Step]
    /// The path as written, for messages.
    package let source: String

    package init(root: Root, steps: [Step], source: String) {
        self.root = root
        self.steps = steps
        self.source = source
    }

    func value(in scope: Scope) throws(FieldFault) -> Datum {
        try Self.walk(steps[...], from: scope.value(of: root), in: scope)
    }

    private static func walk(_ steps: ArraySlice<Step>, from start: Datum, in scope: Scope) throws(FieldFault) -> Datum
    {
        var value = start
        for (index, step) in zip(steps.indices, steps) {
            try scope.allowance.spend(value.count)
            switch step {
            case .key(let key): value = value[key]
            case .index(let index): value = value[index]
            case .wrap: value = .list(value.elements)
            case .named(let template):
                guard let key = try template.text(in: scope), !key.isEmpty else { return .null }
                value = try value.named(key, scope.allowance)
            case .descend(let key): value = try value.descendant(key, scope.allowance) ?? .null
            case .numbered(let key): value = value[key + String(scope.number)]
            case .every:
                let rest = steps[(index + 1)...]
                return .list(
                    try value.elements.map { element throws(FieldFault) in try walk(rest, from: element, in: scope) })
            }
        }
        return value
    }
}

extension Datum {
    /// The field that an operator's setting names: exactly so, or names joined by points, or `//name` at any depth.
    fileprivate func named(_ name: String, _ allowance: Allowance) throws(FieldFault) -> Datum {
        if name.hasPrefix("//") { return try descendant(String(name.dropFirst(2)), allowance) ?? .null }
        let exact = self[name]
        guard exact == .null, name.contains(".") else { return exact }
        return name.split(separator: ".").reduce(self) { value, part in
            Int(part).map { value[$0] } ?? value[String(part)]
        }
    }

    /// How many values stand in a list or group.
    fileprivate var count: Int {
        switch self {
        case .list(let elements): elements.count
        case .object(let members): members.count
        case .null, .flag, .number, .text, .bytes: 0
        }
    }

    /// The first field of a name in the order of the document.
    fileprivate func descendant(_ name: String, _ allowance: Allowance) throws(FieldFault) -> Datum? {
        try allowance.spend(Allowance.value + count)
        switch self {
        case .object(let members):
            for member in members {
                if member.key.equalsIgnoringCase(name) { return member.value }
                if let found = try member.value.descendant(name, allowance) { return found }
            }
            return nil
        case .list(let elements):
            for element in elements {
                if let found = try element.descendant(name, allowance) { return found }
            }
            return nil
        case .null, .flag, .number, .text, .bytes: return nil
        }
    }
}
