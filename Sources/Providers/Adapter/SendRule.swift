/// How a message is sent.
package struct SendRule: Hashable, Sendable {
    /// Named values, worked out once for a message.
    package let variables: [Template]
    /// The most characters of one request, and whether they are counted as segments.
    package let split: SplitRule?
    /// Named values, worked out for each part.
    package let partVariables: [Template]
    package let request: RequestRule
    package let response: ResponseRule

    package init(
        variables: [Template], split: SplitRule?, partVariables: [Template], request: RequestRule,
        response: ResponseRule
    ) {
        self.variables = variables
        self.split = split
        self.partVariables = partVariables
        self.request = request
        self.response = response
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
        case json(Template)
        case text(Template)
    }

    /// The name and password of HTTP's Basic scheme (RFC 7617).
    package struct Basic: Hashable, Sendable {
        package let user: Template
        package let password: Template

        package init(user: Template, password: Template) {
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

    package init(
        method: Template, url: Template, query: [Template.Member], headers: [Template.Member], headersFrom: Template,
        basic: Basic?, body: Body
    ) {
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
        case form
        /// `resp.text` is the whole body.
        case text
    }

    /// A failure that the answer tells.
    package struct Failure: Hashable, Sendable {
        /// What kind of failure.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case failed, retry, throttled, stopped, config
        }

        package let when: Condition
        package let kind: Kind
        package let code: Template

        package init(when: Condition, kind: Kind, code: Template) {
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
