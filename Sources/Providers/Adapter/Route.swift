/// One address of a channel that a provider calls.
package struct Route: Hashable, Sendable {
    package let name: String
    /// Other names it answers to.
    package let aliases: [String]
    /// The path below the channel's own, when it is more than the route's name.
    package let path: RoutePath?
    /// The methods it takes, in capitals.
    package let methods: [String]
    /// How the payload is written: the first case that holds.
    package let formats: [FormatCase]
    /// How a request proves that it comes from the provider; nil when the provider offers no proof.
    package let authenticity: Authenticity?
    package let checks: [Check]
    /// The list whose elements are events, when one request can tell several.
    package let each: Template?
    package let variables: [Template]
    /// What the payload or element is: the first case that holds.
    package let cases: [EventCase]
    /// Answers of its own, before those of the adapter.
    package let answers: [AnswerRule.Kind: AnswerRule]

    package init(
        name: String, aliases: [String] = [], path: RoutePath? = nil, methods: [String] = [],
        formats: [FormatCase] = [], authenticity: Authenticity? = nil, checks: [Check] = [], each: Template? = nil,
        variables: [Template] = [], cases: [EventCase] = [], answers: [AnswerRule.Kind: AnswerRule] = [:]
    ) {
        self.name = name
        self.aliases = aliases
        self.path = path
        self.methods = methods
        self.formats = formats
        self.authenticity = authenticity
        self.checks = checks
        self.each = each
        self.variables = variables
        self.cases = cases
        self.answers = answers
    }

    func takes(_ method: String) -> Bool { methods.contains(method) }
}

/// A path with variable parts, such as `session/{id}/start`.
package struct RoutePath: Hashable, Sendable {
    /// One piece between slashes.
    package enum Part: Hashable, Sendable {
        case literal(String)
        case variable(String)
    }

    package let parts: [Part]

    /// Reads a path; nil when a piece is empty or has braces at one end only.
    package init?(_ text: String) {
        var parts: [Part] = []
        for piece in text.split(separator: "/", omittingEmptySubsequences: false) {
            guard !piece.isEmpty else { return nil }
            if piece.hasPrefix("{"), piece.hasSuffix("}"), piece.count > 2 {
                parts.append(.variable(String(piece.dropFirst().dropLast())))
            } else {
                guard !piece.contains("{"), !piece.contains("}") else { return nil }
                parts.append(.literal(String(piece)))
            }
        }
        self.parts = parts
        guard Set(names).count == names.count else { return nil }
    }

    /// The names of the variable parts.
    package var names: [String] {
        parts.compactMap { if case .variable(let name) = $0 { name } else { nil } }
    }

    /// The path without the names of its parts: two routes of one shape are the same to whoever calls.
    package var shape: String {
        parts.map { if case .literal(let text) = $0 { text } else { "{}" } }.joined(separator: "/")
    }

    /// What stands in the variable parts of a path; nil when the path is another.
    func match(_ pieces: ArraySlice<String>) -> [String]? {
        guard pieces.count == parts.count else { return nil }
        var values: [String] = []
        for (part, piece) in zip(parts, pieces) {
            switch part {
            case .literal(let literal): guard literal == piece else { return nil }
            case .variable: values.append(String(decoding: Percent.decode(piece), as: UTF8.self))
            }
        }
        return values
    }
}

/// How a request's payload is written.
package enum PayloadFormat: String, Hashable, Sendable, CaseIterable {
    /// The fields of query and body.
    case form
    case json
    case xml
    /// JSON, XML or a form, by Content-Type.
    case auto
}

/// A way to read the payload and when it is the one.
package struct FormatCase: Hashable, Sendable {
    /// nil means always.
    package let when: Condition?
    package let format: PayloadFormat

    package init(when: Condition?, format: PayloadFormat) {
        self.when = when
        self.format = format
    }
}

/// A condition that a payload has to fulfil before it becomes events.
package struct Check: Hashable, Sendable {
    package let that: Condition
    /// What to say when it does not.
    package let message: String
    /// Whether the request is then answered as if it were fine.
    package let ignores: Bool

    package init(that: Condition, message: String, ignores: Bool) {
        self.that = that
        self.message = message
        self.ignores = ignores
    }
}
