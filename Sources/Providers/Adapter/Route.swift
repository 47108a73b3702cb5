/// One address of a channel that a provider calls.
package struct Route: Hashable, Sendable {
    package let name: String
    /// Other names it answers to.
    package let aliases: [String]
    /// The methods it takes, in capitals.
    package let methods: [String]
    package let parse: PayloadFormat
    package let authenticity: Authenticity?
    package let checks: [Check]
    /// The list whose elements are events, when one request can tell several.
    package let each: Template?
    package let variables: [Template]
    /// What the payload or element is: the first case that holds.
    package let cases: [EventCase]

    package init(
        name: String, aliases: [String], methods: [String], parse: PayloadFormat, authenticity: Authenticity?,
        checks: [Check], each: Template?, variables: [Template], cases: [EventCase]
    ) {
        self.name = name
        self.aliases = aliases
        self.methods = methods
        self.parse = parse
        self.authenticity = authenticity
        self.checks = checks
        self.each = each
        self.variables = variables
        self.cases = cases
    }

    func takes(_ method: String) -> Bool { methods.contains(method) }
}

/// How a request's payload is written.
package enum PayloadFormat: String, Hashable, Sendable, CaseIterable {
    /// The fields of query and body.
    case form
    case json
    /// JSON or a form, by Content-Type.
    case auto
}

/// How a request proves that it comes from the provider.
package struct Authenticity: Hashable, Sendable {
    /// The proofs.
    package enum Proof: Hashable, Sendable {
        /// A secret that the request repeats.
        case token(value: Template, equals: Template)
        /// A signature that we make again.
        case signature(Template, expect: Template)
        /// `X-Twilio-Signature`, with its variants of the URL and of the body.
        case twilio(signature: Template, secret: Template)
    }

    /// When it is asked for; nil means always.
    package let when: Condition?
    package let proof: Proof

    package init(when: Condition?, proof: Proof) {
        self.when = when
        self.proof = proof
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
