/// How a message is sent.
package struct SendRule: Hashable, Sendable {
    /// Named values, worked out once for a message.
    package let variables: [Template]
    /// The most characters of one request, and whether they are counted as segments.
    package let split: SplitRule?
    /// Named values, worked out for each part.
    package let partVariables: [Template]
    /// What the requests show that the provider gave us before; nil when they show the settings alone.
    package let token: TokenRule?
    /// The requests in their order; a message goes by those whose condition holds.
    package let steps: [SendStep]
    /// Whether the provider takes a message with the same id of ours once only, however often it is sent.
    package let isIdempotent: Bool

    package init(
        variables: [Template], split: SplitRule?, partVariables: [Template], token: TokenRule?, steps: [SendStep],
        isIdempotent: Bool
    ) {
        self.isIdempotent = isIdempotent
        self.variables = variables
        self.split = split
        self.partVariables = partVariables
        self.token = token
        self.steps = steps
    }
}

/// One request of a message with the rules for its answer.
package struct SendStep: Hashable, Sendable {
    /// nil means always.
    package let when: Condition?
    /// Whether it is made once for the message and not for each part.
    package let isOnce: Bool
    package let request: RequestRule
    package let response: ResponseRule

    package init(when: Condition?, isOnce: Bool, request: RequestRule, response: ResponseRule) {
        self.when = when
        self.isOnce = isOnce
        self.request = request
        self.response = response
    }
}

/// How a token is fetched (RFC 6749, sections 4.3, 4.4 and 5.1).
package struct TokenRule: Hashable, Sendable {
    package let request: RequestRule
    package let response: ResponseRule
    package let value: Template
    /// Seconds that it is good for.
    package let lifetime: Template

    package init(request: RequestRule, response: ResponseRule, value: Template, lifetime: Template) {
        self.request = request
        self.response = response
        self.value = value
        self.lifetime = lifetime
    }
}

/// When a message goes in several requests.
package struct SplitRule: Hashable, Sendable {
    /// What is counted.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Characters as a reader counts them.
        case chars
        /// Segments of the message as the network sends it.
        case segments
    }

    package let unit: Unit
    /// The most of them; what is no whole number above 0 does not split.
    package let maximum: Template

    package init(unit: Unit, maximum: Template) {
        self.unit = unit
        self.maximum = maximum
    }
}

/// The request that sends a message.
package struct RequestRule: Hashable, Sendable {
    /// What the body is made of.
    package enum Body: Hashable, Sendable {
        case none
        case form([Template.Member])
        case multipart([Template.Member])
        case json(Template)
        case text(Template)
    }

    /// The name and password of HTTP's Basic scheme (RFC 7617).
    package struct Basic: Hashable, Sendable {
        /// nil means always.
        package let when: Condition?
        package let user: Template
        package let password: Template

        package init(when: Condition?, user: Template, password: Template) {
            self.when = when
            self.user = user
            self.password = password
        }
    }

    package let method: Template
    package let url: Template
    package let query: [Template.Member]
    package let headers: [Template.Member]
    /// A group whose fields are headers too.
    package let headersFrom: Template
    package let basic: Basic?
    package let body: Body
    package let signature: Signature?

    /// How the request is signed, and with which key.
    package struct Signature: Hashable, Sendable {
        package let scheme: CloudSignature
        package let key: Template
        package let secret: Template

        package init(scheme: CloudSignature, key: Template, secret: Template) {
            self.scheme = scheme
            self.key = key
            self.secret = secret
        }
    }

    package init(
        method: Template, url: Template, query: [Template.Member], headers: [Template.Member], headersFrom: Template,
        basic: Basic?, body: Body, signature: Signature?
    ) {
        self.signature = signature
        self.method = method
        self.url = url
        self.query = query
        self.headers = headers
        self.headersFrom = headersFrom
        self.basic = basic
        self.body = body
    }
}

/// How the provider's answer to a sent message is read.
package struct ResponseRule: Hashable, Sendable {
    /// How the answer is written.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// JSON; anything else leaves it open whether the message was taken.
        case json
        /// JSON, or something without meaning.
        case jsonOptional = "json_optional"
        /// JSON with the faults that some providers' answers have: see `JSON.readLeniently`.
        case jsonLenient = "json_lenient"
        case xml
        case form
        /// `resp.text` is the whole body.
        case text
    }

    /// What an answer that is no plain success tells.
    package struct Failure: Hashable, Sendable {
        /// What kind of failure.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case failed, retry, throttled, stopped, config
            /// No failure: the provider has the message already.
            case accepted
            /// Nothing can be told from the answer, such as a proxy's page: the message may have been taken.
            case unknown
        }

        package let when: Condition
        package let kind: Kind
        package let code: Template
        /// Seconds to wait, when the answer tells.
        package let wait: Template

        package init(when: Condition, kind: Kind, code: Template, wait: Template) {
            self.wait = wait
            self.when = when
            self.kind = kind
            self.code = code
        }
    }

    package let format: Format
    /// What shows that the message was taken; nil means that the status does.
    package let success: Condition?
    package let id: Template
    package let failures: [Failure]

    package init(format: Format, success: Condition?, id: Template, failures: [Failure]) {
        self.format = format
        self.success = success
        self.id = id
        self.failures = failures
    }

    /// For a provider that only has a status.
    package static let byStatus = ResponseRule(format: .jsonOptional, success: nil, id: .nothing, failures: [])
}
